import type { ShownGlyph } from './operators.js';

/** What of a pdf.js font object is read here. All of it is optional: a font that failed to load is an error text. */
export interface FontObject {
  readonly bbox?: readonly number[] | undefined;
  readonly fontMatrix?: readonly number[] | undefined;
  readonly vertical?: boolean | undefined;
  readonly defaultVMetrics?: readonly number[] | undefined;
  readonly isType3Font?: boolean | undefined;
  /** `_map` is by character code; a map that gives every code as itself has none. */
  readonly toUnicode?: { readonly _map?: readonly (string | undefined)[] } | undefined;
}

/** A font as text is placed by it. */
export interface Font {
  /** Factor from glyph widths to parts of the font size. */
  readonly unit: number;
  /** Height of the em in parts of the font size: 1 but for Type 3 fonts, which have units of their own. */
  readonly em: number;
  readonly vertical: boolean;
  /** As `vmetric` of a glyph, for those that have none. */
  readonly defaultVMetrics: readonly number[];
  /** True where the font says which Unicode a glyph has. */
  maps(glyph: ShownGlyph): boolean;
}

const VERTICAL_METRICS = [-1000, 500, 880];

/** Used where a font could not be loaded or none is set. */
export const UNKNOWN_FONT: Font = toFont(undefined);

export function toFont(object: FontObject | undefined): Font {
  const map = object?.toUnicode?._map;
  return {
    unit: object?.fontMatrix?.[0] || 0.001,
    em: object?.isType3Font ? type3Em(object) : 1,
    vertical: object?.vertical === true,
    defaultVMetrics: object?.defaultVMetrics ?? VERTICAL_METRICS,
    maps: (glyph) => map?.[glyph.originalCharCode] !== undefined,
  };
}

/** The height of the font's bounds, where they can be meant. */
function type3Em({ bbox, fontMatrix }: FontObject): number {
  const height = ((bbox?.[3] ?? 0) - (bbox?.[1] ?? 0)) * Math.abs(fontMatrix?.[3] ?? 0);
  return height > 0.1 && height < 100 ? height : 1;
}
