import { finding } from '../document/finding.js';
import type { Finding } from '../document/schema.js';
import type { Said } from '../narrative/statement.js';
import {
  type Again,
  type DigitLooks,
  type Readable,
  type SecondReader,
  sameAmount,
  sameReading,
} from '../readings/secondReading.js';

export interface SecondReading {
  readonly when: 'auto' | 'all' | 'none';
  /** Opens the file with the second reader; called at most once, and only where a page is to be read again. */
  readonly open: () => Promise<SecondReader>;
  /** The pages that were read from their pictures. */
  readonly pictures?: {
    /** Null where one engine alone is installed. */
    readonly reader: SecondReader | null;
    /** Why a page is a poor witness; null for a good picture, undefined for a page that is no picture. */
    readonly poor: (page: number) => string | null | undefined;
    /** A third opinion, which shares nothing with the two engines. */
    readonly digits: DigitLooks;
  };
}

export const isPicture = (second: SecondReading, page: number): boolean => second.pictures?.poor(page) !== undefined;

/** The statements of the text, and those that need a second reading. */
export interface Asked {
  readonly said: readonly Said[];
  readonly asked: ReadonlySet<number>;
}

/** What the second readers give for everything on the pages, by its id. */
export async function secondReadings(
  readable: readonly Readable[],
  statements: Asked,
  pages: ReadonlySet<number>,
  second: SecondReading,
  findings: Finding[],
): Promise<Map<string, Again>> {
  const out = new Map<string, Again>();
  let ofText: SecondReader | undefined;
  try {
    for (const number of [...pages].sort((a, b) => a - b)) {
      const picture = isPicture(second, number);
      if (!picture) ofText ??= await second.open();
      const reader = picture ? second.pictures!.reader : ofText!;
      if (!reader) continue;
      const own = readable.filter((r) => r.page === number);
      const same = picture ? sameAmount : sameReading;
      const texts = await reader.again(number, own);
      own.forEach(({ id, raw }, i) => {
        const text = texts[i] ?? null;
        if (text !== null) out.set(id, { text, same: same(raw, text) });
      });
      await statementsAgain(statements, number, { reader, picture }, out);
    }
  } catch (error) {
    // The second opinion is missing then, and figures that needed it stay unconfirmed: never a reason to lose the document.
    findings.push(
      finding(
        'second-reading-failed',
        'warning',
        `the second reader could not read the file: ${(error as Error).message.split('\n')[0]}`,
      ),
    );
  } finally {
    await ofText?.close();
  }
  return out;
}

/** A figure that is broken over lines is read again line by line; one that goes over to another page is not. */
async function statementsAgain(
  { said: all, asked }: Asked,
  page: number,
  { reader, picture }: { readonly reader: SecondReader; readonly picture: boolean },
  out: Map<string, Again>,
): Promise<void> {
  // A page of text is read whole, however little is asked of it; of a picture each figure costs.
  const own = all.flatMap((said, i) =>
    said.places.every((p) => p.page === page) && (!picture || asked.has(i)) ? [{ said, i }] : [],
  );
  const same = picture ? sameAmount : sameReading;
  const texts = await reader.again(
    page,
    own.flatMap(({ said }) => said.places.map(({ box }) => ({ box, raw: said.raw }))),
  );
  let at = 0;
  for (const { said, i } of own) {
    const parts = texts.slice(at, at + said.places.length);
    at += said.places.length;
    if (parts.some((p) => p === null)) continue;
    const text = parts.join('');
    out.set(`narrative/${i}`, { text, same: same(said.raw, text) });
  }
}
