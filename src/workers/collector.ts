import { setFlagsFromString } from 'node:v8';

/**
 * From now on every thread collects its young garbage alone, which is nearly all that a document makes. V8 lends each of these
 * collections the other processors; where those are at work on documents of their own, the helpers only wait for each other, and
 * a document costs more the busier the machine is. V8 asks this flag at every collection; those about marking it asks once, and
 * ends the process where they change under it: they stay as they are.
 */
export const collectAlone = (): void => setFlagsFromString('--no-parallel-scavenge');
