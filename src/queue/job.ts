/** The name of the task in graphile-worker. */
export const TASK = 'juesuan_document';

/** What a job says. The key of the job is `sha256`, or the hash of the address where the bytes are not at hand. */
export interface Payload {
  /** A path relative to the shared folder, https:// or s3://. */
  readonly address: string;
  readonly fileName: string;
  /** The hash of the bytes that were put in the queue; null where only the address is known. */
  readonly sha256: string | null;
}

export function isPayload(value: unknown): value is Payload {
  if (typeof value !== 'object' || value === null) return false;
  const { address, fileName, sha256 } = value as Record<string, unknown>;
  return typeof address === 'string' && typeof fileName === 'string' && (sha256 === null || typeof sha256 === 'string');
}
