import { TABLE_KEYS } from '../../document/schema.js';
import { FORMS } from '../../tables/forms/index.js';
import { FACT_COLUMNS, FACT_TYPES } from '../facts.js';
import type { Shape } from './columns.js';

/** The facts of the nine tables, a sheet for each with its usual title. */
export const FACT_SHAPE: Shape = {
  columns: FACT_COLUMNS.map((name) => ({ name, type: FACT_TYPES[name] ?? 'text' })),
  sheets: {
    by: 'table',
    names: Object.fromEntries(TABLE_KEYS.map((key, i) => [key, FORMS[i]!.titles[0]!.replace('三公', '“三公”')])),
  },
};
