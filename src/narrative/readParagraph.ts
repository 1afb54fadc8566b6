import { classCode } from '../catalog/functionalClasses.js';
import { type Paragraph, placesOf } from '../paragraphs/paragraph.js';
import { isClosed, isInBrackets } from './brackets.js';
import { withoutBudgets } from './budgets.js';
import { readComparisons } from './comparisons.js';
import { isOfOneProject, performanceSubject, readCount } from './counts.js';
import { itemsIn, type Levels, type NamedItem, withLevels } from './items.js';
import { kindOf } from './kinds.js';
import { againstAt, FILLER, isOfAnotherYear, MONEY_WORDS, ON, PERCENT_WORDS, SHARE } from './measures.js';
import { isNotOfWhole, isPartOfOne } from './ofSeveral.js';
import { isThreshold, type Quantity, quantitiesIn } from './quantities.js';
import { isReason } from './reasons.js';
import { type Respective, respectiveLists } from './respective.js';
import type { Scope } from './scopes.js';
import { sentenceAround, wordsBefore } from './sentences.js';
import type { Comparison, Measure, Said } from './statement.js';
import { type Label, labelsIn, subjectOf } from './subjects.js';

/** What a paragraph speaks of at one place: a key, with the marked names of 类, 款 and 项 if it has them. */
export interface Subject {
  readonly key: string;
  readonly names: readonly [string, string, string] | null;
}

export interface ParagraphInput {
  readonly paragraph: Paragraph;
  /** Its text, folded. */
  readonly text: string;
  readonly at: number;
  readonly section: number;
  readonly scope: Scope;
  readonly fiscalYear: number | null;
  /** The names of 类, 款 and 项 that the section named last. */
  readonly levels: Levels;
  /** What the paragraph before it named and said nothing of. */
  readonly subject: Subject | null;
}

export interface ParagraphRead {
  readonly statements: readonly Said[];
  readonly comparisons: readonly Comparison[];
  readonly levels: Levels;
  /** The last subject, for a paragraph that goes on with it. */
  readonly subject: Subject | null;
}

/** Walks through a paragraph from number to number; what is said once (subject, comparison) holds until something else is said. */
export function readParagraph(printed: ParagraphInput): ParagraphRead {
  const { scope } = printed;
  const text = withoutBudgets(printed.text, scope);
  const input = { ...printed, text };
  const walk = new Walk(input);
  const quantities = quantitiesIn(text);
  walk.all(quantities);
  const subject = walk.subjectAt(text.length);
  const comparisons =
    quantities.length === 0 && scope !== 'three_public'
      ? []
      : readComparisons(input, (from, at) => walk.labelled(from, at) ?? walk.subjectAt(at));
  return { statements: walk.statements, comparisons, levels: walk.levels(), subject };
}

class Walk {
  readonly statements: Said[] = [];
  private readonly labels: readonly Label[];
  private readonly items: readonly NamedItem[];
  private subject: Subject | null;
  private set: { readonly at: number; readonly subject: Subject }[] = [];
  private last: { readonly end: number; readonly measure: Measure | null } = { end: 0, measure: null };
  private threshold: string | null = null;

  constructor(private readonly input: ParagraphInput) {
    this.items = withLevels(itemsIn(input.text), input.levels);
    this.labels = labelsIn(input.text, input.scope).filter(
      (l) => !this.items.some((i) => l.from < i.to && l.to > i.from),
    );
    this.subject = input.subject;
    const first = this.labels[0];
    const lead = input.text.replace(OPENING, '');
    if (first && first.from === input.text.length - lead.length) this.take(0, { key: first.key, names: null });
  }

  /** 类, 款 and 项 as the paragraph leaves them; a 类 may be named by its name alone. */
  levels(): Levels {
    const item = this.items.at(-1);
    const group = this.labels.filter((l) => /^2\d\d$/.test(l.key)).at(-1);
    if (group && (!item || group.from > item.from)) return [this.input.text.slice(group.from, group.to), '', ''];
    return item ? item.names : this.input.levels;
  }

  /** The last subject that the words between two places name. */
  labelled(from: number, to: number): Subject | null {
    const label = this.labels.filter((l) => l.from >= from && l.to <= to).at(-1);
    return label ? { key: label.key, names: null } : null;
  }

  /** What the paragraph speaks of at a place. */
  subjectAt(at: number): Subject | null {
    const item = this.items.filter((i) => i.to <= at).at(-1);
    const said = this.set.filter((s) => s.at <= at).at(-1);
    if (item && (!said || item.from >= said.at)) return itemSubject(item);
    return said?.subject ?? this.input.subject;
  }

  all(quantities: readonly Quantity[]): void {
    const lists = respectiveLists(this.input.text, quantities, this.labels);
    for (const q of quantities) {
      const list = lists.find((l) => l.numbers.includes(q));
      this.quantity(q, list);
    }
  }

