import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { fromRoot } from '../../files.js';

/** What a fresh process says of the build's machine code: whether it is there, and whether this V8 takes it. */
function ask(flags: readonly string[]): string {
  const script = `
    import { readFileSync } from 'node:fs';
    import { compilePdfium, keepsCompiled } from ${JSON.stringify(fromRoot('dist/pages/pdfium/compiled.js'))};
    const wire = new Uint8Array(readFileSync(${JSON.stringify(fromRoot('node_modules/@embedpdf/pdfium/dist/pdfium.wasm'))}));
    const module = compilePdfium(wire);
    console.log(keepsCompiled(), WebAssembly.Module.exports(module).some((e) => e.name === 'FPDF_LoadMemDocument'));`;
  const { stdout } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return stdout.trim();
}

test('the build leaves machine code of PDFium, and it is PDFium', () => {
  expect(existsSync(fromRoot('dist/pages/pdfium/compiled.js'))).toBe(true);
  expect(ask([])).toBe('true true');
});

test('where V8 does not take the machine code, PDFium is compiled anew', () => {
  expect(ask(['--no-wasm-tier-up'])).toBe('true true');
});
