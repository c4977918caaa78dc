/** How many of the failures are shown. */
const SHOWN_FAILURES = 10;

export interface IngestFailure {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What became of the records; every record is counted once besides in `sent`. */
export interface IngestCounts {
  sent: number;
  /** New and parsed. */
  stored: number;
  /** There already, from an earlier run. */
  known: number;
  /** Stored with the reason why they cannot be parsed, or refused. */
  failed: number;
  /** No records, such as repeated header lines. */
  dropped: number;
}

export interface IngestReport {
  readonly counts: IngestCounts;
  /** The first ones only. */
  readonly failures: readonly IngestFailure[];
  addFailure(failure: IngestFailure): void;
}

export const createReport = (): IngestReport => {
  const failures: IngestFailure[] = [];
  return {
    counts: { sent: 0, stored: 0, known: 0, failed: 0, dropped: 0 },
    failures,
    addFailure: (failure) => {
      if (failures.length < SHOWN_FAILURES) failures.push(failure);
    },
  };
};

const dropped = (count: number): string => (count === 0 ? '' : `, ${count} dropped`);

/** The result in words. @param simulated nothing was stored */
export const describeReport = (
  { counts, failures }: IngestReport,
  simulated: boolean
): string[] => {
  const { sent, stored, known, failed } = counts;
  const summary = simulated
    ? `${sent} records read: ${sent - failed - counts.dropped} parsed, ${failed} failed${dropped(counts.dropped)}. Nothing was stored.`
    : `${sent} records sent: ${stored} stored, ${known} already known, ${failed} failed${dropped(counts.dropped)}.`;
  const lines = failures.map(({ file, line, reason }) => `  ${file}, line ${line}: ${reason}`);
  const more = failed > failures.length ? [`  ... and ${failed - failures.length} more`] : [];
  const note =
    failed > 0 && !simulated
      ? [
          'Failed records are stored with their text and the reason, and can be read again after a correction.',
        ]
      : [];
  return [summary, ...lines, ...more, ...note];
};
