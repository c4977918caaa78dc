/** Shows how far a download is: one line rewritten in place on a terminal, else a line each 10 %. */
export interface Progress {
  add(bytes: number): void;
  /** Ends the line on a terminal. */
  done(): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const barCells = 24;
/** A terminal line is redrawn at most this often. */
const redrawMs = 100;

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}

/** A progress bar over `total` bytes, written to `output` (the error stream, so that results stay clean). */
export function createProgress(
  label: string,
  total: number,
  output: Output = process.stderr,
  now: () => number = Date.now
): Progress {
  const began = now();
  let received = 0;
  let drawnAt = -Infinity;
  let printedTenth = 0;

  const draw = () => {
    const share = total > 0 ? Math.min(received / total, 1) : 1;
    const filled = Math.round(share * barCells);
    const bar = '='.repeat(filled).padEnd(barCells);
    const rate = received / Math.max(now() - began, 1) / 1000;
    const percent = String(Math.floor(share * 100)).padStart(3);
    output.write(
      `\r${label} [${bar}] ${percent} % of ${megabytes(total)} MB, ${rate.toFixed(1)} MB/s `
    );
    drawnAt = now();
  };

  return {
    add(bytes) {
      received += bytes;
      if (output.isTTY) {
        if (now() - drawnAt >= redrawMs) draw();
        return;
      }
      const tenth = total > 0 ? Math.floor(Math.min(received / total, 1) * 10) : 10;
      if (tenth <= printedTenth) return;
      printedTenth = tenth;
      output.write(`${label}: ${tenth * 10} % of ${megabytes(total)} MB\n`);
    },
    done() {
      if (!output.isTTY) return;
      draw();
      output.write('\n');
    },
  };
}
