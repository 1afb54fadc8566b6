#!/usr/bin/env node
// Makes every sample again: node samples/make/make.mjs [NAME ...]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as accounts from './accounts.mjs';
import { htmlToPdf, officeToPdf } from './convert.mjs';
import { budgetDocument, governmentDocument } from './declined.mjs';
import { deriveAccount } from './derive.mjs';
import { evaluationTruth } from './evaluation.mjs';
import { truthCsv } from './grid.mjs';
import { handWritten, lantingGrids } from './lanting2024.mjs';
import { centralGrids } from './layouts/central.mjs';
import { liaoningGrids } from './layouts/liaoning.mjs';
import { shanghaiGrids } from './layouts/shanghai.mjs';
import { plantErrors, plantedPage } from './planted.mjs';
import { workbook } from './qingzhou2023.mjs';
import { sectionsOf, writerDocument } from './qingzhou2024.mjs';
import { damagedText } from './text.mjs';
import { printedDocument } from './yunling2024.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const path = (name) => join(folder, name);
const truth = (name, grids) => writeFileSync(path(`${name}.truth.csv`), truthCsv(grids));

const qingzhou2024 = deriveAccount(accounts.qingzhou2024);
const qingzhou2023 = deriveAccount(accounts.qingzhou2023);
const yunling2024 = deriveAccount(accounts.yunling2024);
const lanting2024 = deriveAccount(accounts.lanting2024);

const samples = {
  'qingzhou-2024'(name) {
    const grids = liaoningGrids(qingzhou2024);
    officeToPdf(writerDocument(qingzhou2024, qingzhou2023, grids), 'fodt', path(`${name}.pdf`));
    truth(name, grids);
    writeFileSync(path(`${name}.attachments.truth.csv`), evaluationTruth(qingzhou2024));
  },
  'qingzhou-2024-text'() {
    const grids = liaoningGrids(qingzhou2024);
    writeFileSync(path('qingzhou-2024.txt'), damagedText(sectionsOf(qingzhou2024, qingzhou2023, grids)));
  },
  'qingzhou-2023'(name) {
    const grids = centralGrids(qingzhou2023);
    officeToPdf(workbook(qingzhou2023, grids), 'fods', path(`${name}.pdf`));
    truth(name, grids);
  },
  'yunling-2024'(name) {
    const grids = shanghaiGrids(yunling2024);
    htmlToPdf(printedDocument(yunling2024, grids), path(`${name}.pdf`));
    truth(name, grids);
  },
  'lanting-2024'(name) {
    const grids = lantingGrids(lanting2024);
    writeFileSync(path(`${name}.pdf`), handWritten(lanting2024, grids));
    truth(name, grids);
  },
  'planted-errors-2024'(name) {
    const { grids, log } = plantErrors(liaoningGrids(qingzhou2024));
    officeToPdf(writerDocument(qingzhou2024, qingzhou2023, grids), 'fodt', path(`${name}.pdf`));
    writeFileSync(path(`${name}.md`), plantedPage(log));
    truth(name, grids);
  },
  'declined/budget-2025'(name) {
    htmlToPdf(budgetDocument(yunling2024), path(`${name}.pdf`));
  },
  'declined/government-2024'(name) {
    htmlToPdf(governmentDocument('云岭县', 2024), path(`${name}.pdf`));
  },
};

const names = process.argv.slice(2);
for (const [name, make] of Object.entries(samples)) {
  if (names.length > 0 && !names.includes(name)) continue;
  mkdirSync(dirname(path(name)), { recursive: true });
  make(name);
  console.log(name);
}
