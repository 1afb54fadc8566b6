import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { applyCorrections } from '../../src/corrections/applyCorrections.js';
import { findLogs } from '../../src/corrections/findLogs.js';
import { type CorrectionLog, emptyLog, parseLog } from '../../src/corrections/log.js';
import { standingRemarks } from '../../src/corrections/standingRemarks.js';
import { addEntries, ChangedMeanwhile, type NewEntry, readStored } from '../../src/corrections/store.js';
import { documentSchema, type FinalAccounts } from '../../src/document/schema.js';
import { handmade } from '../handmade.js';

const document = handmade();
const cell = document.tables[2]!.rows[1]!.cells['basic']!;
const target = { cell: 'expenditure/1/basic', page: cell.page, box: cell.box, label: '支出决算表 201 基本支出' };
const when = '2026-01-02T03:04:05.000Z';
const correct = {
  action: 'correct',
  target,
  read: cell.value,
  value: '99.00',
  who: 'Li',
  when,
  why: 'a digit',
} as const;
const accept = { action: 'accept', target, read: cell.value, who: 'Wang', when, why: '' } as const;
const logOf = (...entries: NewEntry[]): CorrectionLog => ({
  ...emptyLog(document.source.fileName, document.source.sha256),
  entries: entries.map((e, i) => ({ ...e, id: i + 1 })) as CorrectionLog['entries'],
});
const corrected = (d: FinalAccounts) => d.tables[2]!.rows[1]!.cells['basic']!;
const rules = (d: FinalAccounts): string[] => d.findings.map((f) => f.rule);
/** The same bytes read again, with another value in the cell. */
const reading = (value: string): FinalAccounts => {
  const again = structuredClone(document);
  Object.assign(again.tables[2]!.rows[1]!.cells['basic']!, { value, raw: value });
  return again;
};

describe('applied to a reading', () => {
  test('a correction stands beside what was read, which stays', () => {
    const out = applyCorrections(document, [logOf(correct)]);
    expect(corrected(out)).toEqual({
      ...cell,
      correction: { value: '99.00', printed: cell.value, who: 'Li', when, why: 'a digit' },
    });
    expect(rules(out)).toEqual([...rules(document), 'corrected']);
    expect(documentSchema.safeParse(out).success).toBe(true);
  });

  test('a reading that differs from what was corrected is told', () => {
    const out = applyCorrections(reading('98.00'), [logOf(correct)]);
    expect(corrected(out)).toMatchObject({ value: '98.00', correction: { value: '99.00', printed: cell.value } });
    expect(out.findings.find((f) => f.rule === 'correction-of-another-reading')).toMatchObject({
      severity: 'warning',
      expected: '99.00',
      actual: '98.00',
      place: { cell: 'expenditure/1/basic', table: 'expenditure', page: cell.page },
    });
  });

  test('a reading that now gives the corrected value says so', () => {
    expect(rules(applyCorrections(reading('99.00'), [logOf(correct)]))).toContain('correction-now-read');
  });

  test('an acceptance is of one value only', () => {
    expect(corrected(applyCorrections(document, [logOf(accept)])).accepted).toEqual({ who: 'Wang', when, why: '' });
    const out = applyCorrections(reading('98.00'), [logOf(accept)]);
    expect(corrected(out).accepted).toBeUndefined();
    expect(rules(out)).toContain('acceptance-of-another-reading');
  });

  test('the last word counts, and an undone one never was', () => {
    expect(corrected(applyCorrections(document, [logOf(correct, accept)])).correction).toBeUndefined();
    const undone = logOf(correct, { action: 'undo', undoes: 1, who: 'Li', when, why: '' });
    expect(standingRemarks(undone)).toEqual([]);
    expect(applyCorrections(document, [undone])).toEqual(document);
  });

  test('what a document already carries is taken off first', () => {
    const once = applyCorrections(document, [logOf(correct)]);
    expect(applyCorrections(once, [logOf(correct)])).toEqual(once);
    expect(applyCorrections(once, [])).toEqual(document);
  });

  test('a row more above it moves no correction: the place on the page decides', () => {
    const again = structuredClone(document);
    const { rows } = again.tables[2]!;
    const moved = structuredClone(rows[0]!);
    moved.box[1] -= 500;
    for (const c of Object.values(moved.cells))
      Object.assign(c, { box: [c.box[0], c.box[1] - 500, c.box[2], c.box[3] - 500] });
    rows.unshift(moved);
    const out = applyCorrections(again, [logOf(correct)]);
    expect(out.tables[2]!.rows[2]!.cells['basic']!.correction?.value).toBe('99.00');
    expect(out.tables[2]!.rows[1]!.cells['basic']!.correction).toBeUndefined();
  });

  test('a figure that is no longer there is told', () => {
    const again = structuredClone(document);
    again.tables[2]!.rows.splice(1, 1);
    expect(rules(applyCorrections(again, [logOf(correct)]))).toContain('correction-without-figure');
  });

  test('corrections of other bytes are not applied, and it says so', () => {
    const other = { ...logOf(correct), source: { fileName: 'old.pdf', sha256: 'a'.repeat(64) } };
    const out = applyCorrections(document, [other]);
    expect(corrected(out)).toEqual(cell);
    expect(rules(out)).toContain('corrections-of-another-file');
  });

  test('fields of forms and statements are corrected alike', () => {
    const field = document.attachments[0]!.indicators[0]!.cells['target']!;
    const statement = document.narrative[0]!;
    const out = applyCorrections(document, [
      logOf(
        {
          ...correct,
          target: { cell: 'attachment/1/indicator/1/target', page: field.page, box: field.box, label: '' },
          read: field.value,
          value: '≥95',
        },
        {
          ...correct,
          target: { cell: 'narrative/0', page: statement.page, box: statement.box, label: '' },
          read: statement.value,
        },
      ),
    ]);
    expect(out.attachments[0]!.indicators[0]!.cells['target']!.correction?.value).toBe('≥95');
    expect(out.narrative[0]!.correction?.value).toBe('99.00');
    expect(out.findings.find((f) => f.place.attachment === 1)?.rule).toBe('corrected');
  });
});

