import { homedir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_LIMITS } from '../source/limits.js';
import { VERSION } from '../version.js';
import { check, extract, facts, schema } from './commands.js';
import { EXIT } from './exit.js';
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
      'Chinese departmental final accounts (部门决算公开) from PDF to validated JSON: every figure with its place and its standing.',
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
    .argument('<file...>', 'PDF files, or - for standard input')
    .option('-o, --out <path>', 'a file for one document, a folder for several')
    .option('--strict', 'exit with 1 where a finding of severity error stands')
    .option('--summary', 'print a summary for a person to standard error')
    .action(async (files: string[], options) => setStatus(await extract(files, options)));

  reading(program.command('facts'))
    .description('the amounts of a PDF or a JSON, one line a cell')
    .argument('<file>', 'a PDF, a JSON of juesuan, or - for standard input')
    .addOption(new Option('--format <format>', 'what comes out').choices(['csv', 'ndjson']).default('csv'))
    .option('--verified-only', 'leave out everything that is not confirmed')
    .action(async (file: string, options) => setStatus(await facts(file, options)));

  reading(program.command('check'))
    .description('the identities that were tried, each with its outcome, for a person to read')
    .argument('<file>', 'a PDF, a JSON of juesuan, or - for standard input')
    .option('--all', 'list every identity, also those that hold')
    .option('--strict', 'exit with 1 where a finding of severity error stands')
    .action(async (file: string, options) => setStatus(await check(file, options)));

  program
    .command('schema')
    .description('the JSON Schema of the document')
    .action(async () => setStatus(await schema()));
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Where this system keeps what can be made again. */
const cacheFolder = (): string => join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'juesuan');

/** The options of every command that reads a PDF. */
function reading(command: Command): Command {
  const positive = (text: string): number => {
    const n = Number(text);
    if (!Number.isFinite(n) || n <= 0) throw new InvalidArgumentError('expected a number above 0');
    return n;
  };
  return command
    .addOption(
      new Option('--second-reading <when>', 'read pages again with the second reader')
        .choices(['auto', 'all', 'none'])
        .default('auto'),
    )
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
