import type { Attachment, Finding } from '../document/schema.js';
import type { Grid } from '../grids/grid.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { isPageNumber } from '../normalise/text.js';
import type { TextLine } from '../pages/lines.js';
import { readTitle } from '../tables/titles.js';
import { sameLines, sameSides } from './columns.js';
import { type Cues, cuesOf } from './cues.js';
import { type FormDraft, newDraft } from './draft.js';
import { draftsToAttachments } from './draftToAttachment.js';
import type { AttachmentForm, HeaderField } from './form.js';
import { ATTACHMENT_KINDS, other } from './forms/index.js';
import { withoutHeadsAlone } from './headsAlone.js';
import { bareLabel, fieldOfLabel, inlinePair } from './labels.js';
import { settleMiddles } from './middles.js';
import { readOrphans } from './orphans.js';
import { keep, pairsOf } from './pairs.js';
import { reaches, readGrid } from './readGrid.js';
import { type GridRows, printedIn, rowsOf } from './rows.js';
import { isTitleTail, kindOfTitle, readFormTitle } from './titles.js';
import { UnreadForms } from './unread.js';
import { type Piece, textOf, type Value, valueIn } from './value.js';

/** The self-evaluation forms of a document. `pieces`: the printed parts of every value, by the id that checks use. */
export interface Attachments {
  readonly attachments: readonly Attachment[];
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  /** Grids that belong to forms: no 公开表 stands in them. */
  readonly taken: ReadonlySet<Grid>;
  readonly findings: readonly Finding[];
}

/** Walks through the pages in order and gathers the pieces of each 绩效自评表, wherever it stands in the document. */
export function gridsToAttachments(pages: readonly PageGrids[]): Attachments {
  const walk = new Walk();
  for (const page of pages) walk.page(page);
  const { drafts, leftover, unread } = walk;
  unread.end();
  const forms = withoutHeadsAlone(readOrphans(drafts, leftover));
  for (const form of forms) settleMiddles(form);
  const all = draftsToAttachments(forms);
  return { ...all, findings: [...all.findings, ...unread.findings] };
}

interface PendingTitle {
  readonly value: Value;
  readonly text: string;
  readonly pairs: { readonly field: HeaderField; readonly value: Value }[];
}

class Walk {
  readonly drafts: FormDraft[] = [];
  readonly leftover: GridRows[] = [];
  readonly unread = new UnreadForms();
  /** The form that the next grid may go on with. */
  private open: FormDraft | undefined;
  private title: PendingTitle | undefined;
  /** Lines of text since the last grid: a few may stand between the pages of a form, a paragraph may not. */
  private text = 0;

  page(page: PageGrids): void {
    const items = [
      ...page.grids.map((grid) => ({ y: grid.box[1], grid, line: undefined })),
      ...page.lines.map((line) => ({ y: (line.y0 + line.y1) / 2, grid: undefined, line })),
    ].sort((a, b) => a.y - b.y);
    let previous: TextLine | undefined;
    for (const { grid, line } of items) {
      if (grid) this.grid(grid);
      else if (line) this.line(line, previous, page);
      previous = line;
    }
  }

  private line(line: TextLine, previous: TextLine | undefined, page: PageGrids): void {
    if (isPageNumber(line.text)) return;
    const title = readFormTitle(line.text);
    if (title !== undefined) {
      const above = previous && isTitleTail(line.text) && isUpperLine(previous, line) ? previous : undefined;
      const printed = (above?.text ?? '') + line.text;
      const text = above ? above.text + title : title;
      const box = [
        Math.min(line.x0, above?.x0 ?? line.x0),
        above?.y0 ?? line.y0,
        Math.max(line.x1, above?.x1 ?? line.x1),
        line.y1,
      ] as const;
      this.title = {
        text,
        value: { reader: page.reader, pieces: [{ page: page.page, box, text, raw: printed, doubt: null }] },
        pairs: [],
      };
      this.unread.title(text, page.page, line);
      this.text = 0;
      return;
    }
    this.unread.line(line);
    const table = readTitle(line.text);
    if (table?.kind === 'form') {
      this.unread.end();
      this.open = undefined;
      this.title = undefined;
      return;
    }
    if (this.title) {
      for (const s of line.segments) {
        const pair = inlinePair(kindOfTitle(this.title.text).labels, s.text);
        if (!pair) continue;
        const box = [s.x0, line.y0, s.x1, line.y1] as const;
        const value = {
          reader: page.reader,
          pieces: [{ page: page.page, box, text: pair.value, raw: s.text, doubt: null }],
        };
        this.title.pairs.push({ field: pair.field, value });
      }
    }
    if (line.text.length > 18) this.text++;
    if (this.text >= 3) {
      this.open = undefined;
      this.title = undefined;
    }
  }

  private grid(grid: Grid): void {
    this.text = 0;
    this.unread.read();
    if (!this.open && !this.title && !grid.cells.some((c) => c.text.includes('指标') || c.text.includes('自评')))
      return;
    const rows = rowsOf(grid);
    const cues = cuesOf(rows);
    const { starts } = cues;
    const first = starts[0] ?? Number.POSITIVE_INFINITY;
    if (first > 0 || this.title) this.beginning(rows, cues, first);
    for (const [i, start] of starts.entries()) {
      if (i === 0 && start === 0 && this.drafts.at(-1)?.grids.includes(grid)) continue;
      this.started(rows, cues, i);
    }
    this.title = undefined;
  }

