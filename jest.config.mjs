import { fileURLToPath } from 'node:url';

// Every process and thread of the tests refuses to reach beyond this machine; this one, which runs a single file itself, too.
const refuse = fileURLToPath(new URL('test/refuseNetwork.cjs', import.meta.url));
if (!process.env.NODE_OPTIONS?.includes(refuse))
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require "${refuse}"`;
await import(refuse);

export default {
  globalSetup: './test/scratch.mjs',
  globalTeardown: './test/removeScratch.mjs',
  testEnvironment: './test/nativeArrays.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } }],
  },
  testTimeout: 240_000,
  maxWorkers: '100%',
};
