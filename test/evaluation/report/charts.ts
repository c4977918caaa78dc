import { escapeHtml } from './html';

export interface Series {
  readonly name: string;
  /** Undefined where there is nothing to draw. */
  readonly values: readonly (number | undefined)[];
}

const WIDTH = 940;
const LABEL_WIDTH = 490;
const VALUE_WIDTH = 60;
const BAR = 12;
const GROUP_GAP = 10;
const LEGEND = 24;

const legend = (series: readonly Series[]): string =>
  series
    .map(
      ({ name }, nth) =>
        `<rect class="s${nth}" x="${nth * 190}" y="4" width="12" height="12"/><text x="${nth * 190 + 18}" y="15">${escapeHtml(name)}</text>`
    )
    .join('');

const svg = (height: number, label: string, content: string): string =>
  `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;

/** Horizontal bars, a group for each label and a bar for each series. */
export const barChart = (
  title: string,
  labels: readonly string[],
  series: readonly Series[]
): string => {
  const largest = Math.max(1e-9, ...series.flatMap(({ values }) => values.map((v) => v ?? 0)));
  const scale = (WIDTH - LABEL_WIDTH - VALUE_WIDTH) / largest;
  const groupHeight = series.length * BAR + GROUP_GAP;
  const bars = labels.map((label, row) => {
    const top = LEGEND + row * groupHeight;
    const text = `<text x="${LABEL_WIDTH - 8}" y="${top + (series.length * BAR) / 2 + 4}" text-anchor="end">${escapeHtml(label)}</text>`;
    const rects = series.map(({ values }, nth) => {
      const value = values[row];
      const y = top + nth * BAR;
      if (value === undefined)
        return `<text x="${LABEL_WIDTH + 4}" y="${y + BAR - 2}">not found</text>`;
      const width = Math.max(1, value * scale);
      return `<rect class="s${nth}" x="${LABEL_WIDTH}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 2}"/><text x="${(LABEL_WIDTH + width + 4).toFixed(1)}" y="${y + BAR - 2}">${value}</text>`;
    });
    return text + rects.join('');
  });
  const height = LEGEND + labels.length * groupHeight;
  return svg(height, title, legend(series) + bars.join(''));
};

const PLOT = { left: 48, right: 780, top: 34, bottom: 230 };

/** Lines over a number from 0 to 100; values are shares from 0 to 1. */
export const shareChart = (
  title: string,
  at: readonly number[],
  series: readonly Series[]
): string => {
  const x = (value: number): number => PLOT.left + ((PLOT.right - PLOT.left) * value) / 100;
  const y = (share: number): number => PLOT.bottom - (PLOT.bottom - PLOT.top) * share;
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line class="axis" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(share)}" y2="${y(share)}"/><text x="${PLOT.left - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`
  );
  const ticks = at.map(
    (value) =>
      `<text x="${x(value).toFixed(1)}" y="${PLOT.bottom + 18}" text-anchor="middle">${value}</text>`
  );
  const lines = series.map(({ values }, nth) => {
    const points = values.flatMap((value, place) =>
      value === undefined ? [] : [`${x(at[place] ?? 0).toFixed(1)},${y(value).toFixed(1)}`]
    );
    return `<polyline class="s${nth}" points="${points.join(' ')}"/>`;
  });
  return svg(PLOT.bottom + 28, title, [legend(series), ...grid, ...ticks, ...lines].join(''));
};
