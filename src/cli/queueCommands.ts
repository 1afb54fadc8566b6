import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';

type SetStatus = (status: number) => void;
type Reading = (command: Command) => Command;
type Positive = (text: string) => number;

const queueOption = (): Option =>
  new Option('--queue <url>', 'the Postgres that holds the queue').env('JUESUAN_QUEUE').makeOptionMandatory();

const reach = (command: Command): Command =>
  command
    .option('--root <folder>', 'the shared folder: paths in the queue are below it', '/')
    .option('--allow-host <host...>', 'hosts from which https:// and s3:// addresses are read; none unless named');

/** The commands that spread the work over machines. */
export function addQueueCommands(program: Command, setStatus: SetStatus, reading: Reading, positive: Positive): void {
  reach(program.command('enqueue'))
    .description('documents into a queue, each once; juesuan worker takes them out')
    .argument('<input...>', 'PDF files, folders, https:// addresses, s3://BUCKET/KEY or s3://BUCKET/PREFIX/')
    .addOption(queueOption())
    .option('--max-attempts <n>', 'how often a document that fails for a passing reason is tried', positive, 8)
    .action(async (inputs: string[], options) =>
      setStatus(await (await import('./queue.js')).enqueue(inputs, options)),
    );

  reading(reach(program.command('worker')))
    .description('reads the documents of a queue into a database until it is stopped (SIGTERM)')
    .addOption(queueOption())
    .option('--db <address>', 'sqlite:FILE or postgres://…; the Postgres of the queue unless named')
    .option('-o, --out <target>', 'also write each JSON into a folder or s3://BUCKET/PREFIX')
    .option('--concurrency <n>', 'documents at a time', positive, availableParallelism())
    .option(
      '--grace <seconds>',
      'when stopped, finish documents in hand within this time or hand them back',
      positive,
      60,
    )
    .option('--dead-after <seconds>', 'take up the work of a worker that was not seen for so long', positive, 90)
    .option('--drain', 'end when nothing is left to do')
    .action(async (options) => setStatus(await (await import('./queue.js')).worker(options)));

  const queue = program.command('queue').description('what is in the queue');
  queue
    .command('status')
    .description('jobs by state, workers, and what is parked with its error')
    .addOption(queueOption())
    .option('--json', 'for a program')
    .action(async (options) => setStatus(await (await import('./queue.js')).status(options)));
  queue
    .command('retry')
    .description('take the parked jobs up again')
    .addOption(queueOption())
    .action(async (options) => setStatus(await (await import('./queue.js')).retry(options)));
  for (const command of queue.commands) command.exitOverride();
}
