import type { Attachments } from '../../attachments/gridsToAttachments.js';
import type { Piece } from '../../attachments/value.js';
import { finding } from '../../document/finding.js';
import type { Attachment, Field, Finding } from '../../document/schema.js';
import type { Again } from '../../readings/secondReading.js';
import { standingOf } from '../../readings/standing.js';
import type { FieldBinding } from './checkForms.js';
import { partId } from './parts.js';

type Row<K extends string> = { page: number; box: Field['box']; cells: Partial<Record<K, Field>> };

/** Gives every field of the forms its checks, its second reading and its standing. */
export function finishForms(
  { attachments, pieces }: Attachments,
  bindings: ReadonlyMap<string, FieldBinding>,
  again: ReadonlyMap<string, Again>,
  findings: Finding[],
): Attachment[] {
  return attachments.map((form, i) => {
    const n = i + 1;
    const finish = <K extends string>(group: string, r: number, cells: Partial<Record<K, Field>>) =>
      Object.fromEntries(
        Object.entries<Field | undefined>(cells).map(([key, field]) => {
          const id = `attachment/${n}/${group}/${r}/${key}`;
          return [key, finishField(id, n, field!, bindings.get(id), pieces.get(id) ?? [], again, findings)];
        }),
      ) as Partial<Record<K, Field>>;
    const rows = <K extends string>(group: string, list: readonly Row<K>[]) =>
      list.map((row, r) => ({ ...row, cells: finish(group, r + 1, row.cells) }));
    return {
      ...form,
      header: finish('header', 0, form.header),
      tasks: rows('task', form.tasks),
      funding: rows('funding', form.funding),
      indicators: rows('indicator', form.indicators),
    };
  });
}

/** The second reading of all parts of a value, null where one of them was not read again. */
function readingOf(pieces: readonly Piece[], again: ReadonlyMap<string, Again>): Again | null {
  const parts = pieces.map((p) => (p.raw === null ? undefined : again.get(partId(p))));
  if (parts.length === 0 || parts.some((p) => p === undefined)) return null;
  return { text: parts.map((p) => p!.text).join(''), same: parts.every((p) => p!.same) };
}

function finishField(
  id: string,
  n: number,
  field: Field,
  binding: FieldBinding | undefined,
  pieces: readonly Piece[],
  readings: ReadonlyMap<string, Again>,
  findings: Finding[],
): Field {
  const again = readingOf(pieces, readings);
  const read: Field = {
    ...field,
    secondReading: again ? again.text : null,
    reader: again && field.reader === 'pdfium' ? 'pdfium+pdfjs' : field.reader,
    checks: [...(binding?.checks ?? [])],
  };
  const { contradicted } = binding ?? { contradicted: null };
  const { standing, why } = standingOf({
    cell: read,
    doubts: field.why,
    unitKnown: true,
    supported: binding?.supported ?? false,
    // The result of a failing identity is in doubt; a figure that it is made of is not, where two readers give the same characters.
    contradicted: contradicted === 'result' || (contradicted === 'term' && again?.same !== true),
    second: again ? (again.same ? 'same' : 'differs') : null,
  });
  const place = { page: field.page, box: field.box, attachment: n, cell: id };
  // What is taken from another form is told with the loss that made it necessary.
  if (field.why.length > 0 && pieces.some((p) => p.raw !== null))
    findings.push(
      finding('place-in-doubt', 'warning', `${field.value ?? 'a blank field'}: ${field.why.join('; ')}`, place),
    );
  if (again && !again.same) {
    findings.push(
      finding(
        'readings-differ',
        'error',
        `two readers of the text layer differ: ${field.value ?? 'nothing'} and ${again.text || 'nothing'}`,
        place,
        { expected: again.text, actual: field.value },
      ),
    );
  }
  return { ...read, standing, why };
}
