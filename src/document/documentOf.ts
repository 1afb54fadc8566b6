import type { Attachments } from '../attachments/gridsToAttachments.js';
import type { CheckedTables } from '../checks/checkDocument.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import type { FileFacts } from '../pages/page.js';
import type { TextLayer } from '../pages/textLayer.js';
import type { Source } from '../source/source.js';
import { VERSION } from '../version.js';
import type { Contents } from './contents.js';
import type { Cover } from './cover.js';
import { finding } from './finding.js';
import { missingParts, readParts } from './parts.js';
import { boxesToPlaces } from './places.js';
import { documentSchema, type FinalAccounts, type Finding, SCHEMA_VERSION } from './schema.js';
import type { NineTables } from './tables.js';

export interface DocumentInput {
  readonly source: Source;
  readonly facts: FileFacts;
  readonly layers: readonly TextLayer[];
  readonly cover: Cover;
  readonly grids: readonly PageGrids[];
  readonly contents: Contents;
  readonly nine: NineTables;
  readonly forms: Attachments;
  readonly checked: CheckedTables;
  readonly secondReading: 'auto' | 'all' | 'none';
  /** Pages that were read from their pictures, and by which engines. */
  readonly seen: { readonly pages: readonly number[]; readonly engines: readonly string[] };
}

const SEVERITY = { error: 0, warning: 1, info: 2 } as const;

/** Puts the document together and validates it against its own schema. */
export function documentOf(input: DocumentInput): FinalAccounts {
  const { source, facts, layers, cover, nine, forms, checked } = input;
  const parts = readParts(input.grids, input.contents, checked.tables);
  const findings = [
    ...sourceFindings(input),
    ...readerFindings(input.grids),
    ...missingParts(parts, input.contents),
    ...nine.findings,
    ...forms.findings,
    ...checked.findings,
  ].sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]);
  const document = {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: 'juesuan', version: VERSION },
    source: {
      fileName: source.fileName,
      sha256: source.sha256,
      bytes: source.bytes.length,
      pageCount: facts.pageCount,
      producer: facts.producer,
      reading: input.seen.pages.length === 0 ? 'text' : input.seen.pages.length === facts.pageCount ? 'ocr' : 'mixed',
      coordinates: source.kind === 'text' ? 'lines' : 'points',
      secondReading: input.secondReading,
      pagesWithoutText: layers.flatMap((l, i) => (l.worth === 'usable' ? [] : [i + 1])),
    },
    document: { kind: cover.kind, title: cover.title, department: cover.department, fiscalYear: cover.fiscalYear },
    parts,
    tables: checked.tables,
    otherTables: nine.otherTables,
    attachments: [...checked.attachments],
    narrative: [...checked.statements],
    checks: checked.checks,
    findings,
  } satisfies Record<keyof FinalAccounts, unknown>;
  return documentSchema.parse(boxesToPlaces(document, input.grids));
}

/** What the reader mended or found wrong on its pages. */
const readerFindings = (pages: readonly PageGrids[]): Finding[] =>
  pages.flatMap(({ page, remarks }) =>
    remarks
      .filter((r) => r.rule !== '')
      .map((r) =>
        finding(r.rule, r.severity, r.message, { page, box: r.box }, { expected: r.expected, actual: r.actual }),
      ),
  );

function sourceFindings({ source, layers, cover, seen }: DocumentInput): Finding[] {
  const out: Finding[] = [];
  if (source.damage.includes('xref')) {
    out.push(
      finding(
        'xref-repaired',
        'warning',
        'the cross-reference table of the file is broken; its objects were found by searching the file',
      ),
    );
  }
  if (source.damage.includes('end'))
    out.push(finding('file-end-lost', 'warning', 'the file breaks off before its end mark: what came after is lost'));
  const read = new Set(seen.pages);
  if (read.size > 0) out.push(readFromPictures(seen));
  layers.forEach((layer, i) => {
    if (read.has(i + 1)) return;
    if (layer.worth === 'none')
      out.push(
        finding('page-without-text', 'error', `page ${i + 1} has no text layer and was not read`, { page: i + 1 }),
      );
    if (layer.worth === 'untrusted') {
      out.push(
        finding('text-layer-not-trusted', 'error', `the text layer of page ${i + 1} was not used: ${layer.reason}`, {
          page: i + 1,
        }),
      );
    }
  });
  if (cover.department === '')
    out.push(finding('department-not-found', 'warning', 'no department is named on the cover or over a table'));
  if (cover.fiscalYear === null)
    out.push(finding('year-not-found', 'warning', 'no fiscal year is named on the cover or over a table'));
  if (cover.otherYear !== null) {
    const message = `the title is of ${cover.fiscalYear}, and the tables are of ${cover.otherYear}: which year the figures are of is not certain`;
    const years = { expected: String(cover.fiscalYear), actual: String(cover.otherYear) };
    out.push(finding('years-differ', 'warning', message, undefined, years));
  }
  return out;
}

/** One finding for all pages that were read from their pictures: which they are, and who read them. */
function readFromPictures({ pages, engines }: DocumentInput['seen']): Finding {
  const by = engines.join(' and ');
  const rule =
    engines.length > 1
      ? 'each amount is accepted only where both give it'
      : 'one reader alone confirms nothing: only an identity with figures printed elsewhere does';
  return finding(
    'read-from-picture',
    engines.length > 1 ? 'info' : 'warning',
    `${pages.length} pages without a text layer that can be trusted were read from their pictures by ${by}: ${rule}`,
    { page: pages[0]! },
  );
}
