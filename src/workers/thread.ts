import { Worker } from 'node:worker_threads';
import { ExtractError } from '../errors.js';
import type { Answer, Order, Progress } from './protocol.js';

/** What one job may cost. */
export interface Bounds {
  readonly maxSeconds: number;
  /** What each page that is read from its picture adds to them. */
  readonly maxSecondsPerPicture: number;
  /** MiB. */
  readonly maxMemory: number;
}

/** The thread died of a job or had to be ended: another try is worth it. `refusal` is what stands if that fails, too. */
export class ThreadFailure extends Error {
  constructor(readonly refusal: ExtractError) {
    super(refusal.message);
  }
}

/** How often the memory of the process is looked at, in milliseconds. */
const WATCH = 100;
/** How long the end of a thread is waited for: one that hangs in native code does not end. */
const PATIENCE = 5000;

interface Running<R> {
  readonly id: number;
  readonly resolve: (result: R) => void;
  readonly reject: (error: Error) => void;
  readonly tell: (progress: Progress) => void;
}

/**
 * A worker thread under guard. A job that loops or swells ends the thread, never the process: after `maxSeconds`, or when
 * the process holds more than it may. It serves many jobs, so that what is compiled and loaded stays warm.
 */
export class Thread<J, R> {
  /** Jobs done so far. */
  served = 0;
  /** MiB that the thread held after its last job. */
  memory = 0;
  alive = true;
  private readonly worker: Worker;
  private running: Running<R> | undefined;

  /** `entry` calls `serve`. `heap`: as in `PoolOptions`. */
  constructor(
    entry: URL,
    private readonly bounds: Bounds,
    heap: number,
  ) {
    this.worker = new Worker(entry, {
      // A page makes thousands of small objects that die with it: room for them saves half of the collections. Of a heap that may
      // be 2 GiB V8 lets four times as much garbage lie as lives, which saves a tenth of one document; of one of 512 MiB so little that memory
      // is level after a dozen documents.
      resourceLimits: {
        maxOldGenerationSizeMb: Math.max(256, heap * bounds.maxMemory),
        maxYoungGenerationSizeMb: 24,
      },
    });
    this.worker.on('message', (answer: Answer<R>) => this.hear(answer));
    this.worker.on('error', (error: NodeJS.ErrnoException) =>
      this.fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.tooMuch() : failed(error.message.split('\n')[0]!)),
    );
    this.worker.on('exit', () => this.fail(failed('the thread ended')));
  }

  /**
   * Performs a job. `mayHold`: MiB of the whole process at which the job is ended; `gifts` are parts of the job that its maker gives away. Errors: `ExtractError` where the worker
   * refuses the input, `ThreadFailure` where the thread is no more.
   */
  async run(
    job: J,
    mayHold: number,
    tell: (progress: Progress) => void = () => {},
    gifts: readonly ArrayBuffer[] = [],
  ): Promise<R> {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const allow = (seconds: number): void => {
      clearTimeout(timer);
      const refusal = new ExtractError('LIMIT', `at most ${seconds} seconds`, 'a file that takes longer');
      timer = setTimeout(() => this.fail(refusal), seconds * 1000 - (performance.now() - began));
    };
    const { maxSeconds, maxSecondsPerPicture } = this.bounds;
    allow(maxSeconds);
    const hear = (progress: Progress): void => {
      allow(maxSeconds + (progress.of ?? 0) * maxSecondsPerPicture);
      tell(progress);
    };
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > mayHold * 1024 * 1024) this.fail(this.tooMuch());
    }, WATCH);
    try {
      return await new Promise<R>((resolve, reject) => {
        if (!this.alive) return reject(new ThreadFailure(failed('the thread ended')));
        this.running = { id: ++this.served, resolve, reject, tell: hear };
        this.worker.postMessage({ id: this.served, job } satisfies Order<J>, gifts);
      });
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      this.running = undefined;
      if (!this.alive) await this.end();
    }
  }

  async end(): Promise<void> {
    this.alive = false;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([this.worker.terminate(), patience]);
    clearTimeout(timer);
  }

  private hear(answer: Answer<R>): void {
    if (answer.id !== this.running?.id) return;
    if (answer.type === 'progress') {
      this.running.tell(answer.progress);
      return;
    }
    this.memory = answer.memory;
    if (answer.type === 'done') this.running.resolve(answer.result);
    else if ('crash' in answer.failure) this.fail(failed(answer.failure.crash));
    else this.running.reject(new ExtractError(answer.failure.code, answer.failure.expected, answer.failure.found));
  }

  private fail(refusal: ExtractError): void {
    this.alive = false;
    this.running?.reject(new ThreadFailure(refusal));
  }

  private tooMuch(): ExtractError {
    return new ExtractError('LIMIT', `at most ${this.bounds.maxMemory} MiB of memory`, 'a file that takes more');
  }
}

const failed = (why: string): ExtractError =>
  new ExtractError('UNREADABLE', 'a file that can be read', `one on which reading failed: ${why}`);
