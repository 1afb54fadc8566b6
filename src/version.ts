import { createRequire } from 'node:module';

/** The version in package.json, the one place where it stands. */
export const VERSION: string = (createRequire(import.meta.url)('../package.json') as { version: string }).version;
