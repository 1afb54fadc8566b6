import type { Sink } from '../batch/sink.js';
import { isRefusal } from '../databases/refusal.js';
import type { FinalAccounts } from '../document/schema.js';
import { VERSION } from '../version.js';
import { needs } from './optional.js';

/** A database as the sink of a batch. A row that it does not take costs its document alone. Errors: usage. */
export async function openStoreSink(address: string, secondReading: string): Promise<Sink> {
  const { openStore } = await import('../databases/openStore.js').catch(
    needs('--db', 'kysely@0.28.18', 'libsql@0.5.29', 'pg@8.23.1'),
  );
  const store = await openStore(address);
  return {
    lacks: async ({ sha256, reviewed }) => reviewed || !(await store.has(sha256, VERSION, secondReading)),
    write: async ({ json, reviewed }) => {
      try {
        await store.load(JSON.parse(new TextDecoder().decode(json)) as FinalAccounts, { reviewed });
        return { refused: null };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return { refused: (error as Error).message };
      }
    },
    close: () => store.close(),
  };
}
