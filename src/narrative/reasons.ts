/** Where the text gives reasons: numbers there are no statements. */

const CHANGE = '增加|增长|增支|增幅|上升|提高|减少|下降|降低|减支|压减|降幅|持平|变化|一致|相同';
const REASON = /原因|主要(?:是|为)(?:因|由于|受)|主要系|主要由于|增减变动|变动情况/;
/** …增加12.00万元，增长3.15%，主要是…: what follows a change explains it. */
const OF_A_CHANGE = new RegExp(`(?:${CHANGE})[^。]*?[，,;(]主要(?:是|为)`);
/** 一是…；二是…: the reasons go on behind a stop. */
const GOES_ON = /^(?:[二三四五六七八九]是|其[二三四])/;
/** 主要原因：（1）…；（2）…: numbered from the reason on. */
const NUMBERED = /原因[^。;]{0,8}\(?[1一][.、)][^。]*$/;
/** Hunan: 决算数小于预算数的主要原因是…，与上年相比减少…; Jiangxi: 主要原因是压减，年末公务用车保有6辆: statements of their own end them. */
const ENDS =
  /[，,](?:(?:与|同|和)(?:上年度?|上一年度?|去年|20\d\d年度?|(?:年初|全年|调整)*预算)(?:决算|执行|支出)*数?相比|(?:全年|本年度?|年末|期末|当年)(?:共?(?:购置|更新)公务用车|(?:单位)?公务用车保有))/g;

/** True where the words before a place of folded text give reasons: from 主要原因 to the end of the sentence, or of a list of them. */
export function isReason(text: string, at: number): boolean {
  const own = text.slice(beginOf(text, at), at);
  const ended = [...own.matchAll(ENDS)].at(-1)?.index ?? 0;
  const words = own.slice(ended);
  return REASON.test(words) || OF_A_CHANGE.test(words) || NUMBERED.test(text.slice(0, at));
}

/** Where the sentence around a place begins, those before it too where it goes on with their list. */
function beginOf(text: string, at: number): number {
  let from = at;
  for (;;) {
    const stop = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf(';', from - 1));
    if (stop < 0) return 0;
    if (!GOES_ON.test(text.slice(stop + 1, stop + 4))) return stop + 1;
    from = stop;
  }
}
