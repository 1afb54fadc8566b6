import { symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scanFolder } from '../../src/folder/scanFolder.js';
import { openSessions } from '../../src/review/session.js';
import { fromRoot } from '../files.js';
import { folderWith, type Served, serveFolder } from './server.js';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

let served: Served;
let cookie = '';
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: new URL(served.origin).port,
        path,
        method,
        headers: { host: new URL(served.origin).host, ...headers },
      },
      (answer) => {
        let text = '';
        answer.on('data', (d: Buffer) => {
          text += d.toString();
        });
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
const asUser = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  ask(path, { cookie, ...headers }, method, body);

beforeAll(async () => {
  const folder = folderWith('lanting-2024.json', 'lanting-2024.pdf');
  symlinkSync(fromRoot('samples/qingzhou-2024.json'), join(folder, 'outside.json'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  served = await serveFolder(folder);
  const link = new URL(served.link);
  const first = await ask(link.pathname + link.search);
  expect(first.status).toBe(303);
  const set = String(first.headers['set-cookie']);
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  cookie = set.split(';')[0]!;
});
afterAll(() => served.end());

test('the link works once', async () => {
  const link = new URL(served.link);
  expect((await ask(link.pathname + link.search)).status).toBe(403);
  const sessions = openSessions();
  const token = sessions.newToken();
  const session = sessions.redeem(token);
  expect(sessions.redeem(token)).toBeNull();
  expect(sessions.isOpen(session!)).toBe(true);
  expect(sessions.isOpen(`${session!.slice(1)}x`)).toBe(false);
  expect([sessions.redeem(''), sessions.redeem('x'.repeat(43)), sessions.isOpen(undefined)]).toEqual([
    null,
    null,
    false,
  ]);
});

test.each(['/', '/api/documents', '/app/review/page/main.js', '/lib/pdfjs/build/pdf.min.mjs'])(
  '%s is refused without the cookie',
  async (path) => {
    expect((await ask(path)).status).toBe(403);
    expect((await asUser(path)).status).toBe(200);
  },
);

describe('another site', () => {
  test.each([
    ['a name that was bent to this address', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['no origin that can be named', { origin: 'null' }],
    ['a request that another site sent', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    expect((await asUser('/api/documents', headers)).status).toBe(403);
  });

  test('writing needs the origin of the page and JSON', async () => {
    const body = JSON.stringify({ sample: 1, blind: true });
    const json = { 'content-type': 'application/json' };
    const { origin } = served;
    expect((await asUser('/api/spotcheck/draw', json, 'POST', body)).status).toBe(403);
    expect((await asUser('/api/spotcheck/draw', { origin, 'content-type': 'text/plain' }, 'POST', body)).status).toBe(
      403,
    );
    expect((await asUser('/api/spotcheck/draw', { origin, ...json }, 'POST', body)).status).toBe(200);
  });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/secret.txt',
  '/app/review/page/../../../package.json',
  '/app/..%2f..%2fpackage.json',
  '/app/cli/main.js',
  '/lib/pdfjs/package.json',
  '/api/documents/..%2f..%2fetc%2fpasswd',
  '/api/documents/..%2fsecret/pdf',
  '/api/documents/0000000000000000',
])('%s is not there', async (path) => {
  const answer = await asUser(path);
  expect(answer.status).toBe(404);
  expect(answer.body).not.toMatch(/secret$|"name": "juesuan"/);
});

test('documents outside the folder are none of it', async () => {
  const { documents } = JSON.parse((await asUser('/api/documents')).body);
  expect(documents.map((d: { name: string }) => d.name)).toEqual(['lanting-2024']);
  expect((await scanFolder(served.folder)).map((e) => e.name)).toEqual(['lanting-2024']);
});

test('the policy lets nothing in from elsewhere, and every answer is typed and framed by nobody', async () => {
  const page = await asUser('/');
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  for (const path of ['/', '/api/documents', '/nowhere']) {
    const { headers } = await asUser(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(String(headers['content-security-policy'])).toMatch(/frame-ancestors 'none'/);
  }
});

test('a correction needs to know what it changes', async () => {
  const { documents } = JSON.parse((await asUser('/api/documents')).body);
  const path = `/api/documents/${documents[0].id}/entries`;
  const headers = { origin: served.origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ action: 'accept', cell: 'revenue/0/total', why: '' });
  expect((await asUser(path, headers, 'POST', body)).status).toBe(428);
  expect((await asUser(path, { ...headers, 'if-match': '"old"' }, 'POST', body)).status).toBe(412);
  const { etag } = JSON.parse((await asUser(path)).body);
  const wrong = JSON.stringify({ action: 'accept', cell: 'revenue/999/total', why: '' });
  expect((await asUser(path, { ...headers, 'if-match': etag }, 'POST', wrong)).status).toBe(400);
  expect((await asUser(path, { ...headers, 'if-match': etag }, 'POST', '{')).status).toBe(400);
  const long = JSON.stringify({ action: 'accept', cell: 'revenue/0/total', why: 'x'.repeat(200_000) });
  expect((await asUser(path, { ...headers, 'if-match': etag }, 'POST', long)).status).toBe(413);
  expect((await asUser(path, { ...headers, 'if-match': etag }, 'POST', body)).status).toBe(200);
});
