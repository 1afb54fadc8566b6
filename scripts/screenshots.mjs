// Takes the pictures of the review page and of the page of differences for docs/review.md: node scripts/screenshots.mjs
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const main = 'dist/cli/main.js';
const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
for (const name of ['planted-errors-2024', 'qingzhou-2024', 'qingzhou-2023', 'lanting-2024', 'yunling-2024'])
  for (const end of ['pdf', 'json']) cpSync(`samples/${name}.${end}`, join(folder, `${name}.${end}`));
const [a, b] = ['qingzhou-2024', 'planted-errors-2024'].map((n) => join(folder, `${n}.json`));
spawnSync(process.execPath, [main, 'diff', a, b, '--format', 'html', '-o', join(folder, 'diff.html')]);
const server = spawn(process.execPath, [main, 'review', folder, '--no-open', '--who', 'Li Ming']);
const link = await new Promise((resolve) => {
  let said = '';
  server.stderr.on('data', (data) => {
    said += data;
    const found = /http:\S+/.exec(said);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en' });
const page = await context.newPage();
page.setDefaultTimeout(90_000);
const shoot = async (name) => {
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `docs/${name}.png` });
};
const keys = async (...list) => {
  for (const key of list) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
};

await page.goto(link);
await page.getByText('5 / 5').waitFor();
await shoot('review-documents');
await page.getByRole('link', { name: /planted/ }).click();
await page.getByRole('img', { name: 'As printed' }).waitFor();
await keys('n', 'c');
await page.keyboard.type('1244.25');
await keys('Tab');
await page.keyboard.type('one digit is lost in print');
await shoot('review-figure');
await keys('Enter');
await page.getByText('corrected to').waitFor();
await page.getByRole('button', { name: '中文' }).click();
await keys('2', '+');
await shoot('review-table');
await page.goto(`${new URL(link).origin}/#/spotcheck`);
await page.getByRole('button', { name: 'English' }).click();
await page.getByRole('spinbutton').fill('40');
await page.getByLabel('Seed').fill('2024');
await page.getByRole('button', { name: /^Draw/ }).click();
for (let i = 0; ; i++) {
  await page.getByLabel(/What is printed/).waitFor();
  const items = JSON.parse(readFileSync(join(folder, 'spotcheck.json'), 'utf8')).items;
  if (i >= 9 && items[i].read !== null) break;
  await page.getByLabel(/What is printed/).fill(items[i].read ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('You read').waitFor();
  await page.keyboard.press('n');
}
await page.getByRole('img', { name: 'As printed' }).waitFor();
await shoot('review-spotcheck');
await page.goto(`file://${join(folder, 'diff.html')}`);
await shoot('review-diff');
await browser.close();
server.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