  /** The rows of a grid before the first start in it: a form under a title that stands over the grid, or one that goes on. */
  private beginning(rows: GridRows, cues: Cues, end: number): void {
    const title = this.title;
    const to = end === 0 ? cues.starts[1] : cues.starts[0];
    const told = end === 0 || cues.hasHead || cues.hasGoals;
    if (title && (/自评|自我评价/.test(title.text) || (told && isSelfEvaluation(rows)))) {
      const subject = end === 0 ? cues.subjects[0]! : null;
      if (!this.repeats(title.text, subject, rows)) this.begin(title, subjectLabel(rows, end === 0));
      readGrid(this.open!, rows, 0, to);
      return;
    }
    if (this.open && !this.open.ended && this.goesOn(this.open, rows, cues)) {
      readGrid(this.open, rows, 0, to);
      return;
    }
    if (cues.hasHead && cues.starts.length === 0 && isSelfEvaluation(rows)) {
      this.begin(undefined, other);
      this.open!.startLost = true;
      readGrid(this.open!, rows, 0, to);
      return;
    }
    this.open = undefined;
    this.leftover.push(rows);
  }

  /** A form that begins in a row of the grid: its title, or the label of its subject. */
  private started(rows: GridRows, cues: Cues, i: number): void {
    const from = cues.starts[i]!;
    const to = cues.starts[i + 1];
    const inside = cues.titleRows.includes(from);
    const subject = cues.subjects[i]!;
    if (inside) {
      const cell = printedIn(rows, from)[0]!;
      const text = readFormTitle(cell.text)!;
      const value = valueIn(rows.grid, [cell]);
      const title: PendingTitle = {
        text,
        value: { ...value, pieces: value.pieces.map((p) => ({ ...p, text })) },
        pairs: this.title?.pairs ?? [],
      };
      if (!this.repeats(text, subject, rows)) this.begin(title, subjectLabel(rows, true));
      readGrid(this.open!, rows, from + 1, to);
      return;
    }
    if (!this.open || this.open.ended || !this.takesSubject(this.open, subject)) {
      if ((!cues.hasHead && !cues.hasGoals) || !isSelfEvaluation(rows)) {
        this.open = undefined;
        return;
      }
      this.begin(undefined, subjectLabel(rows, true));
    }
    readGrid(this.open!, rows, from, to);
  }

  /** The head of the open form printed again on its next page; units may have forms of the same title and subject. */
  private repeats(title: string, subject: string | null, rows: GridRows): boolean {
    const open = this.open;
    if (!open || open.ended || textOf(open.title) !== title) return false;
    if (!sameLines(open.grids[0]!.xs, rows.grid.xs) || isOfAnother(open, rows)) return false;
    return subject === null ? open.columns !== undefined : textOf(open.header.get('subject')) === subject;
  }

  private takesSubject(open: FormDraft, subject: string | null): boolean {
    const own = open.header.get('subject');
    return own === undefined ? open.columns === undefined : textOf(own) === subject;
  }

  private begin(title: PendingTitle | undefined, bySubject: AttachmentForm): void {
    const kind = title ? kindOfTitle(title.text) : other;
    const draft = newDraft(kind === other ? bySubject : kind, title?.value);
    for (const pair of title?.pairs ?? []) keep(draft, pair);
    this.drafts.push(draft);
    this.open = draft;
  }

  private goesOn(open: FormDraft, { grid }: GridRows, cues: Cues): boolean {
    const last = open.grids.at(-1);
    if (!last || grid.sheet - last.sheet > 1) return false;
    if (cues.hasHead || cues.hasGoals) return true;
    if (open.block.kind !== 'header' && reaches(open.block, grid)) return true;
    // Of a form that has only begun the lines are not known yet; the labels of its head are.
    const begun = open.columns === undefined && open.block.kind === 'header';
    if (
      begun &&
      sameSides(last.xs, grid.xs) &&
      grid.cells.some((c) => fieldOfLabel(open.form.labels, c.text) !== undefined)
    )
      return true;
    return sameLines(last.xs, grid.xs);
  }
}

/** Whether the first rows name another department or unit than the form has. */
const isOfAnother = (open: FormDraft, rows: GridRows): boolean =>
  rows.starting.slice(0, 6).some((_, row) =>
    pairsOf(rows, row, open.form.labels).some(({ field, value }) => {
      const own = open.header.get(field);
      return (field === 'unit' || field === 'department') && own !== undefined && textOf(own) !== textOf(value);
    }),
  );

/** The kind of form by the label of its subject. */
function subjectLabel(rows: GridRows, begins: boolean): AttachmentForm {
  if (!begins) return other;
  for (let row = 0; row < Math.min(6, rows.starting.length); row++) {
    for (const cell of printedIn(rows, row)) {
      const bare = bareLabel(cell.text);
      const kind = ATTACHMENT_KINDS.find((k) => k.signature.some((s) => s.test(bare)));
      if (kind) return kind;
    }
  }
  return other;
}

/**
 * Targets alone (绩效目标表) and the marks that experts give in a report (评价得分) are no self-evaluation: that sets what was reached
 * against what was planned.
 */
const isSelfEvaluation = (rows: GridRows): boolean =>
  rows.grid.cells.some((c) => c.text.length < 20 && /自评|完成值|完成情况|实际完成|实际值/.test(c.text));

const isUpperLine = (upper: TextLine, line: TextLine): boolean =>
  line.y0 - upper.y1 < 1.5 * line.size &&
  upper.text.length < 40 &&
  !/[。；，：:]/.test(upper.text) &&
  Math.abs((upper.x0 + upper.x1) / 2 - (line.x0 + line.x1) / 2) < 3 * line.size;
