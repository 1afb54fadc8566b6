import { RULES } from '../checks/rules/index.js';

/** docs/checks.md: the list of rules, made from the rules themselves. */
export function checksPage(): string {
  const rows = RULES.map((r) => `| ${r.id} | ${r.title.zh} | ${r.title.en} | ${r.source} |`);
  return `# Identities

Each rule is tried wherever its figures are printed. Its outcome is \`holds\`, \`rounding\` (within the tolerance), \`fails\` or
\`not-checkable\` with the reason. The tolerance is derived: every printed amount may be off by half of its last decimal, so a sum of n
rounded figures may differ by ⌊n/2⌋ steps, and nothing more is forgiven.

| rule | identity | in English | source |
|---|---|---|---|
${rows.join('\n')}
`;
}
