import { jsonSchema } from '../outputs/jsonSchema.js';

/** `juesuan schema` */
export function schemaCommand(): number {
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
