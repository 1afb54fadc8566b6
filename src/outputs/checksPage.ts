import { FORM_RULES } from '../checks/attachments/rules.js';
import { RULES } from '../checks/rules/index.js';

/** docs/checks.md: the list of rules, made from the rules themselves. */
export function checksPage(): string {
  const line = (r: { id: string; title: { zh: string; en: string }; source: string }): string =>
    `| ${r.id} | ${r.title.zh} | ${r.title.en} | ${r.source} |`;
  return `# Identities

Each rule is tried wherever its figures are printed. Its outcome is \`holds\`, \`rounding\` (within the tolerance), \`fails\` or
\`not-checkable\` with the reason. The tolerance is derived: every printed amount may be off by half of its last decimal, so a sum of n
rounded figures may differ by ⌊n/2⌋ steps, and nothing more is forgiven.

| rule | identity | in English | source |
|---|---|---|---|
${RULES.map(line).join('\n')}

## Self-evaluation forms

Their systems round or cut off the last decimal, and both pass: the printed result may be off by half a unit of its last decimal, or be
less than one unit too low, besides what the rounding of the other figures can move it.

| rule | identity | in English | source |
|---|---|---|---|
${FORM_RULES.map(line).join('\n')}
`;
}
