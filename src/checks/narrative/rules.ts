/** The rules of the text, for the list of rules and the report. */
export interface NarrativeRule {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly source: string;
}

const rule = (id: string, zh: string, en: string, source: string): NarrativeRule => ({ id, title: { zh, en }, source });

export const NARRATIVE_RULES: readonly NarrativeRule[] = [
  rule(
    'N1',
    '收入总计、支出总计 = 公开01表、公开04表',
    'totals of the text are those of the tables',
    '情况说明; 公开01表, 公开04表 总计',
  ),
  rule(
    'N2',
    '来源和用途的金额、占比 = 表、总计',
    'sources and uses: amount as in the tables, share = part / total',
    '情况说明; 公开01表 to 公开05表',
  ),
  rule(
    'N3',
    '增减率 = 增减额 / (本年 ∓ 增减额)',
    'rate of change = change / last year, and both in one direction',
    '情况说明',
  ),
  rule(
    'N4',
    '类的金额、占比 = 公开05表',
    'classes: amount as in the tables, share = class / total',
    '情况说明; 公开05表',
  ),
  rule('N5', '项的金额 = 公开05表', 'items: amount as in the tables', '情况说明; 公开05表'),
  rule(
    'N6',
    '完成预算% = 决算 / 预算；预决算差异率 = 决算 / 预算 − 1；大于、小于、持平；各项预算合计',
    'completion = final / budget; difference rate = final / budget − 1; greater, less, equal as the figures say; implied budgets add up',
    '情况说明',
  ),
  rule(
    'N7',
    '基本支出 = 人员经费 + 公用经费 = 公开06表',
    'basic spending: parts add up and are those of the table',
    '情况说明; 公开06表',
  ),
  rule(
    'N8',
    '“三公”经费 = 三公表；占比、完成、增减',
    'three public: amounts as in the table, shares and rates',
    '情况说明; 公开07表',
  ),
  rule('N9', '政府采购 = 货物 + 工程 + 服务；占比', 'procurement: parts add up, shares', '情况说明'),
  rule('N10', '车辆 = Σ 各类用车', 'vehicles: kinds add up', '情况说明'),
  rule('N11', 'Σ 项 = 支出合计', 'items add up to the total', '情况说明; 公开05表 合计'),
  rule(
    'N12',
    '绩效自评的项目数、等级、所附表',
    'performance: projects, grades, the form referred to',
    '情况说明; 附件',
  ),
];
