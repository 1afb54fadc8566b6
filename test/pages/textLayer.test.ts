import { expect, test } from '@jest/globals';
import type { Page } from '../../src/pages/page.js';
import { judgeTextLayer } from '../../src/pages/textLayer.js';
import { drawnPage, glyphsOf } from './drawn.js';

const pageOf = (text: string, more: Partial<Page> = {}): Page => ({
  ...drawnPage([]),
  glyphs: glyphsOf(text, 0, 20),
  ...more,
});
const TEXT =
  '本部门二〇二四年度收入总计一千万元，与上年相比增加十万元，主要原因是人员经费增加。支出总计一千万元，其中基本支出和项目支出分别占比。';

test('print is usable', () => {
  expect(judgeTextLayer(pageOf(TEXT)).worth).toBe('usable');
});

test('a picture without text is none; an empty page is fine', () => {
  expect(judgeTextLayer(pageOf('', { pictureShare: 1 })).worth).toBe('none');
  expect(judgeTextLayer(pageOf('')).worth).toBe('usable');
});

test('fonts without Unicode, private-use characters and unlikely characters are not trusted', () => {
  const page = pageOf(TEXT);
  expect(judgeTextLayer({ ...page, glyphs: page.glyphs.map((g) => ({ ...g, unmapped: true })) }).worth).toBe(
    'untrusted',
  );
  expect(judgeTextLayer(pageOf('\ue001\ue002\ue003\ue004\ue005\ue006')).worth).toBe('untrusted');
  const shifted = [...TEXT].map((c) => String.fromCodePoint(c.codePointAt(0)! + 37)).join('');
  expect(judgeTextLayer(pageOf(shifted)).worth).toBe('untrusted');
});

test('text over a picture of the page is not trusted, unless the page draws its rules and prints it', () => {
  expect(judgeTextLayer(pageOf(TEXT, { pictureShare: 1, hiddenShare: 1 })).worth).toBe('untrusted');
  expect(judgeTextLayer(pageOf(TEXT, { pictureShare: 1 })).worth).toBe('untrusted');
  const { rules } = drawnPage([
    {
      x: 50,
      y: 50,
      widths: [100, 100],
      rows: [
        ['项目', '金额'],
        ['合计', '1.00'],
      ],
    },
  ]);
  expect(judgeTextLayer(pageOf(TEXT, { pictureShare: 1, hiddenShare: 0, rules })).worth).toBe('usable');
  expect(judgeTextLayer(pageOf(TEXT, { pictureShare: 1, hiddenShare: 1, rules })).worth).toBe('untrusted');
});

test('a table that is pasted under its title as a picture is read from the picture; a chart in a text is none', () => {
  const titled = '收入决算表 公开02表 部门：青州湾市档案局 2024年度 金额单位：万元';
  expect(judgeTextLayer(pageOf(titled, { pictureShare: 0.2 }))).toEqual({
    worth: 'untrusted',
    reason: 'a picture on it holds what its text names: a table',
  });
  expect(judgeTextLayer(pageOf(titled, { pictureShare: 0.05 })).worth).toBe('usable');
  expect(judgeTextLayer(pageOf('青州湾市档案局2024年度部门决算', { pictureShare: 0.2 })).worth).toBe('usable');
  expect(judgeTextLayer(pageOf(`${TEXT.repeat(5)}图一（单位：万元）`, { pictureShare: 0.2 })).worth).toBe('usable');
  const contents = ['收入决算表', '支出决算表', '收入支出决算总表', '基本支出决算表'].join('');
  expect(judgeTextLayer(pageOf(contents, { pictureShare: 0.2 })).worth).toBe('usable');
});

test('a mapping that is wrong for some characters is not trusted: letters that no Chinese word has stand in their places', () => {
  const reason = 'characters of other scripts stand for some of its Chinese ones';
  const judged = (text: string) => judgeTextLayer(pageOf(text));
  expect(judged('十Ð、农林水支出 商业服á业等支出 社会保障和就业支出')).toEqual({ worth: 'untrusted', reason });
  expect(judged('项目p年支出合计 年o结转和结余 十O国防支出 社区Q属单位p年收入')).toEqual({
    worth: 'untrusted',
    reason,
  });
  // A letter that means itself, a year left out, marks before paragraphs, words of another language.
  const plain = `${TEXT}本部门有A级景区一处，20XX年甲B类设备一台。`;
  expect(judged(plain).worth).toBe('usable');
  expect(judged(`Ø${TEXT} Ø${TEXT}`).worth).toBe('usable');
  expect(judged(`${TEXT}合计¥100元，误差±5%，面积²，是\\否`).worth).toBe('usable');
  expect(judged(`${TEXT} café menü`).worth).toBe('usable');
});

