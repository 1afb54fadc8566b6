import { basename, extname } from 'node:path';

/** Bytes of the readable part of a name: file systems take 255 in all. */
const MAX_BYTES = 160;

/**
 * The name of a document's JSON: that of its file, made fit for every file system, and the start of the hash of its bytes.
 * It depends on nothing else, so two files of one name never meet and a later run finds what an earlier one wrote.
 */
export function outputName(path: string, sha256: string): string {
  const plain = basename(path, extname(path))
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_')
    .replace(/^\.+|[. ]+$/g, '_');
  let name = '';
  for (const character of plain) {
    if (Buffer.byteLength(name + character) > MAX_BYTES) break;
    name += character;
  }
  return `${name || '_'}.${sha256.slice(0, 16)}.json`;
}
