import { MultiBar, type SingleBar } from 'cli-progress';
import type { Progress } from '../workers/protocol.js';

/** What is shown while a batch runs. */
export interface BatchProgress {
  /** One more input is recorded; `fresh`: it was read in this run. */
  recorded(fresh: boolean, failed: boolean): void;
  /** A line that stays. */
  say(line: string): void;
  /** How far a long document is. */
  within(path: string, progress: Progress): void;
  stop(): void;
}

/** Seconds between two lines where there is no terminal. */
const PERIOD = 10;
/** Documents over which the rate is taken. */
const WINDOW = 200;

/** A bar on a terminal, plain lines elsewhere; both to standard error. */
export function batchProgress(total: number, stream: NodeJS.WriteStream = process.stderr): BatchProgress {
  const counts = { value: 0, fresh: 0, failed: 0 };
  const times: number[] = [performance.now()];
  const payload = () => {
    const seconds = (times.at(-1)! - times[0]!) / 1000;
    const rate = seconds > 0 ? (times.length - 1) / seconds : 0;
    return {
      rate: rate > 0 ? rate.toFixed(1) : '-',
      left: rate > 0 ? duration((total - counts.value) / rate) : '-',
      failed: counts.failed,
    };
  };
  const count = (fresh: boolean, failed: boolean): void => {
    counts.value++;
    if (failed) counts.failed++;
    if (!fresh) return;
    counts.fresh++;
    times.push(performance.now());
    if (times.length > WINDOW) times.shift();
  };
  return stream.isTTY ? bar(total, stream, counts, payload, count) : lines(total, stream, counts, payload, count);
}

type Payload = () => { readonly rate: string; readonly left: string; readonly failed: number };
type Counting = (fresh: boolean, failed: boolean) => void;

function bar(
  total: number,
  stream: NodeJS.WriteStream,
  counts: { readonly value: number },
  payload: Payload,
  count: Counting,
): BatchProgress {
  const plain = process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '';
  const green = (text: string): string => (plain ? text : `\u001b[32m${text}\u001b[39m`);
  const bars = new MultiBar({
    stream,
    format: `${green('{bar}')} {value}/{total}  {rate} a second  {left} left  {failed} failed  {detail}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C is the batch's own: what is in work is finished first.
    gracefulExit: false,
  });
  const one: SingleBar = bars.create(total, 0, { ...payload(), detail: '' });
  return {
    recorded(fresh, failed) {
      count(fresh, failed);
      one.update(counts.value, { ...payload(), detail: '' });
    },
    say: (line) => bars.log(`${line}\n`),
    within: (path, { stage, page, of }) =>
      one.update({ detail: `${path}: ${stage}${page ? ` page ${page}${of ? ` of ${of}` : ''}` : ''}` }),
    stop: () => bars.stop(),
  };
}

function lines(
  total: number,
  stream: NodeJS.WriteStream,
  counts: { readonly value: number },
  payload: Payload,
  count: Counting,
): BatchProgress {
  const say = (line: string): void => {
    stream.write(`${line}\n`);
  };
  const timer = setInterval(() => {
    const { rate, left, failed } = payload();
    say(`juesuan: ${counts.value} of ${total}, ${rate} a second, ${left} left, ${failed} failed`);
  }, PERIOD * 1000);
  return { recorded: count, say, within: () => {}, stop: () => clearInterval(timer) };
}

/** A time for a person: 40 s, 3 min, 2 h 5 min. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
