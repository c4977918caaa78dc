import { createHash } from 'node:crypto';
import { encodeServerArgs } from './server_args';

const folders = { configDir: '/c', logsDir: '/l' };

/** Reads the length-prefixed strings that the arguments begin with, after three flags. */
const readString = (bytes: Buffer, at: number) => {
  const length = bytes[at] ?? 0;
  return { text: bytes.toString('latin1', at + 1, at + 1 + length), next: at + 1 + length };
};

describe('encodeServerArgs', () => {
  it('writes settings as name, type and value', () => {
    const bytes = encodeServerArgs({ ...folders, settings: { 'http.port': '9200' }, secrets: {} });
    expect(bytes.includes('\x01\x09http.port\x00\x049200\x02/c\x02/l', 'latin1')).toBe(true);
  });

  it('writes a secret with the digest that the server checks', () => {
    const secrets = { 'bootstrap.password': 'secret' };
    const bytes = encodeServerArgs({ ...folders, settings: {}, secrets });
    const name = readString(bytes, 3);
    expect(name.text).toBe('org.elasticsearch.common.settings.KeyStoreWrapper');
    const digest = createHash('sha256').update('secret').digest();
    const entry = Buffer.concat([
      Buffer.from('\x01\x12bootstrap.password\x06secret\x20', 'latin1'),
      digest,
    ]);
    expect(bytes.includes(entry)).toBe(true);
  });

  it('writes long and non-ASCII values as Java reads them', () => {
    const settings = { a: 'x'.repeat(300), b: 'é€' };
    const bytes = encodeServerArgs({ ...folders, settings, secrets: {} });
    expect(bytes.includes(Buffer.from([0, 0xac, 0x02, 0x78]))).toBe(true);
    expect(bytes.includes(Buffer.from([0, 2, 0xc3, 0xa9, 0xe2, 0x82, 0xac]))).toBe(true);
  });
});
