import { Poison } from '../poison.js';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const MOST_REDIRECTS = 5;
const PATIENCE = 60_000;

/** The hosts that may be reached, as `host` or `host:port`. None unless asked. */
export type AllowedHosts = readonly string[];

/** Errors: `Poison` where the host is not among those allowed, or the connection would not be encrypted. */
export function requireAllowed(url: URL, allowed: AllowedHosts): void {
  if (!allowed.includes(url.host) && !allowed.includes(url.hostname))
    throw new Poison(`${url.origin}: expected a host that --allow-host names, found ${url.host}`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname)))
    throw new Poison(`${url.origin}: expected https://, found ${url.protocol}//`);
}

/**
 * Sends a request to an allowed host and gives the whole answer, at most `most` bytes. Every redirect is held to the same list.
 * Errors: `Poison` for what will not change (not allowed, 4xx, too large), `Error` for what may.
 */
export async function request(
  first: Request,
  allowed: AllowedHosts,
  most: number,
  accept: readonly number[] = [],
): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  let next = first;
  for (let redirects = 0; ; redirects++) {
    const url = new URL(next.url);
    requireAllowed(url, allowed);
    const answer = await fetch(next, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location !== null) {
      await answer.body?.cancel();
      if (redirects === MOST_REDIRECTS) throw new Poison(`${first.url}: more than ${MOST_REDIRECTS} redirects`);
      next = new Request(new URL(location, url), { method: next.method });
      continue;
    }
    if (answer.ok || accept.includes(answer.status))
      return { status: answer.status, bytes: await bodyOf(answer, first.url, most) };
    await answer.body?.cancel();
    const said = `${first.url}: expected an answer, found status ${answer.status}`;
    throw isLasting(answer.status) ? new Poison(said) : new Error(said);
  }
}

/** Asked too often, too early or too slowly: later it may go. */
const isLasting = (status: number): boolean => status >= 400 && status < 500 && ![408, 425, 429].includes(status);

async function bodyOf(answer: Response, address: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (answer.body) {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw new Poison(`LIMIT: expected at most ${most} bytes, found more (${address})`);
      chunks.push(chunk);
    }
  }
  return new Uint8Array(Buffer.concat(chunks));
}
