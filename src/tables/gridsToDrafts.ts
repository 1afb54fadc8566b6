import type { Finding } from '../document/schema.js';
import { columnCount, type Grid } from '../grids/grid.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { isPageNumber } from '../normalise/text.js';
import type { TextLine } from '../pages/lines.js';
import { READS_PICTURES } from '../pages/page.js';
import { BareRows } from './bareRows.js';
import { titledLayout } from './columnsLeftOut.js';
import { type Draft, type Drafts, type Part, sheetOf } from './draft.js';
import type { Form } from './form.js';
import { FORMS } from './forms/index.js';
import { beginsAnew, goesOn } from './goesOn.js';
import { type HalfHead, mayBeHalfHead, unfitHead, wholeHead } from './halfHead.js';
import { isOfOtherCodes } from './layout.js';
import { layoutOfOrphan } from './orphan.js';
import { OtherTables } from './otherTables.js';
import { isInColumns, isLikeOurs } from './rowKinds.js';
import { goesBeside } from './sideways.js';
import { stackedTables } from './stackedTables.js';
import {
  type Heading,
  innerHead,
  isBesideGrid,
  isNote,
  isRunningHead,
  mayStandUnderTitle,
  notesBelow,
} from './surroundings.js';
import { titleAt } from './titleLines.js';
import { headUnit, isNoise, isTableMeta, readPrintedNumber, readTitle, readUnit } from './titles.js';
import { unruledTable } from './unruled.js';

/**
 * Walks through the pages in order and gathers the pieces of each 公开表: a title, then the grid under it (or on top of the next
 * page), then the grids that go on with it. `taken`: grids that are known to be something else.
 */
export function gridsToDrafts(pages: readonly PageGrids[], taken: ReadonlySet<Grid> = new Set()): Drafts {
  const walk = new Walk(taken);
  for (const page of pages) walk.page(page);
  return walk.done();
}

class Walk {
  constructor(private readonly taken: ReadonlySet<Grid>) {}

  private readonly drafts: Draft[] = [];
  private readonly others = new OtherTables();
  private readonly unknown: number[] = [];
  private readonly findings: Finding[] = [];
  private heading: Heading | undefined;
  /** The table that the next grid may go on with; closed by notes and by other text. */
  private open: Draft | undefined;
  /** Lines of a head since the last grid or text: a number label may stand before its title. */
  private meta: string[] = [];
  /** The two lines before this one, the nearest first; a title may begin at the foot of a page. */
  private above: readonly TextLine[] = [];

  page(page: PageGrids): void {
    const items = [
      ...page.grids
        .flatMap((grid) => (this.taken.has(grid) ? grid : stackedTables(grid)))
        .map((grid) => ({ y: grid.box[1], grid, line: undefined })),
      ...page.lines
        .filter((line) => !isBesideGrid(line, page))
        .map((line) => ({ y: (line.y0 + line.y1) / 2, grid: undefined, line })),
    ].sort((a, b) => a.y - b.y);
    this.bare.turnPage();
    for (const item of items) {
      if (item.grid) {
        this.underHead(page);
        this.grid(item.grid, page);
        this.bare.afterGrid(this.drafts.findLast((d) => d.parts.at(-1)!.grid === item.grid));
        this.above = [];
      } else if (item.line) {
        this.line(item.line, page);
        if (!isPageNumber(item.line.text)) this.above = [item.line, ...this.above.slice(0, 1)];
      }
    }
    this.underHead(page);
    this.unruled(page);
    if (page.grids.length > 0 || !READS_PICTURES.has(page.reader) || !isInColumns(page)) return;
    if (!this.drafts.some((d) => d.parts.some((p) => p.grid.page === page.page))) this.unknown.push(page.page);
  }

  done(): Drafts {
    const unfit = [...this.unfit].filter(([{ parts }]) => !parts[0]!.layout.complete).map(([, said]) => said);
    const findings = [...this.findings, ...(this.half ? [this.half.unfit] : []), ...unfit];
    return { drafts: this.drafts, others: this.others.found, unknown: this.unknown, findings };
  }

