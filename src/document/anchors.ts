import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import type { Box } from '../pages/page.js';

/** A figure of the narrative that an identity of the tables needs. */
export interface Anchor {
  readonly value: string;
  readonly unit: '万元' | '元';
  readonly page: number;
  readonly box: Box | null;
}

export interface NarrativeAnchors {
  /** 机关运行经费, for K16. */
  readonly operatingCost: Anchor | null;
}

const OPERATING =
  /机关运行经费(?:决算)?(?:支出|总额|支出决算|决算数|支出总额|合计)?(?:为|是|共计|合计|共)?(\d[\d,]*(?:\.\d+)?)(万元|元)/;

/** Reads the figures that the tables' identities need from the text; sentences may run over lines and pages. */
export function readAnchors(pages: readonly PageGrids[]): NarrativeAnchors {
  const lines = pages
    .flatMap((p) => p.lines.map((l) => ({ page: p.page, line: l, text: comparable(l.text) })))
    .filter((l) => !/^[-—\d]+$/.test(l.text));
  for (let i = 0; i < lines.length; i++) {
    if (
      !lines[i]!.text.includes('机关运行经费') &&
      !(lines[i]!.text + (lines[i + 1]?.text ?? '')).includes('机关运行经费')
    )
      continue;
    const window = lines.slice(i, i + 3);
    const match = OPERATING.exec(
      window
        .map((l) => l.text)
        .join('')
        .replace(/20\d\d年度?/g, ''),
    );
    if (!match) continue;
    const at = window.find((l) => l.text.includes(match[1]!)) ?? window[0]!;
    return {
      operatingCost: {
        value: match[1]!.replace(/,/g, ''),
        unit: match[2] as '万元' | '元',
        page: at.page,
        box: [at.line.x0, at.line.y0, at.line.x1, at.line.y1],
      },
    };
  }
  return { operatingCost: null };
}
