import { finding } from '../document/finding.js';
import type { Finding } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { type TextLine, wordsOf } from '../pages/lines.js';

/** Words that stand alone in the cells of a self-evaluation form. */
const WORD =
  /^(?:[一二三]级指标|绩效指标|分值|得分|权重|(?:年度)?(?:指标|目标)值|(?:实际|全年)?完成(?:值|情况)|项目(?:\(政策\))?名称|主管部门|实施单位|(?:全年|年初)?预算数|(?:全年)?执行数|执行率|(?:预期|年初设定)目标|年度(?:总体)?目标)$/;
/** So many different ones under a title are a form, not a text that speaks of it. */
const ENOUGH = 4;

interface Pending {
  readonly title: string;
  readonly page: number;
  readonly line: TextLine;
  readonly words: Set<string>;
}

/** Titles with the words of a form under them and no ruled table: forms that cannot be read, which must be said. */
export class UnreadForms {
  readonly findings: Finding[] = [];
  private pending: Pending | undefined;

  title(title: string, page: number, line: TextLine): void {
    this.end();
    this.pending = { title, page, line, words: new Set() };
  }

  line(line: TextLine): void {
    if (!this.pending) return;
    for (const { text } of wordsOf(line)) {
      const word = comparable(text);
      if (WORD.test(word)) this.pending.words.add(word);
    }
  }

  /** A ruled table stands under the title. */
  read(): void {
    this.pending = undefined;
  }

  end(): void {
    if (this.pending && this.pending.words.size >= ENOUGH) {
      const { title, page, line } = this.pending;
      const message = `《${title}》 is printed without rules: its fields are not read`;
      const box = [line.x0, line.y0, line.x1, line.y1] as const;
      this.findings.push(finding('attachment-not-read', 'error', message, { page, box }));
    }
    this.pending = undefined;
  }
}
