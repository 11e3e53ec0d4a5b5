import { DARK_CHART_RULES } from './chartConfig.ts';

const LIGHT =
  '--ground:#f4f6f8;--sheet:#fff;--ink:#1f2328;--faint:#57606a;--line:#d8dee6;--accent:#2563a8;--bar:#cfe0f3;--warn-ground:#fff4e5;--warn-line:#b4540a';
const DARK =
  '--ground:#0f1318;--sheet:#171c23;--ink:#e9ecf1;--faint:#aab4c0;--line:#333d49;--accent:#7ab3f0;--bar:#224468;--warn-ground:#2c2216;--warn-line:#f0a35e';

const SHEET = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 clamp(.75rem,3vw,2rem)}
header{padding-top:clamp(1.5rem,5vw,3.5rem)}
h1,h2,h3,p,dl,dd,ul,figure{margin:0}
h1{font-size:clamp(1.7rem,4.5vw,2.6rem);line-height:1.15;letter-spacing:-.02em;overflow-wrap:anywhere}
h3{font-size:1.05rem;line-height:1.4}
h2{font-size:1.3rem;line-height:1.3;letter-spacing:-.01em;margin-bottom:.4rem}
.kind{color:var(--faint);font-size:.85rem;letter-spacing:.08em;text-transform:uppercase;margin-bottom:.4rem}
.verdict{font-size:clamp(1.05rem,2vw,1.25rem);max-width:46rem;margin-top:.9rem;text-wrap:pretty}
.verdict strong{color:var(--accent)}
.note{color:var(--faint);font-size:.9rem;max-width:46rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin-top:1.6rem}
.facts div,section{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem}
.facts div{padding:.7rem 1rem}
.facts dt{color:var(--faint);font-size:.85rem}
.facts dd{font-size:1.5rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
section{padding:clamp(1rem,2.5vw,1.75rem);margin-top:1rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.5rem;align-items:start}
.pair>*{min-width:0}
.pair:has(>.scroll){grid-template-columns:1fr}
@media (min-width:60rem){.pair:has(>.scroll){grid-template-columns:23rem 1fr}}
figure{margin-top:1rem;overflow-x:auto}
figure svg{display:block;max-width:100%;height:auto}
figure svg text{font-family:inherit}
.scroll{overflow-x:auto;margin-top:1rem}
:is(.scroll,figure):focus-visible{outline:2px solid var(--accent);outline-offset:4px}
table{border-collapse:collapse;width:100%;font-size:.93rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--faint);font-size:.9rem;padding-bottom:.5rem}
th,td{text-align:left;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--faint);font-weight:500;white-space:nowrap;border-bottom-width:2px}
tbody th{font-weight:600}
.number{text-align:right;white-space:nowrap}
.label{overflow-wrap:break-word;max-width:18rem}
.list{min-width:16rem}
.share{min-width:8rem;background:linear-gradient(var(--bar),var(--bar)) 0 .4rem/calc(var(--part)*(100% - .9rem)) 1.5rem no-repeat;padding-left:.4rem}
code{font:.85em ui-monospace,monospace;color:var(--faint)}
.warnings{background:var(--warn-ground);border-color:var(--warn-line);border-left-width:.35rem}
.warnings ul,.confusions{padding-left:1.2rem}
li{margin-top:.3rem;overflow-wrap:anywhere}
footer{color:var(--faint);font-size:.85rem;padding-top:1.5rem;padding-bottom:3rem}
@media print{
body{background:#fff;font-size:10.5pt}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
section,.facts div{border-color:#bbb;break-inside:auto}
tr,figure,.facts,.warnings{break-inside:avoid}
h2{break-after:avoid}
.scroll,figure{overflow:visible}
.label,.list{overflow-wrap:anywhere;min-width:0}
.number{white-space:normal}
.share{min-width:5rem}
.pair:not(:has(>.scroll)){grid-template-columns:1fr 1fr}
.share{print-color-adjust:exact;-webkit-print-color-adjust:exact}
figure svg{min-width:0!important}
}`;

/** CSS of a report: light and dark mode, print, and phone width. */
export const PAGE_STYLE: string = [
  `:root{color-scheme:light dark;${LIGHT}}`,
  SHEET,
  `@media screen and (prefers-color-scheme:dark){:root{${DARK}}${DARK_CHART_RULES}}`,
].join('');
