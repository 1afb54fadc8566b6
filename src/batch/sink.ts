/** A document that is done, as it goes to a sink. */
export interface Finished {
  readonly path: string;
  readonly sha256: string;
  /** The document as juesuan's JSON. */
  readonly json: string;
}

/**
 * Where documents go besides the folder: a database. A document is recorded only when every sink has it; after a kill it may
 * come again, so writing twice must change nothing. An error of a sink ends the batch, and the next one goes on from there.
 */
export interface Sink {
  /** Whether a document of an earlier run is to be written: the sink may be new. */
  lacks(done: { readonly path: string; readonly sha256: string }): Promise<boolean>;
  write(document: Finished): Promise<void>;
  close(): Promise<void>;
}
