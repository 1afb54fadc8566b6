// The full disclosure of the archive department, through LibreOffice Writer; also with planted errors.
import { disclosure } from './disclosure.mjs';
import { evaluationGrid } from './evaluation.mjs';
import { flatText } from './fodt.mjs';
import { liaoningGrids, TITLES } from './layouts/liaoning.mjs';

function tableSection(account, grid, at) {
  const department = `部门：${account.department}`;
  const year = `${account.year}年度`;
  // The label, the department and the unit stand in varying order, as they do in published files.
  const lines =
    at % 2 === 0
      ? [
          { kind: 'right', text: grid.number },
          { kind: 'line', parts: [department, year, '金额单位：万元'] },
        ]
      : [
          { kind: 'line', parts: [department, '', grid.number] },
          { kind: 'line', parts: ['', year, '金额单位：万元'] },
        ];
  const notes = grid.notes.map((text) => ({ kind: 'note', text }));
  return {
    landscape: grid.landscape,
    blocks: [{ kind: 'title', text: grid.title }, ...lines, { kind: 'table', grid }, ...notes],
  };
}

const attachment = (account) => ({
  blocks: [
    { kind: 'title', text: '项目支出绩效自评表' },
    { kind: 'line', parts: ['', `（${account.year}年度）`, ''] },
    { kind: 'table', grid: evaluationGrid(account) },
  ],
});

/** grids: what is printed, by default all nine as they should be. */
export function sectionsOf(account, previous, grids = liaoningGrids(account)) {
  return disclosure(account, {
    titles: TITLES,
    tableSections: grids.map((grid) => tableSection(account, grid, TITLES.indexOf(grid.title))),
    attachments: [attachment(account)],
    previous,
  });
}

export const writerDocument = (account, previous, grids) => flatText(sectionsOf(account, previous, grids));
