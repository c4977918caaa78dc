import { METADATA_ELEMENT, type InjectedMetadata } from '../browser/metadata';
import { escapeHtml } from './html';

const BACKGROUND = { light: '#f6f9fc', dark: '#07101f' } as const;

const firstPaint = (theme: InjectedMetadata['settings']['theme']): string =>
  theme === 'system'
    ? `body { background: ${BACKGROUND.light} } @media (prefers-color-scheme: dark) { body { background: ${BACKGROUND.dark} } }`
    : `body { background: ${BACKGROUND[theme]} }`;

/** The page in which every app runs. Its only script is a file, so Kibana's default security policy holds. */
export const appPage = (metadata: InjectedMetadata, bootstrapUrl: string): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Elastic</title><link rel="icon" href="data:,"><style>${firstPaint(metadata.settings.theme)}</style></head>
<body><${METADATA_ELEMENT} data="${escapeHtml(JSON.stringify(metadata))}"></${METADATA_ELEMENT}>
<div id="kibana-body" data-test-subj="kibanaChrome"></div>
<script src="${escapeHtml(bootstrapUrl)}"></script></body></html>`;
