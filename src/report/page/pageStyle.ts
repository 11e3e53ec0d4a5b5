import { DARK_CHART_RULES } from '../svg/chartConfig.ts';

const LIGHT =
  '--ground:#f4f6f8;--sheet:#fff;--ink:#1f2328;--faint:#57606a;--line:#d8dee6;--accent:#2563a8;--bar:#cfe0f3;--track:#d5dde6;--shade:#1f232838;--warn-ground:#fff4e5;--warn-line:#b4540a';
const DARK =
  '--ground:#0f1318;--sheet:#171c23;--ink:#e9ecf1;--faint:#aab4c0;--line:#333d49;--accent:#7ab3f0;--bar:#224468;--track:#36404c;--shade:#000000b0;--warn-ground:#2c2216;--warn-line:#f0a35e';

const SHEET = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 clamp(.75rem,3vw,2rem)}
header{padding-top:clamp(1.5rem,4vw,3rem)}
h1,h2,p,dl,dd,ul,figure{margin:0}
h1{font-size:clamp(1.7rem,4.5vw,2.6rem);line-height:1.15;letter-spacing:-.02em;overflow-wrap:anywhere;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;letter-spacing:-.01em;margin-bottom:.4rem}
.kind{color:var(--faint);font-size:.85rem;letter-spacing:.08em;text-transform:uppercase;margin-bottom:.4rem}
.verdict{font-size:clamp(1.05rem,2vw,1.25rem);max-width:46rem;margin-top:.9rem;text-wrap:pretty}
.verdict strong{color:var(--accent)}
.note{color:var(--faint);font-size:.9rem;margin-top:.5rem}
.facts{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.6rem}
.facts div,section{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem}
.facts div{display:flex;flex-direction:column;justify-content:space-between;padding:.7rem .8rem;flex:1 1 7.5rem}
.facts dt{color:var(--faint);font-size:.85rem}
.facts dd{font-size:1.5rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
section{padding:clamp(1rem,2.5vw,1.75rem);margin-top:1rem}
.row{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;align-items:flex-start;margin-top:.75rem}
.row>*{min-width:0;max-width:100%;margin-top:0}
.row>figure{flex:0 1 auto}
.row>.beside{flex:1 1 24rem}
.beside>.scroll{margin-top:0}
figcaption,caption{font-size:.9rem;color:var(--faint);text-align:left;padding-bottom:.25rem}
:is(figcaption,caption) b{color:var(--ink);margin-right:.4em}
figcaption b{display:block}
figure svg{display:block;max-width:100%;height:auto}
figure svg text{font-family:inherit}
.scroll{overflow-x:auto;margin-top:1rem;background:linear-gradient(90deg,var(--sheet) 30%,transparent) 0 0/3rem 100% no-repeat local,linear-gradient(-90deg,var(--sheet) 30%,transparent) 100% 0/3rem 100% no-repeat local,linear-gradient(90deg,var(--shade),transparent) 0 0/.9rem 100% no-repeat scroll,linear-gradient(-90deg,var(--shade),transparent) 100% 0/.9rem 100% no-repeat scroll}
figure .scroll{margin-top:0}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:4px}
table{border-collapse:collapse;width:100%;font-size:.93rem;font-variant-numeric:tabular-nums}
caption::first-letter{text-transform:uppercase}
th,td{text-align:left;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
:is(th,td):last-child{padding-right:0}
thead th{color:var(--faint);font-weight:500;vertical-align:bottom;border-bottom-width:2px}
tbody th{font-weight:600}
tbody tr:has(.scale)>th{white-space:nowrap}
.number{text-align:right}
td.number{white-space:nowrap}
.label{overflow-wrap:anywhere;min-width:6rem;max-width:18rem}
.list{min-width:16rem}
.share{min-width:8.5rem;padding-left:.4rem}
td.share{white-space:nowrap;background:linear-gradient(var(--bar),var(--bar)) 4.6rem .8rem/calc(var(--part)*(100% - 5.5rem)) .7rem no-repeat}
td.share span{display:inline-block;min-width:3.8rem;text-align:right}
.row .share{min-width:4.5rem}
.row td.share{background-position:.4rem 2rem;background-size:calc(var(--part)*(100% - 1.3rem)) .2rem;padding-bottom:.55rem}
.row td.share span{display:inline}
.scale{width:32%;min-width:5rem;padding-left:.4rem}
.axis{position:relative;height:1rem;margin:.2rem .4rem 0}
.axis i{position:absolute}
.range,.interval,.chance,.dot{background:var(--track);height:.45rem;top:calc(50% - .225rem)}
.range{border-radius:.25rem}
.range.cut{background:linear-gradient(90deg,transparent,var(--track) 30%)}
.range.open{background:linear-gradient(90deg,var(--track),transparent)}
.range.cut.open{background:linear-gradient(90deg,transparent,var(--track) 30%,transparent)}
.interval{background:var(--accent);height:.25rem;top:calc(50% - .125rem);border-radius:.125rem}
.chance{background:var(--ink);width:2px;height:1rem;top:0;margin-left:-1px}
.dot{background:var(--accent);width:.7rem;height:.7rem;top:calc(50% - .35rem);margin-left:-.35rem;border-radius:50%}
.key{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;padding:0;list-style:none;color:var(--faint);font-size:.9rem}
.key li{display:flex;align-items:center;gap:.5rem;margin:0}
.key i{display:block;flex:none;margin:0}
.key :is(.interval,.range){width:1.6rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.warnings{background:var(--warn-ground);border-color:var(--warn-line);border-left-width:.35rem}
.warnings ul{padding-left:1.2rem}
li{margin-top:.3rem;overflow-wrap:anywhere}
footer{color:var(--faint);font-size:.85rem;padding-top:1.5rem;padding-bottom:3rem}
@media (max-width:60rem){
.scale{width:18%}
tbody tr:has(.scale)>th{min-width:8.5rem;white-space:normal;overflow-wrap:normal}
.share{min-width:4.5rem}
td.share{background-position:.4rem 2rem;background-size:calc(var(--part)*(100% - 1.3rem)) .2rem;padding-bottom:.55rem}
td.share span{display:inline;min-width:0}
.list{min-width:12rem}
}
@media screen and (max-width:44rem){
.scroll:has(>table){background:none;overflow:visible}
:is(table,caption,tbody){display:block}
thead{display:block;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{display:flex;flex-wrap:wrap;gap:.1rem .9rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
tbody tr>*{border:0;padding:0;flex:1 1 9.5rem;min-width:0}
tbody tr>:is(th,.list){flex-basis:100%;max-width:none}
tbody th::before{content:attr(data-head) " ";color:var(--faint);font-weight:400}
tbody td{font-size:.85rem}
tbody td.number{text-align:left;min-width:min-content}
tbody td.label{flex-basis:auto;min-width:9.5rem}
.none{display:none}
td:not(.scale)::before{content:attr(data-head);color:var(--faint);margin-right:.5em}
tbody td.share{background-position:0 100%;background-size:calc(var(--part)*100%) .125rem;padding:0 0 .125rem}
tbody tr:has(.scale)>*{flex:none}
tbody tr:has(.scale)>td{font-size:.8rem}
tbody tr:has(.scale)>th{flex:1;align-self:end}
tbody tr>.scale.scale{flex:0 0 100%;width:auto}
tr:has(.scale)>th::before,th+td:has(+.scale)::before{content:none}
tbody tr>th+td:has(+.scale){align-self:end;font-weight:600;font-size:.93rem}
}
@media print{
body{background:#fff;font-size:10.5pt}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
section,.facts div{border-color:#bbb;break-inside:auto}
tr,figure,.facts,.warnings{break-inside:avoid}
h2{break-after:avoid}
.scroll{overflow:visible;background:none}
.label,.list{overflow-wrap:anywhere;min-width:0}
.number{white-space:normal}
.share{min-width:5rem}
.row{gap:1rem}
td.share,.axis i,.key i{print-color-adjust:exact;-webkit-print-color-adjust:exact}
figure svg{min-width:0!important}
}`;

/** CSS of a report: light and dark mode, print, and phone width. */
export const PAGE_STYLE: string = [
  `:root{color-scheme:light dark;${LIGHT}}`,
  SHEET,
  `@media screen and (prefers-color-scheme:dark){:root{${DARK}}${DARK_CHART_RULES}}`,
].join('');
