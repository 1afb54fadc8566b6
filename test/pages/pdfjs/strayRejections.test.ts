import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { fromRoot } from '../../files.js';

/** Runs a program of its own: what nobody waits for ends the process. `letPass` is there. */
const run = (program: string) => {
  const module = `import { letStrayRejectionsPass as letPass } from ${JSON.stringify(`file://${fromRoot('dist/pages/pdfjs/strayRejections.js')}`)};
    const reject = (name) => void Promise.reject(Object.assign(new Error('stray'), { name }));
    const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
    ${program}`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', module], { encoding: 'utf8' });
};

test('a promise that pdf.js rejects and nobody waits for does not end the process while a document is open', () => {
  const { status, stdout } = run(
    "const end = letPass(); reject('XRefEntryException'); await wait(); end(); await wait(); console.log(process.listenerCount('unhandledRejection'));",
  );
  expect([status, stdout]).toEqual([0, '0\n']);
});

test('any other does, and that of pdf.js when no document is open', () => {
  expect(run("letPass(); reject('TypeError'); await wait();").status).toBe(1);
  expect(run("const end = letPass(); end(); await wait(); reject('XRefEntryException'); await wait();").status).toBe(1);
});
