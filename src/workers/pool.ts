import pLimit, { type LimitFunction } from 'p-limit';
import type { Progress } from './protocol.js';
import { type Bounds, Thread, ThreadFailure } from './thread.js';
import { Turnstile } from './turnstile.js';

export interface PoolOptions<J> {
  /** The module of a worker: it calls `serve`. */
  readonly entry: URL;
  /** Threads at a time. */
  readonly size: number;
  readonly bounds: Bounds;
  /** Whether a job that ended its thread is tried once more, with no other beside it. */
  readonly retry: boolean;
  /** A thread is replaced after so many jobs … */
  readonly replaceAfter?: number;
  /** … or when it still holds so many MiB after a job. */
  readonly replaceAbove?: number;
  /** Share of the memory of one job that the heap of a thread may take; where a job is tried again by itself, it may take all. */
  readonly heap: number;
  /** What of a job goes over to its thread without a copy, where nobody needs it afterwards. */
  readonly given?: (job: J) => readonly ArrayBuffer[];
}

/**
 * Guarded worker threads that serve many jobs, fed by p-limit. A job that crashes, hangs or swells costs its own thread and
 * nothing else: it is tried once more by itself, so that it is certain whose memory it was, and then refused.
 */
export class Pool<J, R> {
  /** Waits and runs: `activeCount` and `pendingCount` tell how much there is to do. */
  readonly limit: LimitFunction;
  private readonly idle: Thread<J, R>[] = [];
  private readonly turnstile = new Turnstile();

  constructor(private readonly options: PoolOptions<J>) {
    this.limit = pLimit(options.size);
  }

  /** Performs a job when there is a thread for it; it is made only then. Errors: `ExtractError`, and what `make` throws. */
  run(make: () => Promise<J>, tell?: (progress: Progress) => void): Promise<R> {
    const { bounds, retry, size, heap } = this.options;
    return this.limit(async () => {
      const job = await make();
      try {
        return await this.turnstile.together(() => this.attempt(job, bounds.maxMemory * size, heap, tell));
      } catch (error) {
        if (!(error instanceof ThreadFailure)) throw error;
        if (!retry) throw error.refusal;
      }
      try {
        return await this.turnstile.byItself(async () => {
          await this.close();
          return this.attempt(job, bounds.maxMemory, 1, tell);
        });
      } catch (error) {
        throw error instanceof ThreadFailure ? error.refusal : error;
      }
    });
  }

  /** Ends the threads that have nothing to do. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((thread) => thread.end()));
  }

  private async attempt(job: J, mayHold: number, heap: number, tell?: (progress: Progress) => void): Promise<R> {
    const { entry, bounds, replaceAfter = 500, replaceAbove = 512, given = () => [] } = this.options;
    let thread = this.idle.pop();
    while (thread && !thread.alive) thread = this.idle.pop();
    thread ??= new Thread<J, R>(entry, bounds, heap);
    try {
      return await thread.run(job, mayHold, tell, given(job));
    } finally {
      const stays = heap === this.options.heap && thread.served < replaceAfter && thread.memory < replaceAbove;
      if (thread.alive && stays) this.idle.push(thread);
      else await thread.end();
    }
  }
}
