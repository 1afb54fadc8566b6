import { comparable, label } from '../normalise/text.js';
import type { AttachmentForm } from './form.js';
import { ATTACHMENT_KINDS, other } from './forms/index.js';

const NUMBERING =
  /^(?:(?:附件|附表|附|表)[一二三四五六七八九十\d]*(?:[-－.]\d+)*[:：、.．]*|[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[、.．](?!\d))/;
const YEAR_BEHIND = /[(（](?:20\d\d|二[〇○0]..)年(?:度|年度)?[)）]$/;
const TITLE = /(?:自评|自我评价|绩效评价|绩效目标完成|绩效(?:指标)?完成)[^,。;:、]{0,12}表(?:\([^()]*\))*$/;
const NO_TITLE = /[,。;:《》]|详见|如下|目录|申报|监控|指标体系|批复/;
/** The second line of a title that is broken over two, within a word, too. */
const TAIL = /^(?:支出|资金|项目|[出金目])?(?:绩效|效)?(?:目标|标)?自评(?:价|情况|结果)?表(?:\([^()]*\))*$/;

/** The title of a self-evaluation form that a whole line gives, without numbering and the year behind it; else undefined. */
export function readFormTitle(line: string): string | undefined {
  if (line.length < 3 || line.length > 60 || !line.includes('表')) return undefined;
  const printed = label(line).replace(NUMBERING, '').replace(YEAR_BEHIND, '');
  const text = comparable(printed);
  if (NO_TITLE.test(text) || !TITLE.test(text)) return undefined;
  return printed;
}

/** True where the line may be the end of a title whose beginning stands in the line above it. */
export const isTitleTail = (line: string): boolean => TAIL.test(comparable(line).replace(YEAR_BEHIND, ''));

/** The kind of form that a title names; `other` where it names none. */
export const kindOfTitle = (title: string): AttachmentForm => {
  const text = comparable(title);
  return ATTACHMENT_KINDS.find((kind) => kind.titles.some((t) => t.test(text))) ?? other;
};
