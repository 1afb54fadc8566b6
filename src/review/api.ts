import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { addEntries, ChangedMeanwhile, type NewEntry, readStored } from '../corrections/store.js';
import type { FinalAccounts } from '../document/schema.js';
import { figuresOf } from '../document/sheets.js';
import { JuesuanError } from '../errors.js';
import type { FolderEntry } from '../folder/scanFolder.js';
import { readAmount } from '../normalise/amount.js';
import type { Collection } from './collection.js';
import { spotCheckApi } from './spotCheckApi.js';

/** What the page sends to say something of a figure; who and when are added here. */
const requestSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('correct'),
    cell: z.string(),
    value: z.string().max(20_000).nullable(),
    why: z.string().max(4000),
    who: z.string().max(200).optional(),
  }),
  z.strictObject({
    action: z.enum(['accept', 'comment']),
    cell: z.string(),
    why: z.string().max(4000),
    who: z.string().max(200).optional(),
  }),
  z.strictObject({ action: z.literal('undo'), undoes: z.int().min(1), who: z.string().max(200).optional() }),
]);

const MAX_BODY = 64 * 1024;

export function reviewApi(collection: Collection, who: string): Hono {
  const api = new Hono();
  api.use(bodyLimit({ maxSize: MAX_BODY }));
  api.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof JuesuanError) return c.json({ problem: error.message }, 422);
    process.stderr.write(`juesuan: review: ${error.message}\n`);
    return c.json({ problem: error.message }, 500);
  });
  const found = (c: Context): FolderEntry | undefined => collection.entry(c.req.param('id') ?? '');
  const none = (c: Context): Response => c.json({ problem: 'no such document' }, 404);

  api.get('/documents', (c) => c.json({ who, ...collection.summaries() }));

  api.get('/documents/:id', async (c) => {
    const entry = found(c);
    if (!entry) return none(c);
    const document = await collection.document(entry);
    const stored = await readStored(collection.correctionsFile(entry), document.source);
    return c.json({ name: entry.name, document, log: stored.log, etag: stored.etag, hasPdf: entry.pdf !== null });
  });

  api.get('/documents/:id/pdf', async (c) => {
    const entry = found(c);
    const bytes = entry && (await collection.pdf(entry));
    if (!bytes) return c.json({ problem: 'the PDF that was read is not there' }, 404);
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', 'attachment');
    return c.body(bytes as Uint8Array<ArrayBuffer>);
  });

  api.get('/documents/:id/entries', async (c) => {
    const entry = found(c);
    if (!entry) return none(c);
    const { log, etag } = await readStored(
      collection.correctionsFile(entry),
      (await collection.document(entry)).source,
    );
    return c.json({ log, etag });
  });

  api.post('/documents/:id/entries', async (c) => {
    const entry = found(c);
    if (!entry) return none(c);
    const etag = c.req.header('if-match');
    if (etag === undefined) return c.json({ problem: 'If-Match is needed' }, 428);
    const asked = requestSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ problem: asked.error.issues[0]!.message }, 400);
    const document = await collection.document(entry);
    const made = entryOf(asked.data, document, who);
    if ('problem' in made) return c.json(made, 400);
    try {
      const { log, etag: next } = await addEntries(collection.correctionsFile(entry), document.source, etag, [made]);
      return c.json({ log, etag: next });
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return c.json({ log: error.current.log, etag: error.current.etag }, 412);
    }
  });

  api.route('/spotcheck', spotCheckApi(collection, who));
  return api;
}

/** The entry that a request makes, on the figure as it is read now. */
function entryOf(
  asked: z.infer<typeof requestSchema>,
  document: FinalAccounts,
  defaultWho: string,
): NewEntry | { readonly problem: string } {
  const said = { who: asked.who?.trim() || defaultWho, when: new Date().toISOString() };
  if (asked.action === 'undo') return { action: 'undo', undoes: asked.undoes, why: '', ...said };
  for (const { sheet, row, column, figure } of figuresOf(document)) {
    if (figure.id !== asked.cell) continue;
    const label = [sheet.title, row.label, column]
      .filter((t) => t !== '')
      .join(' · ')
      .slice(0, 2000);
    const box = [...figure.box] as [number, number, number, number];
    const target = { cell: figure.id, page: figure.page, box, label };
    const common = { target, read: figure.value, why: asked.why, ...said };
    if (asked.action !== 'correct') return { action: asked.action, ...common };
    const value = asked.value === null || asked.value.trim() === '' ? null : asked.value.trim();
    if (sheet.kind === 'attachment') return { action: 'correct', value, ...common };
    const amount = readAmount(value ?? '');
    if (amount.kind === 'amount') return { action: 'correct', value: amount.value, ...common };
    if (amount.kind === 'blank') return { action: 'correct', value: null, ...common };
    return { problem: `${value} is no amount` };
  }
  return { problem: 'no such figure' };
}
