import type { ErrorCode } from '../errors.js';

/** One job for a worker. It gets the next one only when it has answered. */
export interface Order<J> {
  readonly id: number;
  readonly job: J;
}

/** How far a long job is, for a person: the stage it is in, and which page of how many. */
export interface Progress {
  readonly stage: string;
  readonly page?: number;
  readonly of?: number;
}

/** Why there is no result: the file is refused with its code, or reading it failed and the worker is not to be trusted any more. */
export type Failure =
  | { readonly code: ErrorCode; readonly expected: string; readonly found: string }
  | { readonly crash: string };

/** What a worker says. A reader of it passes over types that it does not know. */
export type Answer<R> =
  | { readonly id: number; readonly type: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly type: 'done'; readonly result: R; readonly memory: number }
  | { readonly id: number; readonly type: 'error'; readonly failure: Failure; readonly memory: number };
