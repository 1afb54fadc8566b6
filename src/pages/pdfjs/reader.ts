import { ExtractError } from '../../errors.js';
import { displayOf } from '../display.js';
import type { FileFacts, Page, PageBounds, PageReader } from '../page.js';
import { type Resources, readContent } from './content.js';
import { type Font, type FontObject, toFont } from './fonts.js';
import { documentOptions, loadPdfjs, type PdfjsDocument, type PdfjsPage } from './library.js';
import { lighten } from './lighten.js';
import { type LayerReference, OP, type OperatorList } from './operators.js';
import { letStrayRejectionsPass } from './strayRejections.js';

export interface PdfjsOptions extends Partial<PageBounds> {
  /** Keep font programs and pictures from pdf.js: the same pages in a fraction of the time. Default true. */
  readonly light?: boolean;
}

const DEFAULT_BOUNDS: PageBounds = { maxObjects: 400_000, maxPixels: 250_000_000 };
const ANNOTATIONS_ON = 1;

/**
 * Opens a PDF with pdf.js. `bytes` are copied and stay usable. The empty user password is tried; scripts, attachments,
 * annotations and external references are not read. Errors: UNREADABLE, ENCRYPTED; LIMIT for a page out of bounds.
 */
export async function openWithPdfjs(bytes: Uint8Array, options: PdfjsOptions = {}): Promise<PageReader> {
  const { pdfjs, connect } = await loadPdfjs();
  const data = options.light === false ? new Uint8Array(bytes) : lighten(bytes);
  const bounds = { ...DEFAULT_BOUNDS, ...options };
  const end = letStrayRejectionsPass();
  const worker = connect();
  const task = pdfjs.getDocument(documentOptions(data, worker, bounds.maxPixels));
  try {
    const document = await task.promise;
    const facts = await readFacts(document);
    const layers = await document.getOptionalContentConfig();
    const fonts = new Map<string, Font>();
    const isVisible = (layer: LayerReference): boolean => layers.isVisible(layer);
    const close = async (): Promise<void> => {
      await task.destroy();
      worker.destroy();
      end();
    };
    return makeReader(document, facts, { fonts, isVisible, maxObjects: bounds.maxObjects }, close);
  } catch (cause) {
    await task.destroy();
    worker.destroy();
    end();
    if ((cause as Error).name === 'PasswordException') {
      throw new ExtractError('ENCRYPTED', 'a PDF that opens without a password', 'a PDF locked by one', { cause });
    }
    throw new ExtractError('UNREADABLE', 'a PDF file', 'a file that is no PDF, or one damaged beyond repair', {
      cause,
    });
  }
}

/** What the pages of a document share. `fonts` holds those met so far, by the name that pdf.js gives them. */
interface Shared extends Resources {
  readonly fonts: Map<string, Font>;
}

function makeReader(document: PdfjsDocument, facts: FileFacts, shared: Shared, close: () => Promise<void>): PageReader {
  return {
    name: 'pdfjs',
    facts,
    page: async (number) => {
      try {
        return await readPage(document, number, shared);
      } catch (cause) {
        if (cause instanceof ExtractError) throw cause;
        const found = 'an object that cannot be read';
        throw new ExtractError('UNREADABLE', `page ${number} to be a page`, found, { cause });
      }
    },
    close,
  };
}

async function readPage(document: PdfjsDocument, number: number, shared: Shared): Promise<Page> {
  const page = await document.getPage(number);
  try {
    const operators = await page.getOperatorList({ annotationMode: ANNOTATIONS_ON });
    await loadFonts(page, operators, shared.fonts);
    const display = displayOf(page.view, page.rotate / 90);
    const content = readContent(operators, display, shared);
    return { number, width: display.width, height: display.height, reader: 'pdfjs', ...content };
  } finally {
    page.cleanup();
  }
}

/** Adds the fonts that `operators` set to `fonts`. */
async function loadFonts(page: PdfjsPage, operators: OperatorList, fonts: Map<string, Font>): Promise<void> {
  for (const name of fontNames(operators)) {
    if (fonts.has(name)) continue;
    const object = await new Promise<FontObject | string | null>((found) => page.commonObjs.get(name, found));
    fonts.set(name, toFont(typeof object === 'string' ? undefined : (object ?? undefined)));
  }
}

function fontNames({ fnArray, argsArray }: OperatorList): Set<string> {
  const names = new Set<string>();
  for (let i = 0; i < fnArray.length; i++) {
    if (fnArray[i] === OP.setFont) names.add(argsArray[i]![0] as string);
    if (fnArray[i] !== OP.setGState) continue;
    for (const [key, value] of argsArray[i]![0] as [string, unknown][]) {
      if (key === 'Font') names.add((value as [string, number])[0]);
    }
  }
  return names;
}

async function readFacts(document: PdfjsDocument): Promise<FileFacts> {
  const info = await document.getMetadata().then(
    (metadata) => metadata.info,
    () => ({}) as Record<string, unknown>,
  );
  const text = (key: string): string => (typeof info[key] === 'string' ? info[key] : '');
  return { pageCount: document.numPages, producer: text('Producer') || text('Creator'), title: text('Title') };
}
