/**
 * Builds the smallest PDF that shows one thing, so that a test says in code what is on its pages.
 *
 * Every page may use, without naming them: the fonts `Latin` (Helvetica), `Ucs2` and `Gbk` (a Chinese font that is not
 * embedded, read by UniGB-UCS2-H and by GBK-EUC-H) and `Upright` (the same set vertically).
 */
export interface TinyPdf {
  readonly pages: readonly TinyPage[];
  /** Form XObjects by resource name, for `/name Do`. */
  readonly forms?: Readonly<Record<string, TinyForm>>;
  /** Gray pictures by resource name: width and height in samples. */
  readonly images?: Readonly<Record<string, readonly [width: number, height: number]>>;
  /** Layers by resource name, for `/OC /name BDC … EMC`: whether they are switched on, or the layer they are part of. */
  readonly layers?: Readonly<Record<string, boolean | string>>;
  /** More fonts by resource name: the text of the dictionary. `ref('x')` in it is an entry of `objects` or a form. */
  readonly fonts?: Readonly<Record<string, string>>;
  /** Graphics states by resource name, for `/name gs`: the text of the dictionary. */
  readonly states?: Readonly<Record<string, string>>;
  /** More objects by name: the text between obj and endobj. */
  readonly objects?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly producer?: string;
  /** Locked by a password that nobody knows. */
  readonly locked?: boolean;
}

/** Boxes are [left, bottom, right, top] in points. The media box is 200 by 300 where none is given. */
export interface TinyPage {
  readonly content: string;
  readonly mediaBox?: readonly number[];
  readonly cropBox?: readonly number[];
  readonly rotate?: number;
  readonly userUnit?: number;
  /** Its annotations: names of `objects`. */
  readonly annotations?: readonly string[];
}

export interface TinyForm {
  readonly content: string;
  readonly matrix?: readonly number[];
  /** [-1000 -1000 1000 1000] where none is given. */
  readonly box?: readonly number[];
  /** A transparency group, as a soft mask must be. */
  readonly group?: boolean;
}

/** The place of a named object in a font dictionary or another object, filled in when the file is built. */
export const ref = (name: string): string => `{{${name}}}`;

export function tinyPdf(document: TinyPdf): Uint8Array {
  const objects: string[] = [];
  const names = new Map<string, string>();
  const add = (body: string, name?: string): string => {
    const reference = `${objects.push(body)} 0 R`;
    if (name !== undefined) names.set(name, reference);
    return reference;
  };
  const stream = (dictionary: string, data: string): string =>
    `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const each = <T>(entries: Readonly<Record<string, T>> = {}, make: (entry: T) => string): string =>
    `<< ${Object.entries(entries)
      .map(([name, entry]) => `/${name} ${make(entry)}`)
      .join(' ')} >>`;

  for (const [name, body] of Object.entries(document.objects ?? {})) add(body, name);
  const fonts = each({ ...STANDARD_FONTS, ...document.fonts }, (body) => add(body));
  const layers = Object.entries(document.layers ?? {}).map(([name, on]) => {
    const body = typeof on === 'string' ? `/Type /OCMD /OCGs ${ref(on)}` : `/Type /OCG /Name (${name})`;
    return { name, on, at: add(`<< ${body} >>`, name) };
  });
  const properties = `<< ${layers.map(({ name, at }) => `/${name} ${at}`).join(' ')} >>`;
  const images = Object.entries(document.images ?? {}).map(([name, [width, height]]) => {
    const kind = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
    return `/${name} ${add(stream(`${kind} /ColorSpace /DeviceGray`, 'x'.repeat(width * height)))}`;
  });
  // Forms may use each other: they share one resource dictionary with the pages.
  const formEntries = Object.entries(document.forms ?? {});
  const resources = `${objects.length + formEntries.length + 1} 0 R`;
  const forms = formEntries.map(([name, form]) => {
    const { content, matrix = [1, 0, 0, 1, 0, 0], box = [-1000, -1000, 1000, 1000], group = false } = form;
    const kind = `/Type /XObject /Subtype /Form /BBox [${box.join(' ')}] /Matrix [${matrix.join(' ')}]`;
    const transparency = group ? '/Group << /S /Transparency /CS /DeviceGray >>' : '';
    return `/${name} ${add(stream(`${kind} ${transparency} /Resources ${resources}`, content), name)}`;
  });
  const states = each(document.states, (body) => body);
  const drawables = `<< ${[...images, ...forms].join(' ')} >>`;
  add(`<< /Font ${fonts} /XObject ${drawables} /Properties ${properties} /ExtGState ${states} >>`);

  const pageTree = `${objects.length + 2 * document.pages.length + 1} 0 R`;
  const pages = document.pages.map((page) => {
    const { mediaBox = [0, 0, 200, 300], cropBox, rotate = 0, userUnit = 1, annotations = [] } = page;
    const content = add(stream('', page.content));
    const crop = cropBox === undefined ? '' : `/CropBox [${cropBox.join(' ')}]`;
    const size = `/MediaBox [${mediaBox.join(' ')}] ${crop} /Rotate ${rotate} /UserUnit ${userUnit}`;
    return add(
      `<< /Type /Page /Parent ${pageTree} ${size} /Resources ${resources} /Contents ${content} /Annots [${annotations.map(ref).join(' ')}] >>`,
    );
  });
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(' ')}] >>`);
  const all = layers.flatMap(({ on, at }) => (typeof on === 'string' ? [] : [at])).join(' ');
  const off = layers.flatMap(({ on, at }) => (on === false ? [at] : [])).join(' ');
  const root = add(
    `<< /Type /Catalog /Pages ${pageTree} /OCProperties << /OCGs [${all}] /D << /OFF [${off}] /Order [${all}] >> >> >>`,
  );
  const info = add(`<< /Title (${document.title ?? ''}) /Producer (${document.producer ?? ''}) >>`);
  const lock = document.locked ? `/Encrypt ${add(LOCK)} /ID [<00> <00>]` : '';
  return assemble(objects, names, `/Root ${root} /Info ${info} ${lock}`);
}

function assemble(objects: readonly string[], names: ReadonlyMap<string, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body.replace(/\{\{(\w+)\}\}/g, (_, name: string) => names.get(name)!)}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Text as a string of the font `Ucs2` or `Upright`. */
export function ucs2(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** Text as a string of the font `Gbk`. */
export function gbk(text: string): string {
  return `<${[...text].map((char) => gbkCodes().get(char)!).join('')}>`;
}

let codes: Map<string, string> | undefined;

function gbkCodes(): Map<string, string> {
  if (codes !== undefined) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      codes.set(decoder.decode(Uint8Array.of(high, low)), high.toString(16) + low.toString(16));
    }
  }
  return codes;
}

const chinese = (encoding: string): string => {
  const system = '<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
  const descriptor =
    '/Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0';
  const child = `/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo ${system} /DW 1000`;
  const details = `/FontDescriptor << ${descriptor} /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>`;
  const parent = `/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding}`;
  return `<< ${parent} /DescendantFonts [<< ${child} ${details} >>] >>`;
};

const STANDARD_FONTS = {
  Latin: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  Ucs2: chinese('UniGB-UCS2-H'),
  Gbk: chinese('GBK-EUC-H'),
  Upright: chinese('UniGB-UCS2-V'),
};

/** The standard security handler with keys that fit no password. */
const LOCK = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`;