  private quantity(q: Quantity, list: Respective | undefined): void {
    const { text, scope } = this.input;
    const gap = text.slice(this.last.end, q.from);
    const previous = this.last.measure;
    this.last = { end: q.end, measure: null };
    const isPrice = isThreshold(text, q);
    if (isPrice) this.threshold = q.value;
    if (isPrice || isReason(text, q.from)) return;
    const last = this.set.at(-1);
    // 财政拨款收入10万元(其中一般公共预算9万元)，占…: what the brackets speak of ends with them.
    if (last && isInBrackets(text, last.at) && isClosed(text.slice(last.at, q.from)))
      this.subject = this.subjectAt(text.lastIndexOf('(', last.at));
    const stop = gap.lastIndexOf('。');
    if (stop >= 0) this.endSentence(q.from - gap.length + stop);
    for (const item of this.items)
      if (item.to <= q.from && item.to > q.from - gap.length) this.take(item.from, itemSubject(item));
    if (q.kind === 'count') this.count(q);
    else if (q.kind === 'score') this.score(q);
    else if (scope === 'performance') this.performance(q, gap, previous);
    else if (scope !== 'assets' && list) this.respective(q, list);
    else if (scope !== 'assets') this.figure(q, gap, previous);
  }

  /** A number of a list that goes to several subjects; what follows the list speaks of none of them. */
  private respective(q: Quantity, { numbers, words, keys }: Respective): void {
    this.subject = null;
    const share = q.kind === 'percent' ? SHARE.exec(words) : null;
    const measured = keys && this.measure(q, words, null, { share: share !== null, named: true });
    if (!measured) return;
    const subject = { key: keys[numbers.indexOf(q)]!, names: null };
    this.say(q, measured, subject, { named: true, base: share ? this.baseOf(share[1]!) : null });
  }

  /** 一般公共预算支出…，其中：基本支出…，项目支出…。与年初预算相比…: behind the parts of a sentence the next one speaks of the whole again. */
  private endSentence(at: number): void {
    const { text } = this.input;
    const parts = text.lastIndexOf('其中', at);
    if (parts <= text.lastIndexOf('。', at - 1) || isInBrackets(text, parts)) return;
    const whole = this.set.findLast((s) => s.at < parts);
    if (whole && this.set.filter((s) => s.at > parts && s.at < at).length > 1) this.subject = whole.subject;
  }

  private take(at: number, subject: Subject): void {
    this.subject = subject;
    this.set.push({ at, subject });
  }

  private figure(q: Quantity, gap: string, previous: Measure | null): void {
    const { scope, text } = this.input;
    const counted = this.statements.at(-1);
    if (scope === 'three_public' && SPENT_ON.test(gap) && counted && /^(?:persons|batches)$/.test(counted.measure)) {
      this.say(q, 'amount', { key: counted.subject, names: null }, { named: true, base: null });
      return;
    }
    const share = q.kind === 'percent' ? SHARE.exec(gap) : null;
    const before = share ? gap.slice(0, share.index) : gap;
    const start = q.from - gap.length;
    const label = this.labels.filter((l) => l.from >= start && l.to <= start + before.length).at(-1);
    const item = this.items.filter((i) => i.from >= start - 1 && i.to <= start + before.length).at(-1);
    let named = false;
    const isOfOne = label && isPartOfOne(label, this.labels, this.items, text, (at) => this.subjectAt(at));
    if (label && (isOfOne || isNotOfWhole(label, this.labels, text, start, q.from))) {
      this.subject = null;
      return;
    }
    if (label && (!item || label.from > item.to) && FILLER.test(before.slice(label.to - start))) {
      if (!(item && isPartOfItem(label.key))) this.take(label.from, { key: label.key, names: null });
      named = true;
    } else if (item && FILLER.test(before.slice(item.to - start))) named = true;
    const measured = this.measure(q, gap, previous, { share: share !== null, named });
    if (!measured || !this.subject) {
      // What follows an amount that is not understood may speak of it.
      if (q.kind === 'money' && !isInBrackets(text, q.from)) this.subject = null;
      return;
    }
    const base = share ? this.baseOf(share[1]!) : null;
    this.say(q, measured, this.subject, { named, base });
  }

  private measure(
    q: Quantity,
    gap: string,
    previous: Measure | null,
    { share, named }: { readonly share: boolean; readonly named: boolean },
  ): Measure | undefined {
    if (q.kind === 'percent') {
      if (share) return 'share';
      if (previous === 'budget' && /^的?$/.test(gap)) return 'completion';
      const rate = PERCENT_WORDS.find(([words]) => words.test(gap))?.[1];
      if (rate !== 'increase_rate' && rate !== 'decrease_rate') return rate;
      return `${rate}${ON[againstAt(this.input.text, q.from, this.input.fiscalYear) ?? 'prior']}`;
    }
    const money = MONEY_WORDS.find(([words]) => words.test(gap))?.[1] ?? 'amount';
    if (money === 'increase' || money === 'decrease' || money === 'change') {
      // 决算280.12万元，上年决算270.00万元，增加10.12万元: against what was told just before.
      const told = previous === 'prior' ? 'prior' : null;
      const against = told ?? againstAt(this.input.text, q.from, this.input.fiscalYear);
      if (against === null) return undefined;
      return `${money}${ON[against]}`;
    }
    if (money === 'amount' && isOfAnotherYear(gap, this.input.fiscalYear)) return 'prior';
    // A sum without words of its own is part of another or of a list: 376.33万元，其中12.00万元 …
    return money === 'amount' && !named && !/(?:决算|执行)(?:数)?(?:为|是|:)?$/.test(gap) ? undefined : money;
  }