describe('the file', () => {
  const path = (): string => join(mkdtempSync(join(tmpdir(), 'juesuan-')), 'a.corrections.json');
  const { source } = logOf();

  test('keeps every entry; an undo is one more', async () => {
    const file = path();
    const first = await addEntries(file, source, (await readStored(file, source)).etag, [correct]);
    const second = await addEntries(file, source, first.etag, [
      { action: 'undo', undoes: 1, who: 'Li', when, why: '' },
    ]);
    expect(second.log.entries.map((e) => [e.id, e.action])).toEqual([
      [1, 'correct'],
      [2, 'undo'],
    ]);
    expect(await readStored(file, source)).toEqual(second);
    expect(readdirSync(join(file, '..'))).toEqual(['a.corrections.json']);
  });

  test('is not written over what another window wrote', async () => {
    const file = path();
    const { etag } = await readStored(file, source);
    await addEntries(file, source, etag, [correct]);
    await expect(addEntries(file, source, etag, [accept])).rejects.toThrow(ChangedMeanwhile);
    expect((await readStored(file, source)).log.entries).toHaveLength(1);
  });

  test('twenty windows at once lose nothing', async () => {
    const file = path();
    const one = async (n: number): Promise<void> => {
      for (let etag = (await readStored(file, source)).etag; ; ) {
        try {
          await addEntries(file, source, etag, [{ ...correct, value: String(n) }]);
          return;
        } catch (error) {
          if (!(error instanceof ChangedMeanwhile)) throw error;
          etag = error.current.etag;
        }
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => one(n)));
    const { log } = await readStored(file, source);
    expect(log.entries.map((e) => e.id)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(new Set(log.entries.map((e) => ('value' in e ? e.value : null))).size).toBe(20);
  });

  test('is found beside the document and beside its output, and refused where it is none', async () => {
    const file = path();
    await addEntries(file, source, (await readStored(file, source)).etag, [correct]);
    const beside = join(file, '..', 'a.pdf');
    expect(await findLogs([beside, undefined, '-'])).toHaveLength(1);
    expect(await findLogs(['/nowhere/x.pdf', join(file, '..', 'a.json')])).toHaveLength(1);
    writeFileSync(file, '{"format":"something else"}');
    await expect(findLogs([beside])).rejects.toThrow(/not a corrections file/);
    expect(() => parseLog('{', file)).toThrow(/does not parse/);
    expect(readFileSync(file, 'utf8')).toContain('something else');
  });
});
