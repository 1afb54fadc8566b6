import { finding } from '../document/finding.js';
import type { Finding } from '../document/schema.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import type { TextLine } from '../pages/lines.js';
import type { Draft, Part } from './draft.js';
import { isRunningHead, notesBelow } from './surroundings.js';
import { isHeadAlone, unruledContinuation, WITHOUT_RULES } from './unruled.js';

/**
 * The rows without rules that a walk through the pages meets: under a head that alone is ruled, or on a page that goes on with such
 * a table. Each table that has some is said once, in `findings`.
 */
export class BareRows {
  constructor(private readonly findings: Finding[]) {}

  /** The table whose last piece on this page is a head between rules, and the lines under it. */
  private head: Draft | undefined;
  private lines: TextLine[] = [];
  /** The table with such rows that this page, and that the page before, ends with. */
  private open: Draft | undefined;
  private before: Draft | undefined;

  turnPage(): void {
    this.before = this.open;
    this.open = undefined;
  }

  /** `draft`: the table that the grid just passed belongs to. */
  afterGrid(draft: Draft | undefined): void {
    this.head = draft && isHeadAlone(draft.parts.at(-1)!) ? draft : undefined;
  }

  /** Keeps a line that stands under a head alone. */
  takes(line: TextLine): boolean {
    if (!this.head) return false;
    this.lines.push(line);
    return true;
  }

  /** Reads the lines that were kept; false where they are the text that follows an empty table. */
  underHead(page: PageGrids): boolean {
    const { head, lines } = this;
    this.head = undefined;
    this.lines = [];
    if (!head || lines.length === 0) return true;
    const part = unruledContinuation(page, head.parts.at(-1)!, lines);
    if (part) this.add(head, part);
    return part !== undefined || lines.every((l) => isRunningHead(l, page));
  }

  /** A page without grids and titles: the table of the page before may go on. */
  goOn(page: PageGrids): void {
    const part = this.before && unruledContinuation(page, this.before.parts.at(-1)!);
    if (!part) return;
    this.add(this.before!, part);
    this.before!.notes.push(...notesBelow(page.lines));
  }

  /** Adds a piece to its table. */
  add(draft: Draft, part: Part): void {
    const isFirst = draft.parts.every((p) => p.doubt !== WITHOUT_RULES);
    draft.parts.push(part);
    this.open = draft;
    if (isFirst) this.say(draft, part);
  }

  /** A table began with such a piece. */
  began(draft: Draft): void {
    this.open = draft;
    this.say(draft, draft.parts[0]!);
  }

  private say({ form, title }: Draft, { grid }: Part): void {
    const place = { page: grid.page, table: form.key };
    this.findings.push(
      finding('table-without-rules', 'warning', `《${title ?? form.titles[0]}》: ${WITHOUT_RULES}`, place),
    );
  }
}
