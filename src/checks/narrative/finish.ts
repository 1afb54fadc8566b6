/** From a checked statement to what the document holds: place, reader, standing. */
import { finding, roundBox } from '../../document/finding.js';
import type { Finding, Statement } from '../../document/schema.js';
import type { Narrative, Said } from '../../narrative/statement.js';
import { joinPlaces } from '../../paragraphs/paragraph.js';
import type { Again } from '../../readings/secondReading.js';
import { bothReaders } from '../finishCell.js';
import type { NarrativeAnchors } from '../ledger.js';
import { ONE_ENGINE } from '../pictures.js';
import { isPicture, type SecondReading } from '../secondReadings.js';
import type { StatementBinding } from './checkNarrative.js';

/**
 * Whether a statement is read again. On a picture that is what no table bears out; on a poor one, where two engines err alike, only
 * with another check beside it.
 */
export function wantsAgain(said: Said, binding: StatementBinding, second: SecondReading): boolean {
  if (second.when !== 'auto') return second.when === 'all';
  if (binding.contradicted) return true;
  const picture = said.places.some((p) => isPicture(second, p.page));
  return picture && !binding.inTables && (binding.supported || !isPoor(said, second));
}

const isPoor = (said: Said, second: SecondReading): boolean =>
  said.places.some((p) => typeof second.pictures?.poor(p.page) === 'string');

/**
 * The same rules as for the cells of the tables: contradicted is disputed, borne out or read twice is confirmed. What one engine
 * read from a picture needs the tables to bear it out.
 */
export function finishStatement(
  said: Said,
  binding: StatementBinding,
  again: Again | undefined,
  second: SecondReading,
): Statement {
  const place = joinPlaces(said.places)!;
  const picture = said.places.some((p) => isPicture(second, p.page));
  const against: string[] = [];
  if (binding.contradicted) against.push('a check that binds it fails beyond rounding');
  if (again && !again.same) against.push(`the second reading gives ${again.text || 'nothing'}`);
  if (picture && !binding.inTables) {
    if (!again) against.push(ONE_ENGINE);
    else if (isPoor(said, second) && !binding.supported)
      against.push('its page is a poor picture and no check bears it out');
  }
  const why: string[] = [];
  if (binding.supported) why.push('a check with figures printed elsewhere holds');
  if (again?.same) why.push('two readers give the same characters');
  const standing = against.length > 0 ? 'disputed' : why.length > 0 ? 'confirmed' : 'unconfirmed';
  return {
    statement: said.statement,
    subject: said.subject,
    measure: said.measure,
    value: said.value,
    unit: said.unit,
    sentence: said.sentence,
    page: place.page,
    box: roundBox(place.box),
    reader: again ? bothReaders(place.reader) : place.reader,
    standing,
    why: against.length > 0 ? against : why.length > 0 ? why : ['no check binds it and it was read once'],
    checks: [...new Set(binding.checks)],
  };
}

/** Statements that one engine alone read from pictures, told once. */
export function readOnce(statements: readonly Statement[]): Finding[] {
  const alone = statements.filter((s) => s.why.includes(ONE_ENGINE));
  if (alone.length === 0) return [];
  const message = `${alone.length} figures of the text were read from a picture by one engine alone, and no table bears them out`;
  return [finding('picture-read-once', 'warning', message, { page: alone[0]!.page })];
}

/** Figures behind which the text prints no unit: what they are worth is not known. A nought needs none. */
export function withoutUnit(statements: readonly Statement[]): Finding[] {
  return statements.flatMap(({ unit, value, measure, sentence, page, box }, i) => {
    if (unit !== '' || /^[0.]*$/.test(value)) return [];
    const at = Math.max(0, sentence.indexOf(value));
    const message = `no unit stands behind ${value} (${measure}): “${sentence.slice(Math.max(0, at - 20), at + 20)}”`;
    return [
      finding('figure-without-unit', 'warning', message, { page, box, cell: `narrative/${i}` }, { actual: value }),
    ];
  });
}

/** 机关运行经费 as the text says it first, for the identity with 公开06表. */
export function operatingCostOf(narrative: Narrative): NarrativeAnchors['operatingCost'] {
  const said = narrative.statements.find((s) => s.subject === 'operating_cost' && s.measure === 'amount');
  return said && (said.unit === '万元' || said.unit === '元') ? { value: said.value, unit: said.unit } : null;
}
