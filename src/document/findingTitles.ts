/** What each rule of a finding means, in both languages. Findings named by an identity (A1, K3 …) have the title of that identity. */
export interface FindingTitle {
  readonly zh: string;
  readonly en: string;
}

export const FINDING_TITLES: Readonly<Record<string, FindingTitle>> = {
  // The file and its pages.
  'xref-repaired': {
    zh: '文件的交叉引用表损坏，已按对象重建',
    en: 'the cross-reference table is broken and was rebuilt',
  },
  'file-end-lost': { zh: '文件在结束标记之前中断，其后内容丢失', en: 'the file breaks off: what came after is lost' },
  'page-without-text': { zh: '该页没有文字层，且未识读图像', en: 'a page has no text layer and was not read' },
  'text-layer-not-trusted': { zh: '该页文字层不可信，未采用', en: 'the text layer of a page was not used' },
  'read-from-picture': { zh: '无可信文字层的页已从图像识读', en: 'pages were read from their pictures' },
  'picture-read-differently': {
    zh: '图像上的文字两个引擎识读不同',
    en: 'texts of a picture were read differently by two engines',
  },
  'picture-read-once': { zh: '图像上的数字只由一个引擎识读', en: 'figures of a picture were read by one engine only' },
  'pictures-not-compared': {
    zh: '无法绘制页面与文字层比对',
    en: 'pages could not be drawn and compared with their text',
  },
  'text-differs-from-picture': {
    zh: '文字层与页面所示不同',
    en: 'the text layer says something else than the page shows',
  },
  'page-printed-twice': { zh: '同一页重复出现，只计一次', en: 'a page is printed twice and counts once' },
  'second-reading-failed': { zh: '第二种识读未能进行', en: 'the second reader could not read the file' },
  'readings-differ': { zh: '两次独立识读结果不同', en: 'two readings differ' },
  // The document.
  'department-not-found': { zh: '未找到部门名称', en: 'the name of the department is not found' },
  'year-not-found': { zh: '未找到决算年度', en: 'the year is not found' },
  'years-differ': { zh: '封面年度与各表年度不同', en: 'the title and the tables name different years' },
  'part-missing': { zh: '目录列出的部分缺失', en: 'a part that the contents announce is not there' },
  // The tables.
  'table-missing': {
    zh: '目录或标题列出的表缺失',
    en: 'a table that the contents or its title announces is not there',
  },
  'table-absent': { zh: '未列出也未公开的表', en: 'a table is neither announced nor there' },
  'table-partial': { zh: '表不完整', en: 'a table is not whole' },
  'table-without-rows': { zh: '只有表头而没有行', en: 'a table has a head and no rows' },
  'columns-matched': { zh: '各列按表头的词对应', en: 'cells are put under the words of the head one by one' },
  'merged-cells-repeated': {
    zh: '合并单元格的文字重复印出，各取一次',
    en: 'texts of merged cells are printed in every place',
  },
  'row-printed-twice': { zh: '同一行印了两次', en: 'a row is printed twice' },
  'pages-lost': { zh: '页码不连续，文件缺页', en: 'page numbers jump: pages are not in the file' },
  'table-printed-again': { zh: '同一种表又印了一次', en: 'a second table of the same form' },
  'further-account': { zh: '文件中还有另一份决算', en: 'another account stands in the same file' },
  'title-differs-from-contents': { zh: '表的标题与目录不同', en: 'a title differs from the contents' },
  'title-without-its-table': { zh: '标题之下不是该表的表头', en: 'a title over a table of another form' },
  'table-without-rules': {
    zh: '表没有框线，列由文字位置推断',
    en: 'a table without ruling lines: its columns are inferred',
  },
  'unknown-column': {
    zh: '有不属于该表的列，未采用其数字',
    en: 'a column that is none of the form: its figures are not taken',
  },
  'columns-missing': { zh: '表缺少必有的列', en: 'a column is missing without which the table is not its form' },
  'columns-left-out': {
    zh: '未印无数据的列',
    en: 'columns that are not printed, with nothing in them',
  },
  'unit-not-printed': { zh: '未印金额单位', en: 'the unit is not printed' },
  'row-over-page-break': { zh: '一行跨页，已合为一行', en: 'a row over a page break is read as one' },
  'repeated-total-differs': { zh: '合计行重复印出而数字不同', en: 'a total is printed again with other figures' },
  'codes-restored': { zh: '印得不全的科目编码已补全', en: 'codes that are cut are restored' },
  'code-not-whole': { zh: '科目编码印得不全，无法确定', en: 'a code is cut and cannot be restored' },
  'code-not-printed': { zh: '未印科目编码', en: 'no code is printed before a row' },
  'name-cut': { zh: '科目名称被截断', en: 'the name of a row is cut' },
  'name-of-another-code': {
    zh: '科目名称是另一编码的名称',
    en: 'the name of a row is that of another code',
  },
  'place-in-doubt': { zh: '数字所属的位置存疑', en: 'the place of a figure is in doubt' },
  'items-lost': { zh: '“三公”项目缺失', en: 'items of the 三公 table are lost' },
  'labels-corrected': {
    zh: '误识的行名已按分类与表式更正',
    en: 'misread labels are taken from the classification and the form',
  },
  'labels-in-doubt': { zh: '行名误识，所属存疑', en: 'labels are misread: it is not certain what these rows are' },
  // The forms and the text.
  'attachment-not-read': { zh: '自评表没有框线，未能读取', en: 'a form without ruling lines is not read' },
  'attachment-column-not-read': {
    zh: '自评表有一栏的栏名不认识，未读取',
    en: 'a column of a form has a head that is not known',
  },
  'attachment-start-lost': { zh: '自评表首页丢失', en: 'the first page of a form is lost' },
  'attachment-end-lost': { zh: '自评表在末行之前中断', en: 'a form breaks off before its last row' },
  'attachment-rows-lost': { zh: '自评表有行丢失', en: 'rows of a form are lost' },
  'figure-without-unit': { zh: '文字中的数字未印单位', en: 'no unit stands behind a figure of the text' },
  'narrative-contradiction': { zh: '文字说明与表或与自身矛盾', en: 'the text contradicts the tables or itself' },
  // What people said.
  corrected: { zh: '人工更正', en: 'corrected by a person' },
  'correction-now-read': { zh: '现已识读为更正后的值', en: 'what was corrected is now read so' },
  'correction-of-another-reading': {
    zh: '更正所针对的识读值已变，请再看',
    en: 'the reading is not the one that was corrected',
  },
  'acceptance-of-another-reading': {
    zh: '认可所针对的识读值已变，请再看',
    en: 'the reading is not the one that was accepted',
  },
  'correction-without-figure': { zh: '更正之处现无数字', en: 'there is no figure where a correction was made' },
  'corrections-of-another-file': { zh: '更正属于另一文件，未采用', en: 'the corrections belong to another file' },
  // Accounts that come as text.
  'markup-removed': { zh: '文本中的网页标记已去除', en: 'tags of a web page are left out' },
  'variant-character': { zh: '异体字按通行字识读', en: 'a variant character is read as the common one' },
  'sentence-joined': { zh: '被分页截断的句子已接合', en: 'a sentence cut by a page break is joined' },
  'class-name-lost': { zh: '（类）之前的名称丢失', en: 'the name of a class is lost' },
  'columns-shifted': { zh: '错列的单元格已放回', en: 'cells in wrong columns are put back' },
  'row-not-aligned': { zh: '单元格与列对不上，所属存疑', en: 'cells do not fit the columns' },
  'table-goes-on': { zh: '表在空行之后继续', en: 'a table goes on after a break' },
  'separator-row': { zh: '只有横线的行不是数据', en: 'a row of dashes is a drawn rule' },
  'label-without-place': { zh: '单独的标签不知属于何处', en: 'a label stands alone' },
  'number-with-space': { zh: '可能是一个数也可能是两个数', en: 'one number or two' },
  'spaces-closed': { zh: '数字中的空格已合拢', en: 'spaces inside numbers are closed' },
  'cell-split': { zh: '同格中的标签与数字已分开', en: 'a label and its figure in one cell are read as two' },
  'level-restored': { zh: '丢失的指标级次已补回', en: 'a lost level of the indicators is restored' },
  'levels-in-doubt': { zh: '指标级次所属存疑', en: 'it is not certain to which level indicators belong' },
  'head-restored': { zh: '错位的第二行表头已放回', en: 'the second row of a head is put back' },
};
