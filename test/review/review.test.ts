import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { FinalAccounts } from '../../src/document/schema.js';
import { handmade } from '../handmade.js';
import { tinyPdf } from '../pages/tinyPdf.js';
import { violations } from './axe.js';
import { launchBrowser } from './browser.js';
import { folderWith, main, openPage, type Served, serveFolder, type Watched } from './server.js';

jest.setTimeout(300_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

let served: Served;
let watched: Watched;
async function start(folder: string, locale?: string): Promise<Watched['page']> {
  served = await serveFolder(folder);
  watched = await openPage(browser, served, locale);
  return watched.page;
}
afterEach(async () => {
  await watched.page.context().close();
  await served.end();
  expect(watched.troubles).toEqual([]);
});

const extract = (pdf: string): FinalAccounts =>
  JSON.parse(spawnSync(process.execPath, [main, 'extract', pdf], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout);
const facts = (pdf: string): string =>
  spawnSync(process.execPath, [main, 'facts', pdf, '--corrected'], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;

describe('by keyboard alone', () => {
  test('a disputed figure is found, corrected, kept by the next extraction, and undone', async () => {
    const page = await start(folderWith('planted-errors-2024.pdf', 'planted-errors-2024.json', 'lanting-2024.json'));
    const { keyboard } = page;
    await page.getByRole('grid').waitFor();
    await page.getByText('2 / 2').waitFor();
    // The document with disputed figures comes first; Tab reaches the list, Enter opens the row.
    for (let i = 0; i < 30; i++) {
      if ((await page.evaluate('document.activeElement.getAttribute("role")')) === 'grid') break;
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    const detail = page.getByRole('region', { name: 'The chosen figure' });
    await detail.getByText('3,790.48').first().waitFor();
    await keyboard.press('n');
    await detail.getByRole('heading', { name: '2012601 行政运行 · 基本支出' }).waitFor();
    expect(await detail.innerText()).toMatch(/B2\s+fails/);
    expect(await detail.innerText()).toMatch(/expected 124.25 · printed 1244.25/);
    await keyboard.press('c');
    await keyboard.type('1,244.25');
    await keyboard.press('Tab');
    await keyboard.type('one digit is lost');
    await keyboard.press('Enter');
    await detail.getByText('corrected to').waitFor();

    const pdf = join(served.folder, 'planted-errors-2024.pdf');
    const again = extract(pdf);
    const cell = again.tables.find((t) => t.key === 'expenditure')!.rows[3]!.cells['basic']!;
    expect(cell).toMatchObject({ value: '124.25', raw: '124.25', standing: 'disputed' });
    expect(cell.correction).toMatchObject({
      value: '1244.25',
      printed: '124.25',
      who: 'Li Ming',
      why: 'one digit is lost',
    });
    expect(again.findings.map((f) => f.rule)).toContain('corrected');
    expect(facts(pdf)).toMatch(/2012601,.*,124\.25,.*,1244\.25,Li Ming,/);

    await keyboard.press('u');
    await detail.getByText('corrected to').waitFor({ state: 'detached' });
    expect(extract(pdf).findings.map((f) => f.rule)).not.toContain('corrected');
    const log = JSON.parse(readFileSync(join(served.folder, 'planted-errors-2024.corrections.json'), 'utf8'));
    expect(log.entries.map((e: { action: string }) => e.action)).toEqual(['correct', 'undo']);
    // And back to the list.
    await keyboard.press('b');
    await page.getByRole('searchbox').waitFor();
  });

  test('a value that is no amount is refused, and what was typed stays', async () => {
    const page = await start(folderWith('planted-errors-2024.json'));
    await page.getByRole('link', { name: /青州湾市/ }).click();
    const detail = page.getByRole('region', { name: 'The chosen figure' });
    await detail.getByRole('heading').first().waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('12.3.4');
    await page.keyboard.press('Enter');
    await page.getByText('12.3.4 is no amount').waitFor();
    expect(await page.getByLabel(/Should be/).inputValue()).toBe('12.3.4');
    expect(existsSync(join(served.folder, 'planted-errors-2024.corrections.json'))).toBe(false);
  });
});

test('two windows at once: both corrections stand; on the same figure the second is told', async () => {
  const page = await start(folderWith('planted-errors-2024.json'));
  await page.getByRole('link', { name: /青州湾市/ }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  const next = async (window: typeof page): Promise<void> => {
    await window.getByRole('region', { name: 'The chosen figure' }).getByRole('button', { name: 'Accept' }).waitFor();
  };
  await next(page);
  await next(other);
  // Both look at the first figure. The first window accepts it and goes on.
  await page.bringToFront();
  await page.keyboard.press('a');
  await page.getByText('Saved').waitFor();
  const path = join(served.folder, 'planted-errors-2024.corrections.json');
  const entries = (): { action: string }[] => JSON.parse(readFileSync(path, 'utf8')).entries;
  expect(entries()).toHaveLength(1);
  // The second window knows nothing of it yet and corrects the same figure, then another one.
  await other.keyboard.press('c');
  await other.keyboard.type('3790.84');
  await other.keyboard.press('Enter');
  await other.getByText('Another window has just changed this figure').waitFor();
  expect(entries()).toHaveLength(1);
  await page.keyboard.press('a');
  await page.getByText('Saved').waitFor();
});

describe('the spot-check', () => {
  test('blind: the value is hidden until the eye has read it, and the statement follows', async () => {
    const page = await start(folderWith('qingzhou-2024.json', 'qingzhou-2024.pdf'));
    await page.getByText('1 / 1').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('spinbutton').fill('4');
    await page.getByLabel('Seed').fill('seed');
    await page.keyboard.press('Enter');
    const path = join(served.folder, 'spotcheck.json');
    await page.getByLabel(/What is printed/).waitFor();
    const drawn = JSON.parse(readFileSync(path, 'utf8'));
    expect(drawn).toMatchObject({ blind: true, seed: 'seed' });
    const first = drawn.items[0];
    const api = (): Promise<{ check: { items: { hidden: boolean; read: string | null }[] } }> =>
      page.evaluate("fetch('/api/spotcheck').then((r) => r.json())");
    expect((await api()).check.items.every((i) => i.hidden && i.read === null)).toBe(true);
    await page.getByRole('img', { name: 'As printed' }).waitFor();
    expect(await violations(page)).toEqual([]);
    // The eye reads another figure than the machine: both are shown, and the person says which is right.
    await page.getByLabel(/What is printed/).fill('77.77');
    await page.keyboard.press('Enter');
    await page.getByText('You read').waitFor();
    expect(await page.locator('.read-value').innerText()).toBe(first.read ?? 'blank');
    await page.keyboard.press('x');
    await page.getByText('2 / 4').waitFor();
    for (const item of drawn.items.slice(1)) {
      await page.getByLabel(/What is printed/).fill(item.read ?? '');
      await page.keyboard.press('Enter');
      await page.getByText('You read').waitFor();
      await page.keyboard.press('n');
    }
    await page.getByText('3 right of 4').waitFor();
    const judged = JSON.parse(readFileSync(path, 'utf8')).items;
    expect(judged.map((i: { verdict: string }) => i.verdict)).toEqual(['wrong', 'right', 'right', 'right']);
    expect(judged[0]).toMatchObject({ seen: '77.77', who: 'Li Ming' });
    const said = spawnSync(process.execPath, [main, 'spotcheck', served.folder], { encoding: 'utf8' });
    expect(said.stdout).toContain('3 of 4 right');
  });
});

describe('what a document says is text', () => {
  const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  const hostile = (folder: string): void => {
    const pdf = tinyPdf({ pages: [{ content: '' }], title: script });
    const document = handmade('planted-errors-2024');
    const cell = document.tables[0]!.rows[61]!.cells['amount']!;
    document.document.title = script;
    document.document.department = `\u202e${script}${'很长'.repeat(3000)}`;
    document.source.sha256 = createHash('sha256').update(pdf).digest('hex');
    document.source.fileName = `${script}.pdf`;
    document.tables[0]!.rows[61]!.name = `\u202eشركة${script}${'长'.repeat(5000)}`;
    document.tables[0]!.columns[0]!.label = script;
    cell.raw = `${script}\u202e9.99`;
    cell.page = 1;
    document.findings[1]!.message = `${script}${'x'.repeat(4000)}`;
    document.attachments[0]!.title = script;
    writeFileSync(join(folder, 'hostile.pdf'), pdf);
    writeFileSync(join(folder, 'hostile.json'), JSON.stringify(document));
  };

  test('on the review page', async () => {
    const folder = folderWith();
    hostile(folder);
    const page = await start(folder);
    await page.getByRole('link', { name: /img src=x/ }).click();
    const detail = page.getByRole('region', { name: 'The chosen figure' });
    await detail.getByText(script).first().waitFor();
    for (const key of ['2', '3', '4', '5', '6', '1']) {
      await page.keyboard.press(key);
      expect(await page.locator('img, #app script').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    expect(await violations(page)).toEqual([]);
  });

  test('on the page of differences', async () => {
    const folder = folderWith('planted-errors-2024.json', 'planted-errors-2024.pdf');
    hostile(folder);
    const html = join(folder, 'diff.html');
    const args = [
      join(folder, 'planted-errors-2024.json'),
      join(folder, 'hostile.json'),
      '--format',
      'html',
      '-o',
      html,
    ];
    expect(spawnSync(process.execPath, [main, 'diff', ...args]).status).toBe(1);
    const page = await start(folder);
    const shown = await browser.newPage();
    shown.on('dialog', () => watched.troubles.push('dialog'));
    shown.on('request', (r) => {
      if (!/^(file|data):/.test(r.url())) watched.troubles.push(r.url());
    });
    await shown.goto(`file://${html}`);
    expect(await shown.locator('img, script').count()).toBe(0);
    await shown.getByText(script).first().waitFor();
    expect(await violations(shown)).toEqual([]);
    await shown.close();
    await page.getByRole('grid').waitFor();
  });
});

describe('a document of 171 pages and 100 forms', () => {
  test('has only the rows in view in the page, and every form can be reached', async () => {
    const folder = folderWith();
    const document = handmade('qingzhou-2024', 100);
    writeFileSync(
      join(folder, 'big.json'),
      JSON.stringify({ ...document, source: { ...document.source, pageCount: 171 } }),
    );
    const page = await start(folder);
    await page.getByRole('link', { name: /青州湾市/ }).click();
    await page.getByText('/ 171').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await page.keyboard.press('3');
    await page.locator('.panel select').selectOption({ index: 297 });
    await page.getByRole('grid', { name: /^100\. .*项目100/ }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await page.getByRole('region', { name: 'The chosen figure' }).getByRole('heading').first().waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(60);
  });
});

describe('accessibility', () => {
  let page: Watched['page'];
  beforeEach(async () => {
    const folder = folderWith('planted-errors-2024.pdf');
    writeFileSync(join(folder, 'planted-errors-2024.json'), JSON.stringify(handmade('planted-errors-2024', 2)));
    page = await start(folder, 'zh-CN');
    await page.getByText('1 / 1').waitFor();
  });

  test('axe finds no violation on any page, in any tab, in either language', async () => {
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: /青州湾市/ }).click();
    await page.getByRole('img', { name: '所印' }).waitFor();
    for (const key of ['1', '2', '3', '4', '5', 'c']) {
      await page.keyboard.press(key);
      expect([key, await violations(page)]).toEqual([key, []]);
    }
    await page.keyboard.type('1244.25');
    await page.keyboard.press('Enter');
    await page.getByText('已保存').waitFor();
    await page.keyboard.press('6');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: /Doubtful/ }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await violations(page)).toEqual([]);
  });

  test('a figure is shown on both sides: from the page to the table and back', async () => {
    await page.getByRole('link', { name: /青州湾市/ }).click();
    await page.getByRole('img', { name: '所印' }).waitFor();
    await page.keyboard.press('2');
    // The box of a figure is chosen on the page: its cell is chosen in the table.
    await page.locator('.box[data-id="revenue_expenditure_summary/0/amount"]').click();
    await page.locator('.grid .here', { hasText: '2,887.86' }).waitFor();
    // A cell is pointed at in the table: its place on the page is marked.
    await page.locator('.grid [role=gridcell].number', { hasText: '2,887.86' }).first().hover();
    await page.locator('.mark.hover').waitFor();
  });
});
