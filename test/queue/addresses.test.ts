import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ExtractError } from '../../src/errors.js';
import { fetchBytes, type Reach } from '../../src/queue/addresses/fetchBytes.js';
import { S3 } from '../../src/queue/addresses/s3.js';
import { isPoison, Poison } from '../../src/queue/poison.js';

/** A server on loopback: plain files, and a bucket that wants a signature and lists two objects a page. */
let server: Server;
let host: string;
const objects = new Map<string, string>();
const seen: IncomingMessage[] = [];

function answer(request: IncomingMessage, response: ServerResponse): unknown {
  seen.push(request);
  const url = new URL(request.url!, 'http://x');
  const to = (status: number, body = '', headers = {}): unknown => response.writeHead(status, headers).end(body);
  if (url.pathname === '/account.pdf') return to(200, '%PDF account');
  if (url.pathname === '/moved.pdf') return to(302, '', { location: '/account.pdf' });
  if (url.pathname === '/elsewhere.pdf') return to(302, '', { location: 'http://127.0.0.2:1/account.pdf' });
  if (url.pathname === '/round.pdf') return to(302, '', { location: '/round.pdf' });
  if (url.pathname === '/busy.pdf') return to(503);
  if (!url.pathname.startsWith('/bucket/')) return to(404);
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) return to(403);
  const key = decodeURIComponent(url.pathname.slice('/bucket/'.length));
  if (request.method === 'PUT') {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    return request.on('end', () => {
      objects.set(key, body);
      to(200);
    });
  } else if (key === '') {
    const all = [...objects.keys()].filter((k) => k.startsWith(url.searchParams.get('prefix')!)).sort();
    const from = Number(url.searchParams.get('continuation-token') ?? 0);
    const contents = all
      .slice(from, from + 2)
      .map((k) => `<Contents><Key>${k.replace('&', '&amp;')}</Key><ETag>&quot;${k.length}&quot;</ETag></Contents>`);
    const more = from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
    return to(200, `<ListBucketResult>${contents.join('')}${more}</ListBucketResult>`);
  } else return to(objects.has(key) ? 200 : 404, request.method === 'HEAD' ? '' : objects.get(key));
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.close();
});

const reach = (more: Partial<Reach> = {}): Reach => ({ root: '/', allowHosts: [host], maxBytes: 1000, ...more });
const text = async (bytes: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await bytes);

test('an address is read where its host is allowed, over a redirect too', async () => {
  expect(await text(fetchBytes(`http://${host}/account.pdf`, reach()))).toBe('%PDF account');
  expect(await text(fetchBytes(`http://${host}/moved.pdf`, reach({ allowHosts: ['127.0.0.1'] })))).toBe('%PDF account');
});

test.each([
  ['a host that is not named', '/account.pdf', { allowHosts: [] }, /--allow-host/],
  ['a redirect to one', '/elsewhere.pdf', {}, /--allow-host.*127\.0\.0\.2/],
  ['a redirect without end', '/round.pdf', {}, /redirects/],
  ['more bytes than allowed', '/account.pdf', { maxBytes: 5 }, /LIMIT/],
  ['nothing there', '/nothing.pdf', {}, /404/],
])('%s is refused for good', async (_, path, more, message) => {
  const failure = await fetchBytes(`http://${host}${path}`, reach(more)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Poison);
  expect((failure as Error).message).toMatch(message);
});

test('nothing is asked of a host that is not named', async () => {
  const before = seen.length;
  await fetchBytes(`http://${host}/account.pdf`, reach({ allowHosts: ['example.org'] })).catch(() => {});
  expect(seen).toHaveLength(before);
});

test('only a loopback may be read without encryption', async () => {
  await expect(fetchBytes('http://example.org/a.pdf', reach({ allowHosts: ['example.org'] }))).rejects.toThrow(/https/);
});

test('a server that is busy may answer later', async () => {
  const failure = await fetchBytes(`http://${host}/busy.pdf`, reach()).catch((error: unknown) => error);
  expect(failure).not.toBeInstanceOf(Poison);
  expect((failure as Error).message).toMatch(/503/);
});

test('objects of a bucket are listed page by page, read and written with a signature', async () => {
  const env = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL: `http://${host}` };
  const s3 = await S3.open([host], env);
  const names = ['in/决算 2024.pdf', 'in/a&b.pdf', 'in/c+d.pdf', 'in/sub/e.pdf', 'in/f.pdf'];
  for (const name of names) await s3.put(`s3://bucket/${name}`, `%PDF ${name}`);
  expect(await s3.has('s3://bucket/in/f.pdf')).toBe(true);
  expect(await s3.has('s3://bucket/in/g.pdf')).toBe(false);
  const listed: string[] = [];
  for await (const object of s3.list('s3://bucket/in/')) {
    listed.push(object.address);
    expect(await text(s3.get(object.address, 1000))).toBe(`%PDF ${object.address.slice('s3://bucket/'.length)}`);
  }
  expect(listed.sort()).toEqual(names.map((n) => `s3://bucket/${n}`).sort());
  await expect((await S3.open([], env)).get('s3://bucket/in/f.pdf', 10)).rejects.toThrow(/--allow-host/);
  await expect(S3.open([host], {})).rejects.toThrow(/AWS_ACCESS_KEY_ID/);
});

test('nothing outside of the shared folder is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'secret'), 'secret');
  writeFileSync(join(folder, 'shared', 'a.pdf'), '%PDF');
  symlinkSync(join(folder, 'secret'), join(folder, 'shared', 'link.pdf'));
  const shared = reach({ root: join(folder, 'shared') });
  expect(await text(fetchBytes('a.pdf', shared))).toBe('%PDF');
  for (const address of ['../secret', join(folder, 'secret'), 'link.pdf', 'gone.pdf'])
    await expect(fetchBytes(address, shared)).rejects.toBeInstanceOf(Poison);
});

test('what cannot be read is poison at once, a limit at the second attempt, all else never', () => {
  expect(isPoison(new ExtractError('ENCRYPTED', 'a', 'b'), 1)).toBe(true);
  expect(isPoison(new ExtractError('LIMIT', 'a', 'b'), 1)).toBe(false);
  expect(isPoison(new ExtractError('LIMIT', 'a', 'b'), 2)).toBe(true);
  expect(isPoison(new Error('no route to host'), 7)).toBe(false);
});
