import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Sessions } from './session.js';

/** Nothing is loaded from anywhere else. The one script that stands in the page itself is named by its hash. */
export const pagePolicy = (inlineScript: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' '${inlineScript}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** pdf.js decodes some pictures in WebAssembly: its worker may, the page may not. */
export const WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; font-src data:; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

const refuse = (c: Context, why: string): Response => c.text(`${why}\n`, 403);

/**
 * Who gets through: requests to this very host and port (a name that was bent to 127.0.0.1 is another host), that no other site
 * sent, from a browser that once opened a link with a token.
 */
export function guard(port: () => number, sessions: Sessions): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    const host = `127.0.0.1:${port()}`;
    if (c.req.header('host') !== host) return refuse(c, 'another host');
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) return refuse(c, 'another origin');
    const site = c.req.header('sec-fetch-site');
    const cookie = `juesuan-${port()}`;
    const token = c.req.path === '/' && c.req.method === 'GET' ? c.req.query('token') : undefined;
    if (token !== undefined) {
      const session = sessions.redeem(token);
      if (session === null) return refuse(c, 'the link was used before: ask for a new one in the terminal (Enter)');
      setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/', 303);
    }
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(c, 'another site');
    if (!sessions.isOpen(getCookie(c, cookie))) return refuse(c, 'open the link that juesuan review printed');
    const writes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (writes && (origin === undefined || !c.req.header('content-type')?.startsWith('application/json')))
      return refuse(c, 'not sent by the page');
    await next();
  };
}
