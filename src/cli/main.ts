#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { keepsCompiled } from '../pages/pdfium/compiled.js';
import { run } from './run.js';

// One document lives too short for PDFium to be compiled a second time with all optimisations: that costs more than it saves.
if (!keepsCompiled() && process.argv[2] !== 'batch') setFlagsFromString('--no-wasm-tier-up');
process.exitCode = await run(process.argv.slice(2));
