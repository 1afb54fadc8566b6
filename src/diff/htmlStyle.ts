/** The style of the page of differences: it stands in the page, which loads nothing. */
export const DIFF_STYLE = `
:root { color-scheme: light; font: 15px/1.45 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c2733; background: #f4f6f8; }
body { margin: 0; }
main { max-width: 1240px; margin: 0 auto; padding: 24px 20px 60px; }
h1 { font-size: 24px; margin: 0 0 8px; }
h2 { font-size: 19px; margin: 0 0 8px; overflow-wrap: anywhere; }
h3 { font-size: 16px; margin: 24px 0 8px; }
section { background: #fff; border: 1px solid #d5dce3; border-radius: 8px; padding: 16px 20px 20px; margin-top: 20px; }
section p { margin: 4px 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-top: 1px solid #e1e6eb; padding: 8px 10px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { color: #506070; font-weight: 600; border-top: 0; }
th:nth-child(1) { width: 20%; font-weight: 500; }
th:nth-child(2) { width: 9%; }
tr.worse > th:first-child { box-shadow: inset 4px 0 #b3261e; }
tr.better > th:first-child { box-shadow: inset 4px 0 #1b6e3c; }
thead th { box-shadow: none !important; }
.read { margin: 0 0 6px; font-size: 16px; font-variant-numeric: tabular-nums; }
.kind { display: inline-block; background: #e7ecf1; border-radius: 4px; padding: 0 6px; margin: 0 2px 2px 0; font-size: 13px; white-space: nowrap; }
.standing { font-size: 12px; border-radius: 4px; padding: 1px 6px; margin-left: 4px; }
.confirmed { background: #d9f0e1; color: #0f4f29; } .unconfirmed { background: #fdf0cf; color: #5e4300; } .disputed { background: #fbdedb; color: #821a13; }
.page, .none, i { color: #566472; font-size: 13px; }
svg { display: block; max-width: 100%; height: auto; border: 1px solid #c8d1d9; border-radius: 4px; background: #fff; }
svg rect { fill: #ffd54a3d; stroke: #b3261e; stroke-width: 1.2; }
`;
