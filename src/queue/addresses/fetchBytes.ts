import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { Poison } from '../poison.js';
import { type AllowedHosts, request } from './hosts.js';
import { S3 } from './s3.js';

export interface Reach {
  /** The shared folder that relative paths are below of; nothing outside of it is read. */
  readonly root: string;
  readonly allowHosts: AllowedHosts;
  /** Larger files are refused. */
  readonly maxBytes: number;
}

export const isRemote = (address: string): boolean => /^(https?|s3):\/\//.test(address);

/** The bytes at an address: a path below the shared folder, https:// or s3://. Errors: `Poison`, or `Error` for what may pass. */
export async function fetchBytes(address: string, reach: Reach): Promise<Uint8Array> {
  if (address.startsWith('s3://')) return (await S3.open(reach.allowHosts)).get(address, reach.maxBytes);
  if (isRemote(address)) return (await request(new Request(address), reach.allowHosts, reach.maxBytes)).bytes;
  const root = await realpath(reach.root);
  const path = await realpath(resolve(root, address)).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT' ? new Poison(`${address}: no such file below ${root}`, { cause }) : cause;
  });
  const inside = relative(root, path);
  if (inside.startsWith('..') || isAbsolute(inside)) throw new Poison(`${address}: expected a file below ${root}`);
  const { size } = await stat(path);
  if (size > reach.maxBytes)
    throw new Poison(`LIMIT: expected at most ${reach.maxBytes} bytes, found ${size} (${address})`);
  return new Uint8Array(await readFile(path));
}
