/** docs/schema.md: the document field by field, made from its JSON Schema. */
import { jsonSchema } from './jsonSchema.js';

interface Node {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | boolean;
  readonly prefixItems?: readonly Node[];
  readonly description?: string;
}

/** A heading for each part of the document, a line for each field. */
export function schemaPage(): string {
  const told: Told = new Map();
  const sections = Object.entries((jsonSchema() as Node).properties ?? {}).map(([name, node]) => {
    const lines = [...fieldsOf(name, node, told)];
    return `## ${name}\n\n| field | type | what it is |\n|---|---|---|\n${lines.join('\n')}\n`;
  });
  return `# The document

What \`juesuan extract\` writes, field by field. The same as JSON Schema: [schemas/document.schema.json](../schemas/document.schema.json),
or \`juesuan schema\`. \`[]\` stands for each entry of a list, \`{}\` for each value of an object whose keys differ from document to document. Boxes
are \`x0, y0, x1, y1\` in points of the page as displayed, the origin at the top left. Amounts are text, as exact as they are printed.

${sections.join('\n')}`;
}

/** What was told in full: the fields of an object, by themselves, with the path where they stand. */
type Told = Map<string, string>;

function* fieldsOf(path: string, node: Node, told: Told): Generator<string> {
  const objects = [...objectsIn(path, node)];
  const same = objects.map(({ object }) => told.get(JSON.stringify(object.properties))).find((known) => known);
  const words = [node.description, same && `fields as \`${same}\``].filter((text) => text).join('; ');
  yield `| \`${path}\` | ${typeOf(node)} | ${words.replace(/\|/g, '\\|')} |`;
  if (same) return;
  for (const { at, object } of objects) {
    told.set(JSON.stringify(object.properties), at);
    for (const [name, child] of Object.entries(object.properties ?? {})) yield* fieldsOf(`${at}.${name}`, child, told);
  }
}

/** The objects with named fields that a node holds: itself, the entries of a list, the values of an open object. */
function* objectsIn(at: string, node: Node): Generator<{ readonly at: string; readonly object: Node }> {
  for (const one of node.anyOf ?? [node]) {
    if (one.properties) yield { at, object: one };
    if (isNode(one.items)) yield* objectsIn(`${at}[]`, one.items);
    if (isNode(one.additionalProperties)) yield* objectsIn(`${at}.{}`, one.additionalProperties);
  }
}

const isNode = (node: Node | boolean | undefined): node is Node => typeof node === 'object';

function typeOf(node: Node): string {
  if (node.anyOf) return [...new Set(node.anyOf.map(typeOf))].join(' or ');
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  if (node.enum) return node.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' ');
  if (node.prefixItems) return `${node.prefixItems.length} ${typeOf(node.prefixItems[0]!)}s`;
  if (Array.isArray(node.type)) return node.type.join(' or ');
  if (node.type === 'array') return isNode(node.items) ? `list of ${typeOf(node.items)}` : 'list';
  return String(node.type ?? 'any');
}
