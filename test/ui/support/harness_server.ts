import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fewLanguages } from './few_languages';

/** Kibana's default, so that what it forbids fails here too. */
const CONTENT_SECURITY_POLICY =
  "script-src 'report-sample' 'self'; worker-src 'report-sample' 'self' blob:; style-src 'report-sample' 'self' 'unsafe-inline'; object-src 'none'";

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Harness</title></head>
<body style="margin:0">
<header><p id="breadcrumbs"></p></header>
<div id="app" style="display:flex;flex-direction:column;min-height:95vh"></div>
<div id="toasts" role="status"></div>
<script src="/harness.js"></script>
</body></html>`;

const bundle = async (): Promise<string> => {
  const result = await build({
    entryPoints: [path.join(__dirname, 'harness_page.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    minify: true,
    plugins: [fewLanguages],
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error('The harness page was not built');
  return file.text;
};

export interface HarnessServer {
  readonly url: string;
  stop(): Promise<void>;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Serves the app in an otherwise empty page. The routes it asks for are answered by the tests, in the browser. */
export const startHarnessServer = async (): Promise<HarnessServer> => {
  const script = await bundle();
  const server = createServer(({ url = '/' }, response) => {
    const isScript = url === '/harness.js';
    const isPage = url.startsWith('/app/');
    response.writeHead(isScript || isPage ? 200 : 404, {
      'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
    });
    response.end(isScript ? script : isPage ? PAGE : 'Not found');
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
