import { EventEmitter } from 'node:events';
import { type Job, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { type Beating, Beats } from './beats.js';
import { TASK } from './job.js';
import { makeReady, openQueue, type Queue, silent } from './openQueue.js';
import { isPoison } from './poison.js';
import { isDrained } from './status.js';
import { HandedBack, type Work, workOn } from './workOn.js';

export interface WorkerOptions extends Beating {
  readonly url: string;
  readonly work: Work;
  /** How long jobs in hand may take when the worker is stopped, in seconds; then they are handed back. */
  readonly grace: number;
  /** Ends when nothing is left to do. */
  readonly drain: boolean;
  /** One line for a person. */
  readonly say: (line: string) => void;
}

export interface RunningWorker {
  /** Takes no new jobs, finishes those in hand or hands them back. */
  stop(): void;
  /** Settles when the worker has ended. Gives whether a job had to be handed back: its thread may still run. */
  readonly ended: Promise<{ readonly handedBack: boolean }>;
}

const RESTART = 2_000;
const DRAINED = 500;

/** Starts a worker on a queue. It outlives the database: while that is away it waits. Errors: usage. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const queue = await openQueue(options.url, options.concurrency + 4);
  const worker = new QueueWorker(queue, options);
  return { stop: () => worker.stop(), ended: worker.live() };
}

class QueueWorker {
  private readonly beats: Beats;
  private readonly stopping = new AbortController();
  private readonly parking = new Map<string, string>();
  private readonly handedBack: Job[] = [];
  private poolId: string | null = null;
  private runner: Runner | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly options: WorkerOptions,
  ) {
    this.beats = new Beats(queue, options);
  }

  stop(): void {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    void this.runner?.stop().catch(() => {});
  }

  async live(): Promise<{ handedBack: boolean }> {
    const beat = setInterval(() => void this.look(), (this.options.deadAfter * 1000) / 5);
    const drain = this.options.drain ? setInterval(() => void this.stopIfDrained(), DRAINED) : undefined;
    try {
      while (!this.stopping.signal.aborted) await this.runOnce();
    } finally {
      clearInterval(beat);
      clearInterval(drain);
      await this.leave().catch((error: Error) => this.options.say(`leaving: ${error.message}`));
      await this.queue.close().catch(() => {});
    }
    return { handedBack: this.handedBack.length > 0 };
  }

  /** Runs until it is stopped or the database goes away. */
  private async runOnce(): Promise<void> {
    try {
      this.runner = await run({
        pgPool: this.queue.pool,
        noHandleSignals: true,
        logger: silent,
        events: this.events(),
        taskList: {
          [TASK]: (payload, helpers) => workOn(payload, this.options.work, helpers.abortSignal),
        },
        preset: {
          worker: {
            concurrentJobs: this.options.concurrency,
            gracefulShutdownAbortTimeout: this.options.grace * 1000,
            // Written together and, where that fails, told to us: a worker that cannot say so starts anew.
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
      });
      await this.look();
      if (this.stopping.signal.aborted) await this.runner.stop().catch(() => {});
      await this.runner.promise;
    } catch (error) {
      this.options.say(`the queue is away, trying again: ${(error as Error).message}`);
    }
    this.runner = null;
    if (this.stopping.signal.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, RESTART));
    await this.forget().catch(() => {});
  }

  private events(): WorkerEvents {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => {
      this.poolId = workerPool.id;
    });
    events.on('job:success', () => {
      this.beats.done++;
    });
    events.on('job:error', ({ job, error }) => this.onError(job, error));
    return events;
  }

  private onError(job: Job, error: unknown): void {
    if (error instanceof HandedBack) {
      this.handedBack.push(job);
      return;
    }
    this.beats.failed++;
    const message = error instanceof Error ? error.message : String(error);
    const poison = isPoison(error, job.attempts);
    if (poison) this.parking.set(job.id, message);
    const address = (job.payload as { address?: string } | null)?.address ?? job.id;
    const parked = poison || job.attempts >= job.max_attempts;
    this.options.say(`${address}: ${message} (${parked ? 'parked' : `attempt ${job.attempts}, will be tried again`})`);
    // The failure is written first; what fails to be parked now is parked at the next beat.
    if (poison) setTimeout(() => void this.park().catch(() => {}), DRAINED).unref();
  }

  private async park(): Promise<void> {
    for (const [id, message] of this.parking) {
      const parked = await this.queue.utils.permanentlyFailJobs([id], message);
      if (parked.length > 0) this.parking.delete(id);
    }
  }

  private async look(): Promise<void> {
    await this.beats.beat(this.poolId);
    await this.park().catch(() => {});
  }

  private async stopIfDrained(): Promise<void> {
    if (this.parking.size === 0 && (await isDrained(this.queue).catch(() => false))) this.stop();
  }

  /** What this process leaves behind: parked jobs, and those in hand as if they had not been taken. */
  private async leave(): Promise<void> {
    await this.park();
    for (const job of this.handedBack) await makeReady(this.queue, [job.id], job.attempts - 1);
    await this.forget();
  }

  private async forget(): Promise<void> {
    if (this.poolId !== null) await this.beats.end(this.poolId);
    this.poolId = null;
  }
}
