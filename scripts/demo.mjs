// The first command of the README: the samples into a SQLite file, and what a query on it gives.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const db = `sqlite:${process.argv[2] ?? 'samples.db'}`;
const QUERY = `
  select department, fiscal_year as year, item, budget_yuan, final_yuan, final_standing as standing, page
  from sangong_panel where item in ('total', 'reception') order by department, year, item desc`;

function run(shown, script, args) {
  console.log(`$ ${shown}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  process.stdout.write(stderr + stdout);
  if (status !== 0) process.exit(status ?? 1);
}

const samples = readdirSync('samples')
  .filter((f) => f.endsWith('.pdf'))
  .sort()
  .map((f) => `samples/${f}`);
run('juesuan load samples/*.pdf --db sqlite:samples.db', 'dist/cli/main.js', ['load', ...samples, '--db', db]);
console.log();
run(`node scripts/query.mjs sqlite:samples.db "${QUERY.trim()}"`, 'scripts/query.mjs', [db, QUERY]);
