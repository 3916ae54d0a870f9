/** The look of drawn charts: one dark and one paler ink, so that what they say does not depend on colour. */
export const pictureStyle = `
figure { margin: 1rem 0 .6rem }
figure svg { display: block; max-width: 100%; height: auto; overflow: visible; font: 14px 'Helvetica Neue', Arial, sans-serif; fill: var(--ink) }
figure .note { font-size: 12px; fill: #4a5158; stroke: #fff; stroke-width: 3px; paint-order: stroke }
figure .unknown { font-style: italic; fill: #4a5158 }
figure .small { font-size: 11px }
figure .label { font-size: 11px; font-style: italic; fill: #4a5158; stroke: #fff; stroke-width: 3px; paint-order: stroke }
figure .axis { font-size: 13px; font-weight: bold; fill: #4a5158 }
figure .count { font-size: 19px; font-weight: bold }
figure .letter { font-size: 13px; font-weight: bold }
figure .value { font-weight: bold }
figure .sign { font-size: 11px; text-anchor: middle }
figure .box ~ .name { font-size: 13px }
figure a text { text-decoration: underline; fill: var(--accent) }
figure .solid { fill: #003a70 }
figure .middle { fill: #5f89b3 }
figure .pale { fill: #c6d6e6 }
figure .paper { fill: #fff }
figure .stroke { fill: none; stroke: #003a70; stroke-width: 1.4px }
figure .fill { fill: #003a70 }
figure .edge { stroke: #003a70; stroke-width: 1px }
figure .open { fill: #fff; stroke: #4a5158; stroke-width: 1px; stroke-dasharray: 3 3 }
figure .grid { fill: none; stroke: var(--line); stroke-width: 1px }
figure .box { fill: #f4f7fa; stroke: #003a70; stroke-width: 1.3px }
figure .unsure { stroke-dasharray: 5 4 }
figure .line, figure .broken { fill: none; stroke: #4a5158; stroke-width: 1.3px }
figure .broken { stroke-dasharray: 5 4 }
figure .head { fill: #4a5158 }
.figures { margin-bottom: 1rem }
.figures .table { color: var(--ink) }
@media screen and (max-width: 44rem) {
  .wide { overflow-x: auto }
  .wide svg { width: 40rem; max-width: none }
}
@media print {
  figure { break-inside: avoid; margin: .6rem 0 }
  figure svg { max-width: 160mm; max-height: 235mm }
}
`