test('a letter as wide as a Han character stands for one, unless the font draws its digits so, too', () => {
  const wide = (text: string, of: RegExp) =>
    glyphsOf(text, 0, 20).map((g) => (of.test(g.char) ? { ...g, x1: g.x0 + g.size } : g));
  const judged = (text: string, of: RegExp) => judgeTextLayer(pageOf('', { glyphs: wide(text, of) })).worth;
  expect(judged(`${TEXT}人员经费合« 2278.67`, /«/)).toBe('untrusted');
  expect(judged(`${TEXT}资q性支出 2278.67`, /q/)).toBe('untrusted');
  expect(judged(`${TEXT}资q性支出 2278.67`, /[q\d]/)).toBe('usable');
  expect(judged(`${TEXT}按照«预算法»，q类支出 2278.67`, /[«»]/)).toBe('usable');
});

test('a page that reads as codes of its fonts has no text: signs, letters, control characters', () => {
  const reason = 'characters of other scripts stand for most of its Chinese ones';
  const judged = (text: string) => judgeTextLayer(pageOf(text));
  expect(judged(',\'-.!"#$234567 %@AB0)C.!"#$ +nDíî')).toEqual({ worth: 'untrusted', reason });
  // One font of several.
  expect(judged(`${TEXT}。 !#$ &?@ ^|{`)).toEqual({ worth: 'untrusted', reason });
  expect(judged('\u0001-\u0003\u0004\u0005\u0006\u0007\u000e').worth).toBe('untrusted');
  expect(judged(TEXT.replaceAll('，', '\u0003')).worth).toBe('usable');
  expect(judged(TEXT.replaceAll('，', '\u0003\u0003\u0003\u0003')).worth).toBe('usable');
  // Amounts alone, placeholders, an address, a hyphen at the end of a line, an exclamation mark.
  expect(judged('1,234.56 (78.90) 100.00% -5.00 2024-12-31 12 / 34').worth).toBe('usable');
  expect(judged('XX XXX xx.xx XX XXXX ** ___').worth).toBe('usable');
  expect(judged(`${TEXT}见 http://www.qingzhouwan.gov.cn/?a=1&b=2`).worth).toBe('usable');
  expect(judged('其他支出 12.50 https://www.qingzhouwan.gov.cn/zwgk/jsgk/2025/index.html?page=3').worth).toBe('usable');
  expect(judged(`${TEXT}一个\u0002也不能少!`).worth).toBe('usable');
});

test('digits that read as letters, and characters that no accounts have, are not trusted', () => {
  const judged = (text: string) => judgeTextLayer(pageOf(text)).worth;
  expect(judged('第二部分QOQS年度单位决算表')).toBe('untrusted');
  expect(judged('公开OR表单位：兰汀市实验幼儿园QOQS年度金额单位万元合计XOWMUQ一')).toBe('untrusted');
  expect(judged('㨋㞢㪆收入支出决算表')).toBe('untrusted');
  expect(judged(`${TEXT}APEC会议、PPP项目共12个，2024年㙍镇XX项目。`)).toBe('usable');
});

test('a page whose print is drawn as outlines has no text; a drawing beside text is none', () => {
  expect(judgeTextLayer(pageOf('', { outlines: 300 })).worth).toBe('none');
  expect(judgeTextLayer(pageOf('', { outlines: 3 })).worth).toBe('usable');
  expect(judgeTextLayer(pageOf('收入支出决算总表', { outlines: 300 }))).toEqual({
    worth: 'untrusted',
    reason: 'most of its print is drawn as outlines',
  });
  expect(judgeTextLayer(pageOf(TEXT, { outlines: 100 })).worth).toBe('usable');
});
