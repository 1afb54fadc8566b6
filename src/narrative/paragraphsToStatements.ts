import { isHeading } from '../paragraphs/breaks.js';
import type { Paragraph } from '../paragraphs/paragraph.js';
import { fold } from './fold.js';
import { itemsIn, type Levels, NO_LEVELS, withLevels } from './items.js';
import { readParagraph, type Subject } from './readParagraph.js';
import { definesTerms, headingLevel, openingScope, type Scope, STAYS, scopeOf, tellsOfAccounts } from './scopes.js';
import type { Narrative } from './statement.js';

interface Heading {
  readonly level: number;
  readonly scope: Scope | undefined;
  /** A part of definitions or annexes: its headings name what tables and sections are called, and none of them opens one. */
  readonly defines: boolean;
}

/**
 * Reads the figures of the text: every number whose words say what it measures and of what. Headings say of what a section speaks;
 * text before the first of them, definitions and lists of duties say no figures.
 */
export function paragraphsToStatements(paragraphs: readonly Paragraph[], fiscalYear: number | null): Narrative {
  const statements: Narrative['statements'][number][] = [];
  const comparisons: Narrative['comparisons'][number][] = [];
  let open: Heading[] = [];
  let section = 0;
  let waiting: Subject | null = null;
  let levels: Levels = NO_LEVELS;
  paragraphs.forEach((paragraph, at) => {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'heading') return;
    const text = fold(paragraph.text);
    const runIn = paragraph.kind === 'heading' ? text : runInHeading(text);
    if (runIn !== undefined) {
      const level = headingLevel(text);
      const told = level > 0 && tellsOfAccounts(runIn);
      open = open.filter((h) => h.level < level && !(told && h.scope === 'none' && !h.defines));
      const scope = scopeOf(runIn) ?? (/^第.{1,3}部分$/.test(runIn) ? titleBeneath(paragraphs[at + 1]) : undefined);
      open.push({ level, scope, defines: definesTerms(runIn) });
      section++;
      waiting = null;
      levels = level <= 1 ? NO_LEVELS : (withLevels(itemsIn(text), levels).at(-1)?.names ?? levels);
      if (paragraph.kind === 'heading') return;
    }
    const scope = scopeIn(open, text);
    if (scope === undefined || scope === 'none') return;
    const read = readParagraph({ paragraph, text, at, section, scope, fiscalYear, levels, subject: waiting });
    levels = read.levels;
    statements.push(...read.statements);
    comparisons.push(...read.comparisons);
    waiting = read.statements.length === 0 ? read.subject : null;
  });
  return { statements, comparisons };
}

/** 第四部分 alone on its line: the next line says what it is. */
const titleBeneath = (next: Paragraph | undefined): Scope | undefined =>
  next && next.text.length <= 40 && !/[。，；]/.test(next.text) ? scopeOf(`${fold(next.text)}`) : undefined;

/** (一)机关运行经费支出情况。2024年度…: a heading that its paragraph goes on behind. */
function runInHeading(text: string): string | undefined {
  const first = /^[^。:]{4,40}(?=[。:])/.exec(text)?.[0];
  return first !== undefined && !/\d{4}年|\d(?:万元|元)/.test(first) && isHeading(first) ? first : undefined;
}

/** The deepest heading that says something; inside 三公, 政府采购 … sub-headings change nothing. */
function scopeIn(open: readonly Heading[], text: string): Scope | undefined {
  let scope: Scope | undefined;
  for (const h of open) {
    if (
      h.scope === undefined ||
      scope === 'none' ||
      (scope !== undefined && (STAYS.has(scope) || h.scope === 'overall'))
    )
      continue;
    scope = h.scope;
  }
  if (scope === 'none' || scope === undefined || STAYS.has(scope)) return scope;
  return openingScope(text) ?? scope;
}
