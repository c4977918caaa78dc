import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { downloadPiece } from './download';
import { openRemoteZip, planStretches } from './remote_zip';

describe('planStretches', () => {
  it('joins what is close, keeps apart what is far, and cuts what is long', () => {
    const wanted = [
      { start: 500, end: 510 },
      { start: 0, end: 10 },
      { start: 15, end: 40 },
    ];
    expect(planStretches(wanted, 5, 25)).toEqual([
      { start: 0, end: 25 },
      { start: 25, end: 40 },
      { start: 500, end: 510 },
    ]);
  });
});

describe('openRemoteZip', () => {
  const bulky = Buffer.alloc(400_000, 'no two parts are alike ');
  for (let index = 0; index < bulky.length; index += 1) bulky[index] = (index * index) % 253;
  let zip: Buffer;
  let server: Server;
  let folder: string;
  let url: string;
  let served: number;
  let knowsRanges: boolean;

  beforeAll(async () => {
    const file = new ZipFile();
    file.addBuffer(Buffer.from('first'), 'server/first.txt');
    file.addBuffer(bulky, 'server/unwanted.bin', { compress: false });
    file.addBuffer(bulky, 'server/stored.bin', { compress: false });
    file.addBuffer(Buffer.from('last '.repeat(100)), 'server/last.txt');
    file.addBuffer(bulky, 'server/padding.bin', { compress: false });
    file.end();
    zip = await buffer(file.outputStream);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vishing-zip-'));
    served = 0;
    knowsRanges = true;
    server = createServer((request, response) => {
      if (!knowsRanges) return void response.end(zip);
      const range = /bytes=(\d*)-(\d*)/.exec(request.headers.range ?? '');
      const last = Number(range?.[2]);
      const start = range?.[1] ? Number(range[1]) : Math.max(zip.length - last, 0);
      const end = range?.[1] ? last : zip.length - 1;
      const body = zip.subarray(start, end + 1);
      served += body.length;
      response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${zip.length}` });
      return void response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dist.zip`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  it('transfers only the named entries and unpacks them', async () => {
    const remote = await openRemoteZip({ url });
    const directoryBytes = served;
    for (const piece of remote.plan(['server/last.txt', 'server/first.txt'], folder))
      await downloadPiece(piece);
    expect(served - directoryBytes).toBeLessThan(1000);
    expect(await text(await remote.open('server/first.txt'))).toBe('first');
    expect(await text(await remote.open('server/last.txt'))).toBe('last '.repeat(100));
  });

  it('reads an entry that several pieces share', async () => {
    const remote = await openRemoteZip({ url });
    for (const piece of remote.plan(['server/stored.bin'], folder)) await downloadPiece(piece);
    const unpacked = await buffer(await remote.open('server/stored.bin'));
    expect(unpacked.equals(bulky)).toBe(true);
  });

  it('says which entry is missing', async () => {
    const remote = await openRemoteZip({ url });
    expect(() => remote.plan(['server/nowhere.txt'], folder)).toThrow(
      'the zip has no entry server/nowhere.txt'
    );
  });

  it('says so when the server cannot send parts of a file', async () => {
    knowsRanges = false;
    await expect(openRemoteZip({ url })).rejects.toMatchObject({
      code: 'download_failed',
      message: expect.stringContaining('no range requests'),
    });
  });
});