  /** Tables whose head is not that of their form, unless its other columns come on another page. */
  private readonly unfit = new Map<Draft, Finding>();

  private line(line: TextLine, page: PageGrids): void {
    // A bracket alone may end a title that is broken over two lines.
    const noise = isPageNumber(line.text) || isNoise(line.text);
    const found = noise && !/^[)）]$/.test(line.text) ? undefined : titleAt(line, this.above);
    if (noise && !found) return;
    if (found || isNote(line.text)) this.underHead(page);
    if (found) {
      this.heading = { title: found.title, page: page.page, meta: [...this.meta], below: [] };
      this.titledPage = page.page;
      this.takeMeta(found.printed);
      this.meta = [];
      return;
    }
    if (this.heading) this.heading.below.push(line);
    if (line.segments.every((s) => isTableMeta(s.text)) || isTableMeta(line.text)) {
      this.takeMeta(line.text);
      return;
    }
    if (this.bare.takes(line)) return;
    if (this.open && isNote(line.text)) {
      this.open.notes.push(line.text);
      this.closed = this.open;
      this.open = undefined;
      this.others.close();
      return;
    }
    const noted = this.closed && this.closed.notes.length > 0 && !this.heading ? this.closed : undefined;
    // A note goes on over several lines; a heading or another page ends it.
    if (noted && line.y0 > 0 && !/^第.{1,3}部分/.test(line.text) && noted.parts.at(-1)!.grid.page === page.page) {
      noted.notes.push(line.text);
      return;
    }
    this.closed = undefined;
    this.meta = [];
    if (this.heading && !mayStandUnderTitle(line, this.heading, page)) this.heading = undefined;
    if (!isRunningHead(line, page)) {
      this.open = undefined;
      this.others.close();
    }
  }

  private closed: Draft | undefined;
  private readonly bare = new BareRows(this.findings);
  /** The last page with a title: what stands under it goes on with no table. */
  private titledPage = 0;

  private takeMeta(text: string): void {
    if (this.heading) this.heading.meta.push(text);
    this.meta.push(text);
  }

  private grid(printed: Grid, page: PageGrids): void {
    if (this.taken.has(printed)) {
      this.heading = undefined;
      this.closed = undefined;
      this.open = undefined;
      this.others.close();
      this.meta = [];
      return;
    }
    const { from, lines } = innerHead(printed);
    for (const text of lines) {
      const title = readTitle(text);
      if (title) this.heading = { title, page: page.page, meta: [...this.meta], below: [] };
      else this.takeMeta(text);
    }
    const heading = this.heading;
    this.heading = undefined;
    this.closed = undefined;
    const meta = heading ? heading.meta : this.meta;
    this.meta = [];
    if (this.half && this.bringsRest(this.half, printed, heading)) return;
    if (heading?.title.kind === 'form') {
      if (this.titled(printed, from, heading, meta)) return;
    } else if (heading?.title.kind === 'other') {
      this.other(heading.title.text, printed);
      return;
    }
    if (this.open && goesOn(this.open, printed, from)) return;
    if (this.others.goesOn(printed.page)) return;
    this.orphan(printed, from, meta);
  }

  private titled(grid: Grid, from: number, heading: Heading, meta: readonly string[]): boolean {
    if (heading.title.kind !== 'form') return false;
    const { form, rank, text } = heading.title;
    const same = this.before(grid, heading.title.form, text);
    const layout = titledLayout(grid, form, from);
    if (layout?.complete) {
      const part: Part = { grid, layout, doubt: null, hasHead: true };
      if (same && !beginsAnew(same, part)) same.parts.push(part);
      else this.start(form, text, rank, meta, part, false);
      return true;
    }
    // The title is repeated and the head is not.
    if (same && goesOn(same, grid, from)) return true;
    const unfit = unfitHead(grid, from, form, text, layout !== undefined);
    if (layout && isOfOtherCodes(grid, layout, form)) {
      this.findings.push(unfit);
      this.other(text, grid);
      return true;
    }
    if (layout?.blocks.some((b) => b.amounts.some((a) => a.key))) {
      const part = { grid, layout, doubt: 'the head of the table is not that of its form', hasHead: true };
      this.unfit.set(this.start(form, text, rank, meta, part, false), unfit);
      return true;
    }
    if (mayBeHalfHead(grid, from)) {
      this.half = { grid, form, title: text, rank, meta, unfit };
      this.open = undefined;
      return true;
    }
    this.findings.push(unfit);
    return false;
  }

  private half: HalfHead | undefined;

  /** Whether a grid on the next page brings the rest of a head, and so begins its table. */
  private bringsRest({ grid, form, title, rank, meta, unfit }: HalfHead, rest: Grid, heading?: Heading): boolean {
    this.half = undefined;
    const parts = heading || rest.sheet - grid.sheet !== 1 ? undefined : wholeHead(grid, rest, form);
    if (parts) this.start(form, title, rank, meta, parts[0], false).parts.push(parts[1]);
    else this.findings.push(unfit);
    return parts !== undefined;
  }

  /** The table just above, where it has this title too: a table whose title is printed again on every page. */
  private before(grid: Grid, form: Form, title: string): Draft | undefined {
    const last = this.drafts.at(-1);
    if (last?.form !== form || this.others.isOpen || (last.title !== null && last.title !== title)) return undefined;
    return grid.sheet - sheetOf(last) <= 1 ? last : undefined;
  }

  private other(title: string, { page }: Grid): void {
    this.others.titled(title, page);
    this.open = undefined;
  }

  /** A grid without a title: a page of one of the nine whose first page is lost, if its labels say so. */
  private orphan(grid: Grid, from: number, meta: readonly string[]): void {
    for (const form of FORMS) {
      if (this.drafts.some((d) => d.form === form)) continue;
      const layout = layoutOfOrphan(grid, form, from);
      if (!layout) continue;
      this.start(form, null, form.titles.length, meta, { grid, layout, doubt: null, hasHead: layout.complete }, true);
      return;
    }
    const last = this.drafts.at(-1);
    if (last && columnCount(grid) > 2 && grid.sheet - sheetOf(last) <= 1) {
      // A note may stand between the halves of a wide sheet.
      if (goesBeside(last, grid, from)) return;
      last.followedBy.push(grid);
    }
    if (isLikeOurs(grid)) this.unknown.push(grid.page);
    this.open = undefined;
  }

  private start(
    form: Form,
    title: string | null,
    rank: number,
    meta: readonly string[],
    part: Part,
    headLost: boolean,
  ): Draft {
    const draft: Draft = {
      form,
      title,
      rank,
      printedNumber: meta.map(readPrintedNumber).find((n) => n !== null) ?? null,
      unit: meta.map(readUnit).find((u) => u !== null) ?? headUnit(part.grid, part.layout.body),
      parts: [part],
      notes: [],
      followedBy: [],
      headLost,
    };
    this.drafts.push(draft);
    this.open = draft;
    this.others.close();
    return draft;
  }

  private underHead(page: PageGrids): void {
    if (!this.bare.underHead(page)) this.open = undefined;
  }

  /** A page without grids under a title: its table may be set without rules, or go on so from the page before. */
  private unruled(page: PageGrids): void {
    const { heading } = this;
    if (page.grids.length > 0) return;
    if (heading?.title.kind === 'form' && heading.page === page.page) {
      const { form, rank, text } = heading.title;
      const part = unruledTable(page, heading.below, form);
      const notes = notesBelow(heading.below);
      if (part || notes.length > 0) this.heading = undefined;
      if (!part) return;
      const same = this.before(part.grid, form, text);
      const draft = same ?? this.start(form, text, rank, heading.meta, part, false);
      if (same) this.bare.add(same, part);
      else this.bare.began(draft);
      draft.notes.push(...notes);
    } else if (!heading && this.titledPage !== page.page) this.bare.goOn(page);
  }
}