  private baseOf(words: string): Said['base'] {
    if (words === '') return null;
    return { words, key: subjectOf(words, this.input.scope) ?? subjectOf(words, 'overall') ?? null };
  }

  private count(q: Quantity): void {
    const { text, scope } = this.input;
    const before = text.slice(0, q.from);
    // 30批次(其中外事接待26批次)，579人次: what the brackets say holds inside them only.
    const last = this.statements.findLast((s) => !isClosed(text.slice(s.at, q.from)));
    const inRow = /[、，,]$/.test(before) && last && /^(?:groups|persons|batches)$/.test(last.measure);
    const open = this.labels.filter((l) => l.to <= q.from && !isClosed(text.slice(l.to, q.from)));
    const topic = (inRow ? last.subject : open.at(-1)?.key) ?? this.subject?.key ?? null;
    const counted = readCount(scope, q, before, text.slice(q.end, q.end + 30), topic, this.threshold);
    if (counted) this.say(q, counted.measure, { key: counted.subject, names: null }, { named: true, base: null });
  }

  private score(q: Quantity): void {
    const before = this.input.text.slice(0, q.from);
    // 得分90分(含)以上的项目14个: what divides them, and nobody's score.
    if (/^(?:\(含\))?(?:及?以[上下]|[至到~—-])/.test(this.input.text.slice(q.end))) return;
    if (this.input.scope !== 'performance' || !/(?:得分|评分|分值|分数)(?:为|是)?$/.test(before)) return;
    this.say(q, 'score', { key: performanceSubject(before), names: null }, { named: true, base: null });
  }

  private performance(q: Quantity, gap: string, previous: Measure | null): void {
    const { text } = this.input;
    const before = text.slice(0, q.from);
    const sentence = text.slice(sentenceAround(text, q.from)[0], q.from);
    const project = isOfOneProject(sentence, gap, this.statements.at(-1)?.subject);
    const subject = { key: project ? 'project' : performanceSubject(before), names: null };
    const isShare = q.kind === 'percent' && SHARE.test(gap);
    const measured = this.measure(q, gap, previous, { share: isShare, named: true });
    if (!measured || /^(?:increase|decrease|change)/.test(measured)) return;
    if (measured === 'amount' && !project && !/(?:涉及|金额|资金|预算支出)/.test(gap.slice(-14))) return;
    if (measured === 'budget' && !project) {
      this.say(q, 'amount', subject, { named: true, base: null });
      return;
    }
    const share = measured === 'share' ? SHARE.exec(gap) : null;
    this.say(q, measured, subject, { named: true, base: share ? { words: share[1]!, key: null } : null });
  }

  private say(q: Quantity, measure: Measure, subject: Subject, how: Pick<Said, 'named' | 'base'>): void {
    const { paragraph, text, at, section, scope } = this.input;
    this.last = { end: q.end, measure };
    const [from, to] = sentenceAround(text, q.from);
    this.statements.push({
      statement: kindOf(scope, subject.key, measure, subject.names),
      subject: subject.key,
      measure,
      value: q.value,
      unit: q.unit,
      sentence: paragraph.text.slice(from, to),
      places: placesOf(paragraph, q.from, q.to),
      raw: paragraph.text.slice(q.from, q.to),
      words: paragraph.text.slice(wordsBefore(text, q.from), q.end),
      scope,
      section,
      paragraph: at,
      sentenceAt: from,
      at: q.from,
      names: subject.names,
      ...how,
    });
  }
}

function itemSubject({ names }: NamedItem): Subject {
  const group = names[1] === '' && names[2] === '' ? classCode(names[0]) : null;
  return { key: group ?? names.filter((n) => n !== '').join('/'), names };
}

/** The number of a paragraph, and 其中. */
const OPENING = /^(?:\d{1,2}[、.．]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、)?(?:其中:?，?)?/;

/** 12批次，86人次(不包括陪同人员)，共计支出1.84万元: what the visits cost that were counted. */
const SPENT_ON = /^(?:、|(?:\([^()]*\))?[，,](?:共计?|合计|累计)(?:支出|开支|花费)?(?:金额)?(?:为)?)$/;

/** 教育(类)支出: the word behind the mark belongs to it. */
const isPartOfItem = (key: string): boolean => key === 'expenditure_total';
