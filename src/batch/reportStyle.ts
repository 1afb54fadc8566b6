/** The style of the report. Its hash is the only one that the page's policy admits. */
export const REPORT_STYLE = `
:root{--ink:#1c2733;--soft:#5b6b7b;--line:#dde4ea;--paper:#fff;--ground:#f4f6f8;--good:#2f855a;--open:#b7791f;--bad:#c53030;--none:#a0aec0}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#93a1af;--line:#2d3843;--paper:#18212a;--ground:#10171e;--good:#48bb78;--open:#ecc94b;--bad:#fc8181;--none:#4a5866}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif}
main{max-width:1180px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:26px;margin:0}h2{font-size:17px;margin:0 0 12px}table+h2,p+h2{margin-top:24px}
.sub{color:var(--soft);margin:4px 0 24px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-bottom:16px}
section,.tile{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:16px 20px}
.tile b{display:block;font-size:28px;line-height:1.2;font-variant-numeric:tabular-nums}.tile span{color:var(--soft)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:16px;margin-bottom:16px}
section{overflow-x:auto;margin-bottom:16px}.pair section{margin:0}
table{border-collapse:collapse;width:100%}
th{color:var(--soft);font-weight:500;text-align:left;font-size:13px}
th,td{padding:6px 10px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.zero{color:var(--none)}
.good{color:var(--good)}.open{color:var(--open)}.bad{color:var(--bad)}.soft{color:var(--soft)}
.fgood{fill:var(--good)}.fopen{fill:var(--open)}.fbad{fill:var(--bad)}.fnone{fill:var(--none)}
svg{display:block}.bar{width:100%;height:14px;border-radius:4px;margin:6px 0 10px}
a{color:inherit;text-decoration-color:var(--none)}
.doc{width:40%;min-width:280px;overflow-wrap:anywhere}.why{font-size:13px;min-width:240px}
.small{font-size:13px;color:var(--soft)}
`;
