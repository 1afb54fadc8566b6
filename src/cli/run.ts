import { homedir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../outputs/files/columns.js';
import { DEFAULT_LIMITS } from '../source/limits.js';
import { VERSION } from '../version.js';
import { check, convertOptions, extract, schema } from './commands.js';
import { EXIT } from './exit.js';
import { addQueueCommands } from './queueCommands.js';
import { report } from './report.js';

/** Runs the command line and gives the exit status. Data goes to standard output, everything else to standard error. */
export async function run(argv: readonly string[]): Promise<number> {
  let status: number = EXIT.done;
  const program = buildProgram((s) => {
    status = Math.max(status, s);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(status);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return report(error);
  }
}

/** The command line as data: the help in the docs is made from it. */
export function buildProgram(setStatus: (status: number) => void): Command {
  const program = new Command('juesuan')
    .description(
      'Chinese departmental final accounts (部门决算公开) from PDF, or from the text of one, to validated JSON: every figure with its place and its standing.',
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(try juesuan --help)')
    .addHelpText(
      'after',
      `
Examples:
  juesuan extract account.pdf > account.json
  juesuan facts account.pdf --verified-only > facts.csv
  juesuan check account.pdf

Exit status: 0 done, 1 done but --strict and a finding of severity error stands, 2 wrong usage,
3 the input cannot be processed (UNREADABLE, ENCRYPTED, LIMIT, NOT_FINAL_ACCOUNTS: one line on standard error).`,
    );

  reading(program.command('extract'))
    .description('documents to JSON, on standard output, into a file, or into a folder')
    .argument('<file...>', 'PDF files or their text, or - for standard input')
    .option('-o, --out <path>', 'a file for one document, a folder for several')
    .option('--strict', 'exit with 1 where a finding of severity error stands')
    .option('--summary', 'print a summary for a person to standard error')
    .action(async (files: string[], options) => setStatus(await extract(files, options)));

  reading(program.command('facts'))
    .description('the amounts of PDFs, their texts or JSONs, one line a cell')
    .argument('<file...>', 'PDFs, their texts, JSONs of juesuan, or - for standard input')
    .option('--attachments', 'the fields of the self-evaluation forms (绩效自评表) instead of the amounts')
    .option('--narrative', 'the figures of the text instead, one line a statement')
    .addOption(new Option('--format <format>', 'what comes out').choices(FORMATS).default('csv'))
    .option('-o, --out <file>', 'write a file; parquet and xlsx are for a file or a pipe')
    .option(
      '--bom',
      'a CSV for Excel: with the byte order mark, and no text that it would run (a file is one, standard output is not)',
    )
    .option('--no-bom', 'a CSV exactly as printed')
    .option('--verified-only', 'leave out everything that is not confirmed')
    .option('--corrected', 'add the columns of what people corrected; value stays what was read')
    .action(async (files: string[], options) => setStatus(await (await import('./facts.js')).facts(files, options)));

  reading(program.command('check'))
    .description('the identities that were tried, each with its outcome, for a person to read')
    .argument('<file>', 'a PDF, its text, a JSON of juesuan, or - for standard input')
    .option('--all', 'list every identity, also those that hold')
    .option('--strict', 'exit with 1 where a finding of severity error stands')
    .action(async (file: string, options) => setStatus(await check(file, options)));

  reading(program.command('load'))
    .description('documents into a database, each whole or not at all; what is there already is left alone')
    .argument('<input...>', 'PDF files, JSON files of juesuan, or folders of them')
    .requiredOption('--db <address>', 'sqlite:FILE or postgres://…')
    .action(async (inputs: string[], options) => setStatus(await (await import('./load.js')).load(inputs, options)));

  reading(program.command('batch'))
    .description('many documents into a folder; goes on after any kind of end, never stops for one bad file')
    .argument('<input...>', 'PDFs, their texts, folders, patterns, or - for a list on standard input')
    .requiredOption('-o, --out <dir>', 'the folder of the results and of the manifest')
    .option('--workers <n>', 'documents at a time (default: one for each processor)', positiveWhole)
    .option('--db <address>', 'put the documents into sqlite:FILE or postgres://… as well')
    .option('--report <file>', 'write the summary as HTML, the worst documents first')
    .option('--retry-failed', 'try again what failed in an earlier run')
    .option('--strict', 'exit with 1 where a finding of severity error stands or a document failed')
    .action(async (inputs: string[], options) => setStatus(await (await import('./batch.js')).batch(inputs, options)));
  reading(program.command('diff'))
    .description('what differs between two extractions of a document, two revisions of it, or two folders of them')
    .argument('[path...]', 'two JSONs of juesuan, PDFs or folders')
    .addOption(new Option('--format <format>', 'what comes out').choices(['text', 'json', 'html']).default('text'))
    .option('-o, --out <file>', 'write it into a file')
    .option('--baseline <path>', 'compare with this: exit with 1 only where something is worse or another value')
    .option('--pdf <folder>', 'where the PDFs of the JSONs are, for the crops; default: beside them')
    .action(async (paths: string[], options) => {
      setStatus(await (await import('./diff.js')).diff(paths, options, convertOptions(options)));
    });

  reading(program.command('spotcheck'))
    .description('draws figures of a folder at random, stratified by risk, and states what the verdicts on them prove')
    .argument('<folder>', 'a folder with JSONs of juesuan, or PDFs')
    .option('--sample <n>', 'draw a new sample of n figures', positive)
    .option('--seed <text>', 'what the sample is drawn by; default: a random one')
    .option('--blind', 'hide each value until the eye has read the page')
    .option('--open', 'judge it in the browser')
    .action(async (folder: string, options) => {
      setStatus(await (await import('./spotcheck.js')).spotcheck(folder, options, convertOptions(options)));
    });

  reading(program.command('review'))
    .description('look at extracted documents beside their pages in a browser, correct and spot-check them')
    .argument('<folder>', 'a folder with JSONs of juesuan, or PDFs')
    .option('--pdf <folder>', 'where the PDFs of the JSONs are; default: beside them')
    .option('--port <n>', 'listen on this port of 127.0.0.1; default: a free one', positive)
    .option('--who <name>', 'in whose name corrections are made; default: the name of the user')
    .option('--no-open', 'print the address and open no browser')
    .action(async (folder: string, options) => {
      setStatus(await (await import('./review.js')).review(folder, options, convertOptions(options)));
    });

  reading(program.command('split'))
    .description(
      'the accounts of several units that stand in one PDF, each as a file of its own; their paths go to standard output',
    )
    .argument('<file...>', 'PDF files, or - for standard input')
    .requiredOption('-o, --out <dir>', 'the folder of the files')
    .option('--at <pages>', 'the pages on which accounts begin (57,90), where they are known', pageNumbers)
    .action(async (files: string[], options) => setStatus(await (await import('./split.js')).split(files, options)));

  program
    .command('schema')
    .description('the JSON Schema of the document')
    .action(async () => setStatus(await schema()));
  addQueueCommands(program, setStatus, reading, positive);
  for (const command of program.commands) command.exitOverride();
  return program;
}

function positiveWhole(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('expected a whole number above 0');
  return Number(text);
}

function pageNumbers(text: string): number[] {
  if (!/^[1-9]\d{0,5}(,[1-9]\d{0,5})*$/.test(text))
    throw new InvalidArgumentError('expected page numbers, as in 57,90');
  return text.split(',').map(Number);
}

function positive(text: string): number {
  const n = Number(text);
  if (!Number.isFinite(n) || n <= 0) throw new InvalidArgumentError('expected a number above 0');
  return n;
}
/** Where this system keeps what can be made again. */
const cacheFolder = (): string => join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'juesuan');

/** The options of every command that reads a PDF. */
function reading(command: Command): Command {
  return command
    .addOption(
      new Option('--second-reading <when>', 'read pages again with the second reader')
        .choices(['auto', 'all', 'none'])
        .default('auto'),
    )
    .option('--no-corrections', 'leave NAME.corrections.json beside the file aside')
    .addOption(
      new Option(
        '--ocr <when>',
        'read pages from their pictures: those without a text layer that can be trusted, all, none',
      )
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--cache <folder>', 'keep what is read from pictures here for the next run', cacheFolder())
    .option('--no-cache', 'keep nothing')
    .option('--max-pages <n>', 'refuse documents of more pages', positive, DEFAULT_LIMITS.maxPages)
    .option('--max-bytes <n>', 'refuse larger files', positive, DEFAULT_LIMITS.maxBytes)
    .option(
      '--max-objects <n>',
      'refuse pages of more characters or drawn objects',
      positive,
      DEFAULT_LIMITS.maxObjects,
    )
    .option('--max-pixels <n>', 'refuse pictures of more pixels', positive, DEFAULT_LIMITS.maxPixels)
    .option('--max-seconds <n>', 'stop a document that takes longer', positive, DEFAULT_LIMITS.maxSeconds)
    .option('--max-memory <MiB>', 'stop a document that takes more memory', positive, DEFAULT_LIMITS.maxMemory);
}
