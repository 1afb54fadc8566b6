import { createHash } from 'node:crypto';
import { RULE_TITLES } from '../checks/rules/index.js';
import { TABLE_KEYS } from '../document/keys.js';
import { FORMS } from '../tables/forms/index.js';
import type { Record } from './record.js';
import { REPORT_STYLE } from './reportStyle.js';
import { rankedFindings } from './summaryText.js';
import { type Counts, ranked, type Tally } from './tally.js';

export interface ReportFacts {
  readonly tally: Tally;
  /** The documents to be shown, the worst first. */
  readonly worst: readonly Record[];
  readonly settings: Readonly<{ [name: string]: unknown }>;
  /** The way from the report to the folder of the manifest, for links. */
  readonly toFolder: string;
}

const STATUSES = ['present', 'empty', 'partial', 'missing', 'absent'] as const;
const COLOURS: Readonly<{ [name: string]: string }> = {
  confirmed: 'good',
  unconfirmed: 'open',
  disputed: 'bad',
  present: 'good',
  partial: 'open',
  missing: 'bad',
  error: 'bad',
  warning: 'open',
  info: 'soft',
};
const TITLES = TABLE_KEYS.map((_, i) => FORMS[i]!.titles[0]!.replace('三公', '“三公”'));

/** The summary of a batch as one HTML file: nothing in it is loaded or run, and every text of a document is escaped. */
export function reportPage({ tally, worst, settings, toFolder }: ReportFacts): string {
  const hash = createHash('sha256').update(REPORT_STYLE).digest('base64');
  const figures = [...tally.figures.values()].reduce((n, m) => n + m, 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>juesuan batch report</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>决算 batch report</h1>
<p class="sub">${Object.entries(settings)
    .map(([name, value]) => `${html(name)} ${html(String(value))}`)
    .join(' · ')}</p>
<div class="tiles">
${tile(tally.done, 'documents read')}
${tile(tally.pages, 'pages')}
${tile(figures, 'figures')}
${tile(tally.declined, 'declined')}
${tile(tally.failed, 'failed', tally.failed > 0 ? 'bad' : '')}
${tile(tally.duplicates, 'duplicates')}
</div>
<section><h2>Figures by standing</h2>${bar(tally.figures)}${legend(tally.figures, figures)}</section>
<section><h2>Tables by status</h2>${tablesByStatus(tally)}</section>
<div class="pair">
<section><h2>Findings by rule</h2>${findings(tally)}</section>
<section><h2>Declined, by what they seem to be</h2>${counts(tally.kinds)}<h2>Failed, by code</h2>${counts(tally.codes)}</section>
</div>
<section><h2>Documents, the worst first</h2>
<p class="small">${worst.length} of ${tally.done + tally.failed}: failures, then lost tables, errors, disputed figures, warnings. The nine squares are the nine tables in their order.</p>
<table><tr><th>document</th><th>tables</th><th>figures</th><th class="n">disputed</th><th class="n">unconfirmed</th><th>why it stands here</th></tr>
${worst.map((record) => row(record, toFolder)).join('\n')}
</table></section>
</main>
</body>
</html>
`;
}

const tile = (n: number, label: string, colour = ''): string =>
  `<div class="tile"><b class="${colour}">${number(n)}</b><span>${label}</span></div>`;

/** A bar of the shares; its parts are drawn, as the policy admits no style at an element. */
function bar(parts: Counts, className = 'bar', width = 1000, height = 14): string {
  const all = [...parts.values()].reduce((n, m) => n + m, 0);
  if (all === 0) return '';
  let x = 0;
  const rects = [...parts].map(([name, n]) => {
    const w = (n / all) * width;
    const rect = `<rect x="${round(x)}" y="0" width="${round(w)}" height="${height}" class="f${COLOURS[name] ?? 'none'}"><title>${name}: ${n}</title></rect>`;
    x += w;
    return n > 0 ? rect : '';
  });
  return `<svg class="${className}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${html([...parts].map(([k, n]) => `${k} ${n}`).join(', '))}">${rects.join('')}</svg>`;
}

const legend = (parts: Counts, all: number): string =>
  `<div>${[...parts]
    .map(
      ([name, n]) =>
        `<b class="${COLOURS[name]}">${number(n)}</b> ${name} <span class="soft">${all > 0 ? ((100 * n) / all).toFixed(2) : '0.00'} %</span>`,
    )
    .join(' &nbsp; ')}</div>`;

const tablesByStatus = (tally: Tally): string =>
  `<table><tr><th>table</th>${STATUSES.map((s) => `<th class="n">${s}</th>`).join('')}</tr>${TABLE_KEYS.map(
    (key, i) =>
      `<tr><td>${html(TITLES[i]!)} <span class="small">${key}</span></td>${STATUSES.map((s) => {
        const n = tally.tables.get(key)!.get(s) ?? 0;
        return `<td class="n ${n === 0 ? 'zero' : (COLOURS[s] ?? '')}">${number(n)}</td>`;
      }).join('')}</tr>`,
  ).join('')}</table>`;

function findings(tally: Tally): string {
  const rows = rankedFindings(tally).map(
    (f) =>
      `<tr><td>${html(f.rule)} <span class="small">${html(RULE_TITLES[f.rule] ?? '')}</span></td><td class="${COLOURS[f.severity] ?? ''}">${html(f.severity)}</td><td class="n">${number(f.count)}</td><td class="n">${number(f.documents)}</td></tr>`,
  );
  if (rows.length === 0) return '<p class="small">none</p>';
  return `<table><tr><th>rule</th><th>severity</th><th class="n">findings</th><th class="n">documents</th></tr>${rows.join('')}</table>`;
}

function counts(values: Counts): string {
  if (values.size === 0) return '<p class="small">none</p>';
  return `<table>${ranked(values)
    .map(([name, n]) => `<tr><td>${html(name)}</td><td class="n">${number(n)}</td></tr>`)
    .join('')}</table>`;
}

function row(record: Record, toFolder: string): string {
  const { digest, path } = record;
  const name =
    record.output === null
      ? html(path)
      : `<a href="${html(link(`${toFolder}${record.output}`))}">${html(digest?.department || path)}</a>`;
  if (!digest)
    return `<tr><td class="doc">${name}</td><td colspan="4" class="bad">${html(record.code ?? record.status)}</td><td class="why">expected ${html(record.expected ?? '')}, found ${html(record.found ?? '')}</td></tr>`;
  const about = [digest.fiscalYear, digest.kind, `${digest.pages} pages`].filter((t) => t !== null).join(' · ');
  const { disputed, unconfirmed } = digest.figures;
  const why = digest.findings
    .filter((f) => f.severity !== 'info')
    .map((f) => `<span class="${COLOURS[f.severity]}">${html(f.rule)}</span>${f.count > 1 ? ` × ${f.count}` : ''}`)
    .join(', ');
  return `<tr><td class="doc">${name} <span class="small">${html(about)}</span><br><span class="small">${html(path)}</span></td><td>${squares(record)}</td><td>${bar(new Map(Object.entries(digest.figures)), 'small', 90, 10)}</td><td class="n ${disputed ? 'bad' : 'zero'}">${disputed}</td><td class="n ${unconfirmed ? 'open' : 'zero'}">${unconfirmed}</td><td class="why">${why || '<span class="soft">nothing to report</span>'}</td></tr>`;
}

/** The nine tables as nine squares, in their order. */
function squares({ digest }: Record): string {
  const cells = TABLE_KEYS.map((key, i) => {
    const status = digest!.tables[key];
    return `<rect x="${i * 12}" y="0" width="10" height="10" rx="2" class="f${COLOURS[status] ?? 'none'}"><title>${html(TITLES[i]!)}: ${status}</title></rect>`;
  });
  return `<svg width="106" height="10" viewBox="0 0 106 10">${cells.join('')}</svg>`;
}

const link = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
const round = (n: number): string => String(Math.round(n * 100) / 100);
const ENTITIES: Readonly<{ [character: string]: string }> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const html = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);
