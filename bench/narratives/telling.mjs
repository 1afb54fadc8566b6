import { wan, wanGrouped, yuanGrouped } from '../../samples/make/money.mjs';

export const heading = (words) => ({ kind: 'heading', text: words });
export const text = (words) => ({ kind: 'text', text: words });

/** Words for a reason, with figures that are none of the account. */
const REASONS = [
  '主要原因是人员增减变动及正常晋级晋档',
  '主要是项目支出有所变化，其中信息化建设项目增加12.35万元',
  '主要原因是落实过紧日子要求，压减一般性支出5%',
  '主要变动原因是新增人员3人，增加人员经费36.50万元，同时减少会议2次',
  '主要系当年结转资金支出增加所致',
  '增加的主要原因是2023年结转资金在本年支出',
  '主要原因：一是新增人员2人，增加支出18.20万元；二是新增项目3个，增加支出120.00万元',
  '主要原因为部分项目于年中追加，追加金额15.00万元',
  '变动原因：上年支付一次性费用26.40万元，本年无此项支出',
  '增长原因主要是机构改革划转人员5名',
  '原因是本年新增设备采购31.00万元',
  '主要是本年度增加了购房补贴8.64万元',
];

/**
 * Tells the figures of an account in random words and keeps what each says: a key or several that are as good, a measure, a value, a unit.
 * Amounts are 分.
 */
export class Telling {
  truth = [];
  #prior = new Map();

  /** `errors`: the share of figures that are printed with one digit changed. */
  constructor(account, choice, errors = 0) {
    this.errors = errors;
    this.account = account;
    this.choice = choice;
    this.year = account.year;
    this.commas = choice.chance(0.2);
    this.over = choice.pick([
      `与${this.year - 1}年度相比，`,
      '与上年相比，',
      `与${this.year - 1}年相比，`,
      '较上年决算数',
      '比上年',
      '同比',
      `比${this.year - 1}年度`,
    ]);
    this.inYuan = choice.chance(0.1);
  }

  pick = (list) => this.choice.pick(list);
  chance = (share) => this.choice.chance(share);

  /** The figure as it is printed. */
  say(subject, measure, value, unit) {
    const wrong = /[1-9]/.test(value) && this.chance(this.errors);
    const printed = wrong ? this.slip(value) : value;
    this.truth.push({ subject, measure, value: printed.replaceAll(',', ''), unit, wrong });
    return printed + unit;
  }

  /** One digit changed, none of the last two of an amount: such errors drown in rounding. */
  slip(value) {
    const places = [...value].flatMap((c, i) =>
      /\d/.test(c) && (i < value.length - 2 || !value.includes('.')) ? [i] : [],
    );
    const at = this.pick(places);
    return value.slice(0, at) + ((Number(value[at]) + this.choice.between(1, 9)) % 10) + value.slice(at + 1);
  }

  money(subject, amount, measure = 'amount') {
    if (this.inYuan) return this.say(subject, measure, yuanGrouped(amount), '元');
    return this.say(subject, measure, this.commas ? wanGrouped(amount) : wan(amount), '万元');
  }

  percent(subject, measure, part, whole) {
    return this.say(subject, measure, whole === 0 ? '0.00' : ((100 * part) / whole).toFixed(2), '%');
  }

  share(subject, part, whole) {
    return this.percent(subject, 'share', part, whole);
  }

  count(subject, measure, value, unit) {
    return this.say(subject, measure, String(value), unit);
  }

  /** What the year before had of it. */
  prior(key, amount) {
    if (!this.#prior.has(key))
      this.#prior.set(key, this.chance(0.08) ? amount : Math.round(amount * this.choice.between(70, 140) * 0.01));
    return this.#prior.get(key);
  }

  /** 增加…万元，增长…%: against the year before, or against a budget. */
  change(subject, amount, former, on = '') {
    const difference = amount - former;
    if (difference === 0) return this.pick(['无增减变化', '持平', '基本持平']);
    const up = difference > 0;
    const by = up ? this.pick(['增加', '增加', '增长', '上升']) : this.pick(['减少', '减少', '下降', '降低']);
    const rate = up ? this.pick(['增长', '增长', '增幅', '上升']) : this.pick(['下降', '减少', '降低', '降幅']);
    const money = this.money(subject, Math.abs(difference), `${up ? 'increase' : 'decrease'}${on}`);
    if (this.chance(0.1)) return `${by}${money}`;
    const share = this.percent(subject, `${up ? 'increase' : 'decrease'}_rate${on}`, Math.abs(difference), former);
    return this.pick([
      `${by}${money}，${rate}${share}`,
      `${by}${money}，${rate}${share}`,
      `${by}${money}、${rate}${share}`,
    ]);
  }

  /** The change over the year before with its words before it. */
  changed(subject, amount, key = String(subject)) {
    return this.over + this.change(subject, amount, this.prior(key, amount));
  }

  reason() {
    return this.chance(0.6) ? `，${this.pick(REASONS)}。` : '。';
  }

  completion(subject, amount, budget) {
    return this.percent(subject, 'completion', amount, budget);
  }
}
