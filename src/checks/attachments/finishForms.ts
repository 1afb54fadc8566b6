import type { Attachments } from '../../attachments/gridsToAttachments.js';
import type { Piece } from '../../attachments/value.js';
import { finding } from '../../document/finding.js';
import type { Attachment, Field, Finding } from '../../document/schema.js';
import { type Again, sameReading } from '../../readings/secondReading.js';
import { standingOf } from '../../readings/standing.js';
import { bothReaders, poorness, theyDiffer } from '../finishCell.js';
import { isNumberLike, ONE_ENGINE, pictureDoubt } from '../pictures.js';
import { isPicture, type SecondReading } from '../secondReadings.js';
import type { FieldBinding } from './checkForms.js';
import { partId } from './parts.js';

type Row<K extends string> = { page: number; box: Field['box']; cells: Partial<Record<K, Field>> };

/**
 * Gives every field of the forms its checks, its second reading and its standing. Values that one engine alone read from a picture
 * are told once a form.
 */
export function finishForms(
  { attachments, pieces }: Attachments,
  bindings: ReadonlyMap<string, FieldBinding>,
  again: ReadonlyMap<string, Again>,
  second: SecondReading,
  findings: Finding[],
): Attachment[] {
  return attachments.map((form, i) => {
    const n = i + 1;
    const alone: Field[] = [];
    const unlike: Field[] = [];
    const finish = <K extends string>(group: string, r: number, cells: Partial<Record<K, Field>>) =>
      Object.fromEntries(
        Object.entries<Field | undefined>(cells).map(([key, field]) => {
          const id = `attachment/${n}/${group}/${r}/${key}`;
          const known = { binding: bindings.get(id), pieces: pieces.get(id) ?? [], again };
          const done = finishField(id, n, field!, known, second, findings);
          if (done.why.includes(ONE_ENGINE)) alone.push(done);
          else if (differInWords(done, second)) unlike.push(done);
          return [key, done];
        }),
      ) as Partial<Record<K, Field>>;
    const rows = <K extends string>(group: string, list: readonly Row<K>[]) =>
      list.map((row, r) => ({ ...row, cells: finish(group, r + 1, row.cells) }));
    const finished = {
      ...form,
      header: finish('header', 0, form.header),
      tasks: rows('task', form.tasks),
      funding: rows('funding', form.funding),
      indicators: rows('indicator', form.indicators),
    };
    if (alone.length > 0) findings.push(readByOne(alone, form, n));
    if (unlike.length > 0) findings.push(readUnlike(unlike, n));
    return finished;
  });
}

/** The second reading of all parts of a value, null where one of them was not read again. */
function readingOf(pieces: readonly Piece[], again: ReadonlyMap<string, Again>): Again | null {
  const parts = pieces.map((p) => (p.raw === null ? undefined : again.get(partId(p))));
  if (parts.length === 0 || parts.some((p) => p === undefined)) return null;
  return { text: parts.map((p) => p!.text).join(''), same: parts.every((p) => p!.same) };
}

function readByOne(alone: readonly Field[], form: Attachment, n: number): Finding {
  const message = `form ${n}: ${alone.length} values were read from a picture by one engine alone: compare them with the page`;
  return finding('picture-read-once', 'warning', message, { page: alone[0]?.page ?? form.pages[0]!, attachment: n });
}

/** A text of a picture that two readers read differently: told once a form, engines err in words more than in numbers. */
const differInWords = (field: Field, second: SecondReading): boolean =>
  isPicture(second, field.page) &&
  field.secondReading !== null &&
  !isNumberLike(field.value ?? '') &&
  !sameReading(field.secondReading, field.value ?? '');

function readUnlike(unlike: readonly Field[], n: number): Finding {
  const [first] = unlike as [Field];
  const example = `${cut(first.value)} and ${cut(first.secondReading)}`;
  const message = `form ${n}: two readers of the picture differ in ${unlike.length} texts, as in ${example}: compare them with the page`;
  return finding('picture-read-differently', 'warning', message, { page: first.page, box: first.box, attachment: n });
}

const cut = (text: string | null): string => (text === null || text === '' ? 'nothing' : text.slice(0, 20));

interface KnownOfField {
  readonly binding: FieldBinding | undefined;
  readonly pieces: readonly Piece[];
  readonly again: ReadonlyMap<string, Again>;
}

function finishField(
  id: string,
  n: number,
  field: Field,
  { binding, pieces, again: readings }: KnownOfField,
  second: SecondReading,
  findings: Finding[],
): Field {
  const again = readingOf(pieces, readings);
  const read: Field = {
    ...field,
    secondReading: again ? again.text : null,
    reader: again ? bothReaders(field.reader) : field.reader,
    checks: [...(binding?.checks ?? [])],
  };
  const { contradicted } = binding ?? { contradicted: null };
  const picture = isPicture(second, field.page);
  const doubt = picture ? pictureDoubt(field.value, again) : null;
  const { standing, why } = standingOf({
    cell: { secondReading: read.secondReading, raw: field.value ?? '' },
    doubts: doubt === null ? field.why : [...field.why, doubt],
    unitKnown: true,
    supported: binding?.supported ?? false,
    // The result of a failing identity is in doubt; a figure that it is made of is not, where two readers give the same characters.
    contradicted: contradicted === 'result' || (contradicted === 'term' && again?.same !== true),
    second: again ? (again.same ? 'same' : 'differs') : null,
    addsUp: binding?.supported ?? false,
    ...(doubt === null && poorness(field.page, field.box, field.value ?? '', again?.same === true, second)),
  });
  const place = { page: field.page, box: field.box, attachment: n, cell: id };
  // What is taken from another form is told with the loss that made it necessary.
  if (field.why.length > 0 && pieces.some((p) => p.raw !== null))
    findings.push(
      finding('place-in-doubt', 'warning', `${field.value ?? 'a blank field'}: ${field.why.join('; ')}`, place),
    );
  // Words in which two readers of a picture differ are told together.
  if (again && !again.same && (!picture || isNumberLike(field.value ?? ''))) {
    findings.push(
      finding('readings-differ', 'error', theyDiffer(second, field.page, field.value, again.text), place, {
        expected: again.text,
        actual: field.value,
      }),
    );
  }
  return { ...read, standing, why };
}
