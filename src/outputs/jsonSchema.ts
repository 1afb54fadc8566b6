import { z } from 'zod';
import { documentSchema } from '../document/schema.js';

/** The JSON Schema (draft 2020-12) of the document, made from the zod schema. */
export function jsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(documentSchema, { target: 'draft-2020-12' }), title: 'juesuan document' };
}
