#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { keepsCompiled } from '../pages/pdfium/compiled.js';
import { endWithParent, inFreshProcess, wantsFreshProcess } from './freshProcess.js';

const argv = process.argv.slice(2);
endWithParent();
// One document lives too short for PDFium to be compiled a second time with all optimisations: that costs more than it saves.
if (!keepsCompiled() && argv[0] !== 'batch') setFlagsFromString('--no-wasm-tier-up');
process.exitCode = wantsFreshProcess(argv[0]) ? await inFreshProcess() : await (await import('./run.js')).run(argv);
