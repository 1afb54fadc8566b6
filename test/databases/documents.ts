import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { documentSchema, type Field, type FinalAccounts } from '../../src/document/schema.js';
import { fromRoot } from '../files.js';

/** The documents of the samples, as they are extracted, with what the samples do not have. */
export const sampleDocuments = (): FinalAccounts[] =>
  readdirSync(fromRoot('samples'))
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f) => documentSchema.parse(JSON.parse(readFileSync(fromRoot('samples', f), 'utf8'))));

export const sampleDocument = (name: string): FinalAccounts =>
  documentSchema.parse(JSON.parse(readFileSync(fromRoot('samples', `${name}.json`), 'utf8')));

export const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same document as other bytes. */
export const asBytes = (document: FinalAccounts, bytes: string): FinalAccounts => ({
  ...document,
  source: { ...document.source, sha256: shaOf(bytes) },
});

const field = (value: string | null, standing: Field['standing'] = 'confirmed'): Field => ({
  value,
  page: 20,
  box: [10, 20, 30.5, 40.25],
  reader: 'pdfium',
  standing,
  why: [],
  checks: [],
  secondReading: null,
});
const row = <T>(cells: T) => ({ page: 20, box: [1, 2, 3, 4] as [number, number, number, number], cells });

/** A self-evaluation form and two statements of the text, made by hand. */
export const withAttachments = (document: FinalAccounts): FinalAccounts => ({
  ...document,
  attachments: [
    {
      form: 'project_self_evaluation',
      title: '预算项目绩效自评表',
      status: 'present',
      pages: [20],
      header: {
        subject: field('库房改造'),
        budget: field('84.00'),
        executed: field('82.30'),
        total_score: field('99.8'),
      },
      tasks: [row({ name: field('整理'), weight: field('10'), score: field('9.80') })],
      funding: [row({ name: field('年度资金总额'), annual_budget: field('84.00'), executed: field('82.30') })],
      indicators: [
        row({
          level1: field('产出指标'),
          level3: field('整理卷数'),
          target: field('120'),
          score: field('50', 'disputed'),
        }),
        row({ level1: field('效益指标'), level3: field('查阅满意度'), target: field('95%'), score: field(null) }),
      ],
    },
  ],
  narrative: [
    {
      statement: 'N1',
      subject: 'total',
      measure: 'amount',
      value: '3790.84',
      unit: '万元',
      sentence: '收入总计3790.84万元。',
      page: 18,
      box: [1, 2, 3, 4],
      reader: 'pdfium',
      standing: 'confirmed',
      why: ['equal to the table'],
      checks: [],
    },
    {
      statement: 'N3',
      subject: 'total',
      measure: 'change_rate',
      value: '-0.00',
      unit: '%',
      sentence: '下降0.00%。',
      page: 18,
      box: [1, 2, 3, 4],
      reader: 'pdfium',
      standing: 'unconfirmed',
      why: [],
      checks: [],
    },
  ],
});
