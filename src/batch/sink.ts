/** A document that is done, as it goes to a sink. */
export interface Finished {
  readonly path: string;
  readonly sha256: string;
  /** Whether corrections stood beside it when it was read, or did before: those that the document carries are all there are. */
  readonly reviewed: boolean;
  /** The document as juesuan's JSON. */
  /** UTF-8. */
  readonly json: Uint8Array;
}

/** What a sink says of a document: it has it, or why it does not take it. */
export type Taken = { readonly refused: string | null };

/**
 * Where documents go besides the folder: a database. They come in the order of the inputs, one by one. After a kill a document may
 * come again, so writing twice must change nothing. A document that is refused is recorded all the same and offered again by the
 * next run; an error (the database is gone) ends the batch, and the next one goes on from there.
 */
export interface Sink {
  /** Whether a document of an earlier run is to be written: the sink may be new. */
  lacks(done: Omit<Finished, 'json'>): Promise<boolean>;
  write(document: Finished): Promise<Taken>;
  close(): Promise<void>;
}
