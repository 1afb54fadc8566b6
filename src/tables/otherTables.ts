import type { OtherTable } from './draft.js';

/** The tables beside the nine, as the walk through the pages meets them: one of them may go on with the next grid. */
export class OtherTables {
  readonly found: OtherTable[] = [];
  private open: OtherTable | undefined;

  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** A grid under the title of one: the same title on the next page names the same table. */
  titled(title: string, page: number): void {
    const known = this.found.find((o) => o.title === title && page - o.pages.at(-1)! <= 1);
    this.open = known ?? { title, pages: [page] };
    if (!known) this.found.push(this.open);
    this.goesOn(page);
  }

  /** Whether a grid without a title goes on with the open one. */
  goesOn(page: number): boolean {
    if (!this.open || page - this.open.pages.at(-1)! > 1) return false;
    if (!this.open.pages.includes(page)) this.open.pages.push(page);
    return true;
  }

  close(): void {
    this.open = undefined;
  }
}
