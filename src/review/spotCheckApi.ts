import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { readAmount } from '../normalise/amount.js';
import { comparable } from '../normalise/text.js';
import { drawing } from '../spotcheck/draw.js';
import type { SpotItem } from '../spotcheck/spotCheck.js';
import { statementOf } from '../spotcheck/statement.js';
import { changeItem, readSpotCheck, type StoredSpotCheck, writeSpotCheck } from '../spotcheck/store.js';
import type { Collection } from './collection.js';

const drawSchema = z.strictObject({
  sample: z.int().min(1).max(10_000),
  blind: z.boolean(),
  seed: z.string().max(100).optional(),
});
const judgeSchema = z.strictObject({
  drawn: z.string(),
  index: z.int().min(0),
  seen: z.string().max(20_000).optional(),
  verdict: z.enum(['right', 'wrong', 'unclear']).nullable().optional(),
  who: z.string().max(200).optional(),
});

/** The spot-check of the folder. In blind mode a value leaves the server only after the eye has said what it reads. */
export function spotCheckApi(collection: Collection, who: string): Hono {
  const api = new Hono();
  const shown = (stored: StoredSpotCheck | null) => {
    if (!stored) return { check: null };
    const { check } = stored;
    const items = check.items.map((item) => {
      const hidden = check.blind && item.seen === undefined && item.verdict === null;
      return { ...item, id: collection.byName(item.document)?.id ?? null, hidden, read: hidden ? null : item.read };
    });
    return { check: { ...check, items }, statement: statementOf(check) };
  };

  api.get('/', async (c) => c.json(shown(await readSpotCheck(collection.root))));

  api.post('/draw', async (c) => {
    const asked = drawSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ problem: asked.error.issues[0]!.message }, 400);
    const seed = asked.data.seed?.trim() || randomBytes(6).toString('hex');
    const draws = drawing({ ...asked.data, seed, drawn: new Date().toISOString() });
    for (const entry of collection.entries()) {
      // A document that cannot be read has no figures to draw; the list of documents says why.
      const document = await collection.document(entry).catch(() => null);
      if (document) draws.add(entry.name, document);
    }
    const check = draws.draw();
    if (check.items.length === 0) return c.json({ problem: 'there are no figures' }, 422);
    return c.json(shown(await writeSpotCheck(collection.root, check)));
  });

  api.post('/judge', async (c) => {
    const asked = judgeSchema.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ problem: asked.error.issues[0]!.message }, 400);
    const { drawn, index, seen, verdict } = asked.data;
    const said = { who: asked.data.who?.trim() || who, when: new Date().toISOString() };
    const stored = await changeItem(collection.root, drawn, index, (item) => {
      // What was seen is said once: after that the value is known.
      if (seen !== undefined && item.seen === undefined && item.verdict === null)
        return { ...item, seen, ...(sameValue(seen, item.read) ? { verdict: 'right' as const, ...said } : {}) };
      if (verdict === undefined) return item;
      return verdict === null ? { ...item, verdict, who: null, when: null } : { ...item, verdict, ...said };
    });
    if (!stored) return c.json({ problem: 'another sample was drawn meanwhile' }, 409);
    return c.json(shown(stored));
  });
  return api;
}

/** Whether the eye read the same: an amount digit by digit, a text character by character, white space aside. */
export function sameValue(seen: string, read: SpotItem['read']): boolean {
  const [a, b] = [readAmount(seen), readAmount(read ?? '')];
  if (a.kind === 'amount' && b.kind === 'amount') return a.value === b.value;
  return comparable(seen) === comparable(read ?? '');
}
