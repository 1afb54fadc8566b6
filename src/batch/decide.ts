import type { Entry, Manifest } from './manifest.js';

/** What is to be done with an input: nothing, record that it shares a result, or read it. */
export type Decision =
  | { readonly step: 'keep'; readonly entry: Entry }
  | { readonly step: 'share'; readonly owner: Entry }
  | { readonly step: 'read' };

/** `isCurrent` tells whether the result of an entry still stands: the settings, the output, the bounds. */
export async function decide(
  path: string,
  sha256: string,
  manifest: Pick<Manifest, 'entries' | 'owners'>,
  isCurrent: (entry: Entry) => Promise<boolean>,
): Promise<Decision> {
  const owner = manifest.owners.get(sha256);
  if (!owner || !(await isCurrent(owner))) return { step: 'read' };
  if (owner.path === path) return { step: 'keep', entry: owner };
  const own = manifest.entries.get(path);
  const shares =
    own?.sha256 === sha256 &&
    own.duplicateOf === owner.path &&
    own.settings === owner.settings &&
    own.status === owner.status &&
    own.output === owner.output &&
    own.code === owner.code;
  return shares ? { step: 'keep', entry: own } : { step: 'share', owner };
}
