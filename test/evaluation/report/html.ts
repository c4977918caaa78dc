/** Text in HTML and SVG. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number;
}

/** A table; numbers stand at the right. */
export const table = <Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[]
): string => {
  const head = columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('');
  const cell = (value: string | number): string =>
    typeof value === 'number'
      ? `<td class="number">${value}</td>`
      : `<td>${escapeHtml(value)}</td>`;
  const body = rows
    .map((row) => `<tr>${columns.map(({ value }) => cell(value(row))).join('')}</tr>`)
    .join('\n');
  return `<div class="scroll"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`;
};

const STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1a1c21; --weak: #5a606b; --line: #d3dae6; --first: #0b64dd;
  --second: #b65c02; --third: #7a5af8; --good: #0a7b50; --bad: #c61e25; }
@media (prefers-color-scheme: dark) { :root { --paper: #0b1628; --ink: #e5e9f0; --weak: #a2b0c4; --line: #2b394f;
  --first: #61a2ff; --second: #f1a355; --third: #b39dff; --good: #5fd3a3; --bad: #ff8a85; } }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
p, li { max-width: 46rem; } .weak { color: var(--weak); }
.goals { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
.goals li { border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; }
.goals strong { display: block; font-size: 1.5rem; } .kept { color: var(--good); } .missed { color: var(--bad); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--weak); padding: .3rem 0; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg .axis { stroke: var(--line); } .s0 { fill: var(--first); stroke: var(--first); }
.s1 { fill: var(--second); stroke: var(--second); } .s2 { fill: var(--third); stroke: var(--third); }
polyline { fill: none !important; stroke-width: 2; } .bad { fill: var(--bad); stroke: var(--bad); }
`;

/** A page that needs no other file. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(title)}</h1>
${body}
</body></html>
`;
