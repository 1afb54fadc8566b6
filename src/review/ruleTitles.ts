import { FORM_RULES } from '../checks/attachments/rules.js';
import { NARRATIVE_RULES } from '../checks/narrative/rules.js';
import { RULES } from '../checks/rules/index.js';
import { FINDING_TITLES } from '../document/findingTitles.js';

/** What the identities and the other findings are called, in both languages, by rule. */
export const ruleTitles = (): Record<string, { readonly zh: string; readonly en: string }> => ({
  ...FINDING_TITLES,
  ...Object.fromEntries([...RULES, ...FORM_RULES, ...NARRATIVE_RULES].map((r) => [r.id, r.title])),
});
