import { RULES } from '../checks/rules/index.js';

/** The identities in both languages, by rule. */
export const ruleTitles = (): Record<string, { readonly zh: string; readonly en: string }> =>
  Object.fromEntries(RULES.map((r) => [r.id, r.title]));
