import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { jsonSchema } from '../../src/outputs/jsonSchema.js';
import { fromRoot } from '../files.js';

test('the published schema is the one that zod gives', () => {
  expect(JSON.parse(readFileSync(fromRoot('schemas/document.schema.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(jsonSchema())),
  );
});
