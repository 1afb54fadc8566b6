import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { createServer, connect as open, type Server } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

/** Documentation addresses: nothing answers there, and nothing is to ask. */
const FAR = '192.0.2.1';
const REFUSED = /no network in tests/;

describe('the suite runs with every outgoing connection refused', () => {
  test('sockets, requests and names', async () => {
    expect(() => open({ host: FAR, port: 80 })).toThrow(REFUSED);
    expect(() => open(443, 'example.org')).toThrow(REFUSED);
    await expect(lookup('example.org')).rejects.toThrow(REFUSED);
    const failure = (await fetch(`https://${FAR}/`).catch((e: Error) => e)) as Error;
    expect(`${failure.message} ${(failure.cause as Error | undefined)?.message}`).toMatch(REFUSED);
  });

  test('processes that are started, and their threads', async () => {
    const thread = `require('node:net').connect(80, '${FAR}')`;
    const script = `new (require('node:worker_threads').Worker)(${JSON.stringify(thread)}, { eval: true }).on('error', (e) => console.log(e.message))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
    expect(stdout).toMatch(REFUSED);
  });

  test('this machine is no network', async () => {
    const server = await new Promise<Server>((resolve) => {
      const made = createServer((socket) => socket.end('here')).listen(0, '127.0.0.1', () => resolve(made));
    });
    const { port } = server.address() as { port: number };
    const said = await new Promise<string>((resolve) => open(port, '127.0.0.1').once('data', (d) => resolve(`${d}`)));
    server.close();
    expect(said).toBe('here');
  });
});
