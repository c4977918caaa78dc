import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadPiece, eachInParallel } from './download';

const content = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers a range request as a Maven repository does; after `cutAfter` bytes the connection breaks. */
const ranged =
  (cutAfter = Infinity): Answer =>
  (request, response) => {
    const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    const body = content.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, {
      'content-range': `bytes ${from}-${to}/${content.length}`,
      'content-length': body.length,
    });
    if (body.length <= cutAfter) response.end(body);
    else {
      response.write(body.subarray(0, cutAfter));
      // A client that hears of the break before it has read would lose what came.
      setTimeout(() => response.destroy(), 100);
    }
  };

describe('downloadPiece', () => {
  let folder: string;
  let file: string;
  let server: Server;
  let url: string;
  let ranges: (string | undefined)[];
  let answers: Answer[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vishing-download-'));
    file = join(folder, 'piece');
    ranges = [];
    answers = [];
    server = createServer((request, response) => {
      ranges.push(request.headers.range);
      (answers.shift() ?? ranged())(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.jar`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  const piece = (start = 0, length = content.length) => ({ address: { url }, file, start, length });
  const fast = { retryDelayMs: 1 };

  it('fetches exactly the stretch it is asked for', async () => {
    await downloadPiece(piece(100, 50));
    expect(await readFile(file)).toEqual(content.subarray(100, 150));
    expect(ranges).toEqual(['bytes=100-149']);
  });

  it('continues a broken connection where it stopped and counts every byte once', async () => {
    answers = [ranged(300), ranged(200)];
    let counted = 0;
    await downloadPiece(piece(), { ...fast, onBytes: (bytes) => (counted += bytes) });
    expect(await readFile(file)).toEqual(content);
    expect(ranges).toEqual(['bytes=0-999', 'bytes=300-999', 'bytes=500-999']);
    expect(counted).toBe(content.length);
  });

  it('continues what an earlier run left behind', async () => {
    await writeFile(`${file}.part`, content.subarray(100, 120));
    await downloadPiece(piece(100, 50));
    expect(await readFile(file)).toEqual(content.subarray(100, 150));
    expect(ranges).toEqual(['bytes=120-149']);
    await expect(stat(`${file}.part`)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('asks nobody when the piece is already there', async () => {
    await writeFile(file, content);
    await downloadPiece(piece());
    expect(ranges).toEqual([]);
  });

  it('takes the whole file from a server that knows no ranges', async () => {
    await writeFile(`${file}.part`, content.subarray(0, 10));
    answers = [(_request, response) => void response.end(content)];
    await downloadPiece(piece());
    expect(await readFile(file)).toEqual(content);
  });

  it('asks again after a passing failure of the server', async () => {
    answers = [(_request, response) => void response.writeHead(503).end()];
    await downloadPiece(piece(), fast);
    expect(ranges).toHaveLength(2);
  });

  it('says at once what to do when the file is not there', async () => {
    answers = [(_request, response) => void response.writeHead(404).end()];
    await expect(downloadPiece(piece(), fast)).rejects.toMatchObject({
      code: 'download_failed',
      message: expect.stringMatching(/a\.jar: the server answered 404.*MAVEN_REPOSITORY_URL/),
    });
    expect(ranges).toHaveLength(1);
  });

  it('gives up a server that falls silent', async () => {
    const silent: Answer = (_request, response) => void response.writeHead(206).flushHeaders();
    answers = Array.from({ length: 5 }, () => silent);
    await expect(downloadPiece(piece(), { ...fast, silenceMs: 30 })).rejects.toMatchObject({
      code: 'download_failed',
      message: expect.stringContaining('sent nothing for 0.03 s'),
    });
  });

  it('stops when told to and keeps what it has', async () => {
    const stopping = new AbortController();
    answers = [
      (_request, response) => {
        response.writeHead(206, { 'content-length': content.length });
        response.write(content.subarray(0, 400));
      },
    ];
    const onBytes = (bytes: number) => bytes > 0 && stopping.abort();
    const download = downloadPiece(piece(), { onBytes, signal: stopping.signal });
    await expect(download).rejects.toMatchObject({ code: 'aborted' });
    await downloadPiece(piece());
    expect(await readFile(file)).toEqual(content);
  });
});

describe('eachInParallel', () => {
  it('works on all items, never on more than the limit at once', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await eachInParallel([1, 2, 3, 4, 5], 2, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(item);
    });
    expect(most).toBe(2);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins nothing new after a failure and waits for what runs', async () => {
    const ended: number[] = [];
    const all = eachInParallel([1, 2, 3, 4], 2, async (item) => {
      if (item === 1) throw new Error('first');
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(item);
    });
    await expect(all).rejects.toThrow('first');
    expect(ended).toEqual([2]);
  });
});
