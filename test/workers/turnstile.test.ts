import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Turnstile } from '../../src/workers/turnstile.js';

test('who goes alone is alone, and everybody gets through', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ alone: fc.boolean(), fails: fc.boolean() }), { maxLength: 20 }),
      async (all) => {
        const turnstile = new Turnstile();
        let inside = 0;
        let wrong = 0;
        const work = (alone: boolean, fails: boolean) => async () => {
          inside++;
          await sleep(0);
          if (alone && inside !== 1) wrong++;
          inside--;
          if (fails) throw new Error('expected');
        };
        const ends = await Promise.allSettled(
          all.map(({ alone, fails }) =>
            alone ? turnstile.byItself(work(alone, fails)) : turnstile.together(work(alone, fails)),
          ),
        );
        expect(wrong).toBe(0);
        expect(ends.map((e) => e.status === 'rejected')).toEqual(all.map((a) => a.fails));
      },
    ),
    { numRuns: 40 },
  );
});
