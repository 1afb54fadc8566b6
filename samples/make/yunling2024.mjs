// The disclosure of the water department, through Chromium's print to PDF.
import { disclosure } from './disclosure.mjs';
import { htmlDocument } from './html.mjs';
import { TITLES } from './layouts/shanghai.mjs';

function tableSection(account, grid) {
  const notes =
    grid.key === 'three_public' ? [{ kind: 'note', text: '注：本表反映财政拨款“三公”经费预算数和决算数。' }] : [];
  return {
    landscape: grid.landscape,
    blocks: [
      { kind: 'title', text: grid.title },
      { kind: 'line', parts: [`编制部门：${account.department}`, `${account.year}年度`, '单位：万元'] },
      { kind: 'table', grid },
      ...notes,
    ],
  };
}

export function printedDocument(account, grids) {
  const sections = disclosure(account, {
    titles: TITLES,
    tableSections: grids.map((grid) => tableSection(account, grid)),
  });
  return htmlDocument(`${account.department}${account.year}年度${account.kind}决算`, sections);
}
