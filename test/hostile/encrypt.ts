import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PdfParts } from '../fuzz/objects.mjs';
import { add, bytesOf, plain } from './account.js';

/** The padding of the standard security handler (ISO 32000-1, 7.6.3.3). */
const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const ID = Buffer.alloc(16, 7);
const PERMISSIONS = -3904;

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), PAD]).subarray(0, 32);

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const box = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i]! + key[i % key.length]!) & 255;
    [box[i], box[j]] = [box[j]!, box[i]!];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + box[i]!) & 255;
      [box[i], box[j]] = [box[j]!, box[i]!];
      return byte ^ box[(box[i]! + box[j]!) & 255]!;
    }),
  );
}

/** RC4 twenty times, each time with another key made of `key` (revision 3). */
const twenty = (key: Buffer, data: Buffer): Buffer => {
  let out = data;
  for (let n = 0; n < 20; n++)
    out = rc4(
      key.map((byte) => byte ^ n),
      out,
    );
  return out;
};

/** The file encrypted with 128 bits by the standard handler: streams and strings, RC4 (revision 3) or AES (revision 4). */
export function encrypted(parts: PdfParts, passwords: { user: string; owner: string }, aes = false): Uint8Array {
  let ownerKey = md5(padded(passwords.owner));
  for (let n = 0; n < 50; n++) ownerKey = md5(ownerKey);
  const owner = twenty(ownerKey, padded(passwords.user));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  let key = md5(padded(passwords.user), owner, permissions, ID);
  for (let n = 0; n < 50; n++) key = md5(key);
  const user = Buffer.concat([twenty(key, md5(PAD, ID)), Buffer.alloc(16)]);

  for (const [number, object] of parts.objects) {
    const salt = Buffer.from([number & 255, number >> 8, 0, 0, 0]);
    const own = md5(key, salt, Buffer.from(aes ? 'sAlT' : '', 'latin1'));
    const lock = (data: Uint8Array): Buffer => {
      if (!aes) return rc4(own, data);
      const start = randomBytes(16);
      const cipher = createCipheriv('aes-128-cbc', own, start);
      return Buffer.concat([start, cipher.update(data), cipher.final()]);
    };
    object.head = object.head.replace(
      /\(([^()]*)\)/g,
      (_, text: string) => `<${lock(Buffer.from(text, 'latin1')).toString('hex')}>`,
    );
    if (object.data === null) continue;
    const body = object.raw?.data === object.data ? object.raw.bytes : Buffer.from(object.data, 'latin1');
    object.data = lock(body).toString('latin1');
    object.packed = false;
  }
  const method = aes
    ? '/V 4 /R 4 /CF << /StdCF << /CFM /AESV2 /AuthEvent /DocOpen /Length 16 >> >> /StmF /StdCF /StrF /StdCF'
    : '/V 2 /R 3';
  const lockEntry = plain(
    `<< /Filter /Standard ${method} /Length 128 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
  );
  const number = add(parts, lockEntry);
  const id = ID.toString('hex');
  const text = Buffer.from(bytesOf(parts)).toString('latin1');
  return Buffer.from(text.replace('trailer\n<<', `trailer\n<< /Encrypt ${number} 0 R /ID [<${id}> <${id}>]`), 'latin1');
}
