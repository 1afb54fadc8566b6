// A disclosure as a flow of sections: {landscape, blocks}. Renderers (fodt, html) know only block kinds.
import { explanation, glossary, overview } from './narrative.mjs';

const cover = (account) => [
  { kind: 'gap', lines: 9 },
  { kind: 'cover', text: account.department },
  { kind: 'cover', text: `${account.year}年度${account.kind}决算` },
];

const PARTS = ['第一部分', '第二部分', '第三部分', '第四部分', '第五部分'];

export const partNames = (account, attachments) => [
  `${account.department}概况`,
  `${account.year}年度${account.kind}决算表`,
  `${account.year}年度${account.kind}决算情况说明`,
  '名词解释',
  ...(attachments ? ['附件'] : []),
];

function contents(account, titles, attachments) {
  const inside = [
    ['一、主要职责', `二、${account.kind}决算构成`],
    titles.map((title, at) => `${'一二三四五六七八九'[at]}、${title}`),
    [],
    [],
    [],
  ];
  const lines = partNames(account, attachments).flatMap((name, at) => [
    { kind: 'toc', level: 1, text: `${PARTS[at]} ${name}` },
    ...inside[at].map((text) => ({ kind: 'toc', level: 2, text })),
  ]);
  return [{ kind: 'title', text: '目  录' }, ...lines];
}

const part = (account, at) => ({ kind: 'part', text: `${PARTS[at]} ${partNames(account, true)[at]}` });

/** titles: what the contents announce; tableSections: a section per printed table; attachments: sections; words: the blocks of the narrative. */
export function disclosure(
  account,
  { titles, tableSections, attachments = [], previous, words = explanation(account, previous) },
) {
  const more = attachments.length > 0;
  return [
    { blocks: cover(account), plain: true },
    { blocks: contents(account, titles, more), plain: true },
    { blocks: [part(account, 0), ...overview(account)] },
    { blocks: [{ kind: 'gap', lines: 9 }, part(account, 1)] },
    ...tableSections,
    { blocks: [part(account, 2), ...words] },
    { blocks: [part(account, 3), ...glossary(account)] },
    ...(more ? [{ blocks: [{ kind: 'gap', lines: 9 }, part(account, 4)] }, ...attachments] : []),
  ];
}
