import type { Standing } from '../document/schema.js';

/** What is known of one cell when its standing is decided. */
export interface Evidence {
  readonly cell: { readonly secondReading: string | null; readonly raw?: string };
  /** Why its place or its form is in doubt. */
  readonly doubts: readonly string[];
  readonly unitKnown: boolean;
  /** An identity against figures printed elsewhere holds. */
  readonly supported: boolean;
  /** An identity that binds it fails beyond rounding. */
  readonly contradicted: boolean;
  /** The second reading, null where none was taken. */
  readonly second: 'same' | 'differs' | null;
  /** No identity fails that it takes part in, and a sum of at least two figures holds. */
  readonly addsUp?: boolean;
  /** Why the page is a poor witness: two equal readings of it are not enough. Null for text and for good pictures. */
  readonly poor?: string | null;
  /** Every digit of what two readers of a poor page gave looks as it does in figures that sums bear out: a third witness. */
  readonly alike?: boolean;
}

/**
 * The standing of a figure. Place first, identity second: an identity is free of scale and holds for column numbers too, so it
 * never mends a doubtful place. On a poor picture two readers err alike ("4" as "1"), and alike wherever an amount is
 * printed again, so there a sum must hold as well, or each digit look as it does where sums hold.
 */
export function standingOf(e: Evidence): { readonly standing: Standing; readonly why: string[] } {
  const against = [...e.doubts];
  if (e.contradicted) against.push('an identity that binds it fails beyond rounding');
  if (e.second === 'differs') against.push(`the second reading gives ${e.cell.secondReading || 'nothing'}`);
  if (e.poor && e.cell.raw !== '' && !(e.supported && e.addsUp) && !e.alike)
    against.push(`its page is ${e.poor} and no sum bears it out`);
  if (against.length > 0) return { standing: 'disputed', why: against };
  const why: string[] = [];
  if (e.supported) why.push('an identity with figures printed elsewhere holds');
  if (e.second === 'same') why.push('two readers give the same characters');
  if (e.alike) why.push('its digits look as they do in figures that sums bear out');
  if (why.length === 0) return { standing: 'unconfirmed', why: ['no identity binds it and it was read once'] };
  if (!e.unitKnown) return { standing: 'unconfirmed', why: ['the unit of its table is not printed', ...why] };
  return { standing: 'confirmed', why };
}
