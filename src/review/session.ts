import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may ask: a link works once, in exchange for a cookie that lasts as long as the server. */
export interface Sessions {
  /** A new token for a link; tokens given before stay good until they are used. */
  newToken(): string;
  /** The session for a token, or null where it was never given or is used up. */
  redeem(token: string): string | null;
  isOpen(session: string | undefined): boolean;
}

/** Tokens that were given and not used; older ones lapse. */
const MAX_TOKENS = 20;

export function openSessions(): Sessions {
  const tokens: string[] = [];
  const sessions: string[] = [];
  const has = (list: readonly string[], text: string): number =>
    list.findIndex((known) => known.length === text.length && timingSafeEqual(Buffer.from(known), Buffer.from(text)));
  const secret = (): string => randomBytes(32).toString('base64url');
  return {
    newToken() {
      const token = secret();
      tokens.push(token);
      if (tokens.length > MAX_TOKENS) tokens.shift();
      return token;
    },
    redeem(token) {
      if (!/^[\w-]{43}$/.test(token)) return null;
      const at = has(tokens, token);
      if (at < 0) return null;
      tokens.splice(at, 1);
      const session = secret();
      sessions.push(session);
      return session;
    },
    isOpen: (session) => session !== undefined && /^[\w-]{43}$/.test(session) && has(sessions, session) >= 0,
  };
}
