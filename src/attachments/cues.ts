import { rowCount } from '../grids/grid.js';
import { indicatorHead } from './columns.js';
import { ATTACHMENT_KINDS, other } from './forms/index.js';
import { LEVEL_NAMES } from './forms/indicators.js';
import { goalsHead } from './goals.js';
import { bareLabel, fieldOfLabel } from './labels.js';
import { type GridRows, printedIn } from './rows.js';
import { readFormTitle } from './titles.js';

/** What in a grid tells that it belongs to a self-evaluation form. */
export interface Cues {
  /** Rows that hold the title of a form, alone. */
  readonly titleRows: readonly number[];
  /** The first row of each form that begins in the grid: its title, or the label of its subject (项目名称, 部门名称). */
  readonly starts: readonly number[];
  /** The subject of each start, null where the rows before the indicators name none. */
  readonly subjects: readonly (string | null)[];
  readonly hasHead: boolean;
  readonly hasGoals: boolean;
  /** How many cells say what only levels of indicators or last rows say. */
  readonly words: number;
}

const END_WORDS = /^(?:总评价得分|指标自评得分小计|绩效自评总得分|自评总分|总分)$/;

const OWNERS = other.labels.filter((l) => l.field === 'department' || l.field === 'unit');
const isOwner = (text: string): boolean => fieldOfLabel(OWNERS, text) !== undefined;

export function cuesOf(rows: GridRows): Cues {
  const titleRows: number[] = [];
  const starts: number[] = [];
  const names: (string | null)[] = [];
  let body = false;
  let hasHead = false;
  let hasGoals = false;
  let words = 0;
  const subjects = ATTACHMENT_KINDS.flatMap((k) => k.labels.filter((l) => l.field === 'subject'));
  for (let row = 0; row < rowCount(rows.grid); row++) {
    const own = printedIn(rows, row);
    if (own.length === 0) continue;
    if (own.length === 1 && readFormTitle(own[0]!.text) !== undefined) {
      titleRows.push(row);
      starts.push(row);
      names.push(null);
      body = false;
    }
    const at = own.findIndex((c) => c.row1 === row && fieldOfLabel(subjects, c.text) !== undefined);
    // More cells than a few are the head of a table, unless further labels with their values stand among them.
    if (at >= 0 && at + 1 < own.length && (own.length <= 4 || own.slice(at + 2).some((c) => isOwner(c.text)))) {
      // Before the subject there may be a few labels, but no indicators: those end the form of the page before.
      if (starts.length === 0 ? row <= 4 || words > 0 : body) {
        starts.push(starts.length === 0 && words === 0 ? 0 : row);
        names.push(own[at + 1]!.text);
        body = false;
      } else if (!body && names.length > 0) names[names.length - 1] ??= own[at + 1]!.text;
    }
    if (indicatorHead(rows, row, other)) {
      hasHead = true;
      body = true;
    }
    hasGoals ||= goalsHead(rows, row, other) !== undefined;
    for (const c of own) {
      const bare = bareLabel(c.text);
      if (LEVEL_NAMES.test(bare) || END_WORDS.test(bare)) words++;
    }
  }
  return { titleRows, starts, subjects: names, hasHead, hasGoals, words };
}
