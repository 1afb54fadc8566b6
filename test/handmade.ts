import { readFileSync } from 'node:fs';
import { documentSchema, type FinalAccounts } from '../src/document/schema.js';
import { fromRoot } from './files.js';

type Box = [number, number, number, number];

const said = { page: 21, reader: 'pdfium', standing: 'unconfirmed', why: ['read once'], checks: [] } as const;
const field = (value: string | null, box: Box) => ({ ...said, value, box, secondReading: null });

/** A sample's document with `forms` self-evaluation forms and two statements of the text, made by hand. */
export function handmade(sample = 'planted-errors-2024', forms = 1): FinalAccounts {
  const document = JSON.parse(readFileSync(fromRoot('samples', `${sample}.json`), 'utf8'));
  return documentSchema.parse({
    ...document,
    attachments: Array.from({ length: forms }, (_, n) => ({
      form: 'project_self_evaluation',
      title: '项目支出绩效自评表',
      status: 'present',
      pages: [21],
      header: { subject: field(`项目${n + 1}`, [100, 80, 300, 100]), budget: field('51.00', [100, 100, 200, 120]) },
      tasks: [],
      funding: [
        {
          page: 21,
          box: [60, 120, 500, 140] as Box,
          cells: { name: field('其中：财政拨款', [60, 120, 200, 140]), executed: field('47.00', [200, 120, 300, 140]) },
        },
      ],
      indicators: Array.from({ length: 12 }, (_, i) => ({
        page: 21,
        box: [60, 140 + i * 20, 500, 160 + i * 20] as Box,
        cells: {
          level1: field('产出指标', [60, 140 + i * 20, 140, 160 + i * 20]),
          level3: field(`指标${i + 1}`, [140, 140 + i * 20, 300, 160 + i * 20]),
          target: field('≥90', [300, 140 + i * 20, 400, 160 + i * 20]),
          score: {
            ...field('10', [400, 140 + i * 20, 500, 160 + i * 20]),
            ...(i === 3 ? { standing: 'disputed' } : {}),
          },
        },
      })),
    })),
    narrative: [
      {
        ...said,
        page: 17,
        statement: 'N1',
        subject: '本年收入合计',
        measure: 'amount',
        value: '3612.34',
        unit: '万元',
        sentence: '本年收入合计3612.34万元',
        box: [90, 200, 300, 214],
      },
      {
        ...said,
        page: 17,
        statement: 'N1',
        subject: '本年支出合计',
        measure: 'share',
        value: '62.00',
        unit: '%',
        sentence: '其中基本支出占62.00%',
        box: [300, 200, 500, 214],
        standing: 'disputed',
      },
    ],
  });
}
