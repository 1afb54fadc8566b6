import type { CorrectionLog } from '../../corrections/log.js';
import type { FinalAccounts } from '../../document/schema.js';
import type { SpotCheck, SpotItem } from '../../spotcheck/spotCheck.js';
import type { Statement } from '../../spotcheck/statement.js';
import type { DocumentSummary } from '../documentSummary.js';

export interface Opened {
  readonly name: string;
  readonly document: FinalAccounts;
  readonly log: CorrectionLog;
  readonly etag: string;
  readonly hasPdf: boolean;
}

export type Logged = Pick<Opened, 'log' | 'etag'>;

export type Saying =
  | { readonly action: 'correct'; readonly cell: string; readonly value: string | null; readonly why: string }
  | { readonly action: 'accept' | 'comment'; readonly cell: string; readonly why: string }
  | { readonly action: 'undo'; readonly undoes: number };

export interface ShownSpotCheck {
  readonly check: (Omit<SpotCheck, 'items'> & { readonly items: readonly ShownItem[] }) | null;
  readonly statement?: Statement;
}
export type ShownItem = SpotItem & { readonly id: string | null; readonly hidden: boolean };

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const body = response.headers.get('content-type')?.startsWith('application/json')
    ? ((await response.json()) as { problem?: string }).problem
    : await response.text();
  throw new Error(body ?? `${response.status}`);
}

const get = async <T>(path: string): Promise<T> => answer<T>(await fetch(`/api${path}`));
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export const getDocuments = () =>
  get<{ who: string; documents: readonly DocumentSummary[]; pending: number }>('/documents');
export const getDocument = (id: string) => get<Opened>(`/documents/${id}`);
export const getLog = (id: string) => get<Logged>(`/documents/${id}/entries`);
export const getRules = () => get<Record<string, { zh: string; en: string }>>('/rules');
export const getSpotCheck = () => get<ShownSpotCheck>('/spotcheck');
export const drawSpotCheck = async (asked: { sample: number; blind: boolean; seed?: string }) =>
  answer<ShownSpotCheck>(await post('/spotcheck/draw', asked));
export const judge = async (asked: { drawn: string; index: number; seen?: string; verdict?: SpotItem['verdict'] }) =>
  answer<ShownSpotCheck>(await post('/spotcheck/judge', asked));

/**
 * Says something of a figure. Where another window said something in between, it is said again on top of that, unless that was
 * about the same figure: then nothing is saved and `conflict` tells so.
 */
export async function say(
  id: string,
  logged: Logged,
  saying: Saying,
): Promise<Logged & { readonly conflict: boolean }> {
  let { etag, log } = logged;
  for (;;) {
    const response = await post(`/documents/${id}/entries`, saying, { 'If-Match': etag });
    if (response.status !== 412) return { ...(await answer<Logged>(response)), conflict: false };
    const current = (await response.json()) as Logged;
    const added = current.log.entries.slice(log.entries.length);
    if (added.some((e) => concerns(e, saying))) return { ...current, conflict: true };
    ({ etag, log } = current);
  }
}

function concerns(entry: CorrectionLog['entries'][number], saying: Saying): boolean {
  if (saying.action === 'undo') return entry.action === 'undo' && entry.undoes === saying.undoes;
  return entry.action !== 'undo' && entry.target.cell === saying.cell;
}
