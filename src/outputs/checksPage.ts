import { FORM_RULES } from '../checks/attachments/rules.js';
import { NARRATIVE_RULES } from '../checks/narrative/rules.js';
import { RULES } from '../checks/rules/index.js';
import { FINDING_TITLES } from '../document/findingTitles.js';

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

## Figures of the text

Each figure of 决算情况说明 is held against the tables and against the other figures of its sentence. An amount may differ from the
table’s by what rounding of its items explains, (m + 1) half steps for m items, and by one step where the publisher cut decimals off. A
percentage r = 100·a/b may be off by half of its last decimal and by what rounding of a and b can move it; another 0.01 is forgiven as
truncation or as a share that was evened out. What goes beyond is told as \`narrative-contradiction\` with the printed words. A
contradiction in the text never disputes a cell of a table.

| rule | identity | in English | source |
|---|---|---|---|
${NARRATIVE_RULES.map(line).join('\n')}

## The other findings

A finding is named by the identity that fails, or by one of these rules. Its \`message\` says what is the matter in one sentence, with the
page quoted; \`place\` says where.

| rule | in Chinese | in English |
|---|---|---|
${Object.entries(FINDING_TITLES)
  .map(([rule, { zh, en }]) => `| ${rule} | ${zh} | ${en} |`)
  .join('\n')}
`;
}
