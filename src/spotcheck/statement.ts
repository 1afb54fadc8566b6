import { upperBound } from './bound.js';
import type { SpotCheck } from './spotCheck.js';

/** What the verdicts on one stratum prove. */
export interface StratumStatement {
  readonly stratum: string;
  /** How many there are, how many were drawn, and how many were judged. */
  readonly population: number;
  readonly drawn: number;
  readonly judged: number;
  readonly right: number;
  /** Wrong, or such that the eye could not tell: what is not shown to be right does not count as right. */
  readonly wrong: number;
  /** The error rate lies below this at 95 %; exactly known where every figure was judged. */
  readonly below: number;
}

export interface Statement {
  readonly strata: readonly StratumStatement[];
  readonly judged: number;
  readonly right: number;
  readonly drawn: number;
  /** The error rate of all figures lies below this at 95 %. */
  readonly below: number;
}

const CONFIDENCE = 0.95;

/**
 * What a spot-check proves. Each stratum has its own exact bound at 95 %. For all figures together each stratum is bounded with
 * 1 - 0.05 / (number of strata), and the bounds are added up by the strata's sizes: that all of them hold at once has at least
 * 95 % (Bonferroni), however the sample was divided.
 */
export function statementOf(check: SpotCheck): Statement {
  const sizes = Object.entries(check.population).filter(([, size]) => size > 0);
  const total = sizes.reduce((n, [, size]) => n + size, 0);
  const together = 1 - (1 - CONFIDENCE) / Math.max(1, sizes.length);
  let below = 0;
  const strata = sizes.map(([stratum, population]) => {
    const items = check.items.filter((i) => i.stratum === stratum);
    const judged = items.filter((i) => i.verdict !== null);
    const right = judged.filter((i) => i.verdict === 'right').length;
    const wrong = judged.length - right;
    const bound = (confidence: number): number =>
      judged.length === population ? wrong / population : upperBound(wrong, judged.length, confidence);
    below += (population / total) * bound(together);
    return {
      stratum,
      population,
      drawn: items.length,
      judged: judged.length,
      right,
      wrong,
      below: bound(CONFIDENCE),
    };
  });
  const sum = (of: 'judged' | 'right' | 'drawn'): number => strata.reduce((n, s) => n + s[of], 0);
  return { strata, judged: sum('judged'), right: sum('right'), drawn: sum('drawn'), below: total === 0 ? 1 : below };
}

export const percent = (rate: number): string => `${(rate * 100).toFixed(rate < 0.1 ? 2 : 1)} %`;

/** The statement for a person at a terminal. */
export function statementToText(check: SpotCheck): string {
  const s = statementOf(check);
  const lines = [
    `spot-check of ${check.drawn.slice(0, 10)}, seed ${check.seed}${check.blind ? ', blind' : ''}: ${s.judged} of ${s.drawn} judged`,
    '',
    `  ${'stratum'.padEnd(20)} ${'figures'.padStart(9)} ${'drawn'.padStart(6)} ${'judged'.padStart(7)} ${'right'.padStart(6)}  error rate at 95 %`,
    ...s.strata.map(
      (x) =>
        `  ${x.stratum.padEnd(20)} ${String(x.population).padStart(9)} ${String(x.drawn).padStart(6)} ${String(x.judged).padStart(7)} ${String(x.right).padStart(6)}  ${x.judged === 0 ? 'nothing proved' : x.judged === x.population ? `exactly ${percent(x.below)}` : `below ${percent(x.below)}`}`,
    ),
    '',
    `${s.right} of ${s.judged} right; the error rate of all figures is below ${percent(s.below)} at 95 %`,
  ];
  return `${lines.join('\n')}\n`;
}
