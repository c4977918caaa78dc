const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside HTML text and attribute values. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** Colours follow the system's light or dark setting; contrast is at least 4.5 to 1 in both. */
const STYLE = `
:root { color-scheme: light dark; --page: #f6f9fc; --card: #fff; --text: #1d2a3e; --soft: #516381; --line: #8e9fbc; --accent: #0b64dd; --on-accent: #fff; --bad: #a71627; --bad-back: #ffe8e5; }
@media (prefers-color-scheme: dark) { :root { --page: #07101f; --card: #0b1628; --text: #dfe5ef; --soft: #98a8c3; --line: #5a6d8c; --accent: #61a2ff; --on-accent: #07101f; --bad: #ffc9c2; --bad-back: #491d27; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--page); color: var(--text); font: 16px/1.5 Inter, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { width: 100%; max-width: 400px; padding: 32px; border-radius: 8px; background: var(--card); box-shadow: 0 2px 12px rgb(0 0 0 / 15%); }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.3; }
p { margin: 0 0 16px; color: var(--soft); }
label { display: block; margin: 16px 0 4px; font-weight: 600; font-size: 14px; }
input { width: 100%; padding: 10px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--page); color: var(--text); font: inherit; }
button, .button { display: inline-block; margin-top: 24px; padding: 10px 20px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
form button { width: 100%; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.problem { margin: 0 0 8px; padding: 12px; border-radius: 6px; background: var(--bad-back); color: var(--bad); }
`;

/** A whole page without scripts. @param body HTML whose variable parts are escaped already */
export const htmlPage = (title: string, body: string, head = ''): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>${head}<style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
