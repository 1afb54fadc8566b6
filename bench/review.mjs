// Measures how the review page opens and scrolls a document: extracts each PDF given (samples/qingzhou-2024.pdf where none is), serves
// it, opens it in Chromium and scrolls its tables.
//
//   npm run bench:review [-- FILE.pdf ...]
//
// Prints for each: pages, forms, MiB of JSON, milliseconds from the JSON's arrival (and from the click) to the first figures on the
// screen, and of the frames of five seconds of scrolling the median, the 95th in a hundred and the longest.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const main = join(root, 'dist', 'cli', 'main.js');
const files = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'samples', 'qingzhou-2024.pdf')];
const SCROLLED_MS = 5000;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const file of files) {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
  const name = basename(file, '.pdf');
  const json = join(folder, `${name}.json`);
  cpSync(file, join(folder, `${name}.pdf`));
  spawnSync(process.execPath, [main, 'extract', join(folder, `${name}.pdf`), '-o', json]);
  const document = JSON.parse(readFileSync(json, 'utf8'));
  const server = spawn(process.execPath, [main, 'review', folder, '--no-open']);
  try {
    const measured = await measure(await linkOf(server));
    const mib = (statSync(json).size / 1024 / 1024).toFixed(1);
    console.log(
      `${name}: ${document.source.pageCount} pages, ${document.attachments.length} forms, ${mib} MiB; ${measured}`,
    );
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}
await browser.close();

function linkOf(server) {
  return new Promise((resolve) => {
    let said = '';
    server.stderr.on('data', (data) => {
      said += data;
      const found = /http:\S+/.exec(said);
      if (found) resolve(found[0]);
    });
  });
}

async function measure(link) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en' });
  page.setDefaultTimeout(60_000);
  await page.goto(link);
  await page.getByText('1 / 1').waitFor();
  let arrived;
  page.on('requestfinished', (request) => {
    if (/\/api\/documents?\//.test(request.url())) arrived ??= performance.now();
  });
  const clicked = performance.now();
  await page.getByRole('link', { name: /./ }).last().click();
  await page.locator('.document-page [role=gridcell]').first().waitFor();
  const shown = performance.now();
  const frames = await scroll(page);
  await page.close();
  const ms = (n) => `${n.toFixed(0)} ms`;
  return `shown ${arrived ? ms(shown - arrived) : '-'} after its JSON, ${ms(shown - clicked)} after the click; frames ${frames.map(ms).join(', ')}`;
}

/** Milliseconds between frames while the wheel turns over the tables: median, 95 %, longest. */
async function scroll(page) {
  const grid = page.locator('[role=grid]').first();
  const box = await grid.boundingBox();
  await page.mouse.move(box.x + box.width / 2, Math.min(600, box.y + box.height / 2));
  await page.evaluate(() => {
    window.frameTimes = [];
    let last = performance.now();
    const tick = (now) => {
      window.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const end = performance.now() + SCROLLED_MS;
  while (performance.now() < end) await page.mouse.wheel(0, 240);
  const frames = (await page.evaluate(() => window.frameTimes)).sort((a, b) => a - b);
  return [frames[frames.length >> 1], frames[Math.floor(frames.length * 0.95)], frames.at(-1)];
}
