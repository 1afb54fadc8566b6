import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Extract } from '../folder/readEntry.js';
import { reviewApi } from './api.js';
import { IMPORTS_HASH, listAssets, PAGE, readAsset } from './assets.js';
import { openCollection } from './collection.js';
import { ruleTitles } from './ruleTitles.js';
import { guard, pagePolicy, WORKER_POLICY } from './security.js';
import { openSessions } from './session.js';

export interface ReviewOptions {
  readonly folder: string;
  /** Where else PDFs may be. */
  readonly pdfs: string | null;
  /** 0: a free one. */
  readonly port: number;
  /** In whose name corrections are made unless the page says otherwise. */
  readonly who: string;
  readonly extract: Extract;
}

export interface ReviewServer {
  readonly port: number;
  /** A new address that works once. */
  link(): string;
  close(): Promise<void>;
}

/** Serves the review page of a folder on 127.0.0.1. */
export async function serveReview(options: ReviewOptions): Promise<ReviewServer> {
  const collection = await openCollection(options.folder, options.pdfs, options.extract);
  const sessions = openSessions();
  const assets = await listAssets();
  let port = 0;
  const app = new Hono();
  app.use(guard(() => port, sessions));
  app.get('/', (c) => {
    c.header('Content-Security-Policy', pagePolicy(IMPORTS_HASH));
    return c.html(PAGE);
  });
  app.get('/api/rules', (c) => c.json(ruleTitles()));
  app.route('/api', reviewApi(collection, options.who));
  app.get('*', async (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) return c.text('not found\n', 404);
    c.header('Content-Type', asset.type);
    if (c.req.path.includes('.worker.')) c.header('Content-Security-Policy', WORKER_POLICY);
    c.header('Cache-Control', 'private, max-age=3600');
    return c.body(new Uint8Array(await readAsset(asset.file)));
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    link: () => `http://127.0.0.1:${port}/?token=${sessions.newToken()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
