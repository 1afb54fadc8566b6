// Prints what a query on a database of juesuan gives: node scripts/query.mjs sqlite:FILE "select ..."
import { sql } from 'kysely';
import { openStore } from '../dist/databases/openStore.js';
import { rowsToText } from './rowsText.mjs';

const store = await openStore(process.argv[2]);
const { rows } = await sql.raw(process.argv[3]).execute(store.db);
console.log(rowsToText(rows));
await store.close();
