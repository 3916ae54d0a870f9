import { BAND_COLOURS, GRADE_COLOURS, type Colour } from './colours.js'

const coloured = (kind: string, colours: Readonly<Record<string, Colour>>) =>
  Object.entries(colours)
    .map(([letter, { ground, ink }]) => `td.${markClass(kind, letter)} { background: ${ground}; color: ${ink} }`)
    .join('\n')

/** The class of what has the letter of a grade or band: `grade-ra`, `band-e`. */
export const markClass = (kind: string, letter: string): string => `${kind}-${letter.toLowerCase().replace('/', '')}`

/** The look of a paper: readable on a screen, on A4 and in grey. */
export const style = `
:root { color-scheme: light; --ink: #1b1f23; --line: #b8c0c8; --tint: #f2f5f8; --accent: #003a70 }
body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.55 Georgia, 'Times New Roman', serif }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem }
h1, h2, h3, th { font-family: 'Helvetica Neue', Arial, sans-serif; line-height: 1.25 }
h1 { font-size: 1.9rem; color: var(--accent); margin: 0 0 .5rem }
h2 { font-size: 1.3rem; color: var(--accent); margin: 2.2rem 0 .6rem; padding-top: .5rem; border-top: 1px solid var(--line) }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem }
p, ul, ol { margin: .5rem 0; max-width: 70ch }
/* shadows at the edges show that a table scrolls: covers that move with it hide them where it ends */
.table {
  overflow-x: auto; margin: .8rem 0;
  background:
    linear-gradient(to right, #fff 30%, #fff0) left / 2.5rem 100% no-repeat local,
    linear-gradient(to left, #fff 30%, #fff0) right / 2.5rem 100% no-repeat local,
    linear-gradient(to right, #1b1f2340, #1b1f2300) left / .9rem 100% no-repeat,
    linear-gradient(to left, #1b1f2340, #1b1f2300) right / .9rem 100% no-repeat;
}
table { border-collapse: collapse; min-width: 55%; font-size: .92rem; line-height: 1.4 }
th, td { min-width: 4.5em; padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { background: #003a700d }
${coloured('grade', GRADE_COLOURS)}
td[class^='band-'] { border: 1px solid #fff }
${coloured('band', BAND_COLOURS)}
header { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1.5rem 0 }
header img { display: block; max-width: 14rem; max-height: 5rem; margin: 0 0 -1rem auto }
main img { max-width: 100%; height: auto }
.front-sheet table { width: 100% }
.front-sheet th[scope='row'] { width: 11rem; background: #003a700d; color: var(--accent) }
/* a column of grades needs little room, so that the text beside it has more */
thead th { min-width: 0 }
td[class*='grade-'] { min-width: 2.5em }
li > ul, li > ol { margin: 0 }
details { margin: .5rem 0; font-size: .85rem; color: #4a5158 }
pre { overflow-x: auto; margin: .4rem 0; padding: .6rem; background: var(--tint) }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 1rem }
hr ~ p { font-size: .85rem; color: #4a5158 }
@media screen and (max-width: 36rem) {
  main { padding: 1.25rem .9rem 3rem }
  h1 { font-size: 1.5rem }
  table { min-width: 100%; font-size: .82rem }
  th, td { min-width: 0; padding: .3rem .35rem; hyphens: auto }
  td { min-width: 3.6em }
}
@media print {
  @page { size: A4; margin: 15mm 16mm 16mm }
  main, p, ul, ol { max-width: none }
  main { padding: 0 }
  header { max-width: none; padding: 0 }
  header img { margin: 0 0 4mm auto; max-height: 18mm }
  body { font-size: 10pt; line-height: 1.34 }
  h1 { font-size: 1.5rem }
  h2 { font-size: 1.15rem; margin: .7rem 0 .25rem; padding-top: .25rem }
  h3 { margin: .5rem 0 .15rem }
  p, ul, ol, .table { margin: .3rem 0 }
  table { width: 100%; font-size: 9.5pt; line-height: 1.3 }
  th, td { padding: .15rem .5rem }
  td.day { white-space: nowrap }
  details, hr ~ p { font-size: 8.5pt; overflow-wrap: anywhere }
  thead { display: table-header-group }
  tr, li:not(:has(ul, ol)) { break-inside: avoid }
  .table:not(:has(tbody tr:nth-child(4))) { break-inside: avoid } /* a short table stays on one page */
  thead, tbody tr:first-child { break-after: avoid } /* neither the heading of a table nor its first row is alone on a page */
  tbody tr:last-child:not(:first-child) { break-before: avoid }
  p:has(+ .table), p:has(+ figure), p:has(+ ul), p:has(+ ol) { break-after: avoid }
  h2, h3, hr { break-after: avoid }
  hr { margin: .6rem 0 .3rem }
  hr, hr + p { break-before: avoid } /* no page with only the foot: the last row of a table leaves room for it */
  .table:has(+ hr):not(:has(tbody tr:last-child [class])) tbody tr:last-child td { padding-bottom: 5.5rem; border-bottom: 0 }
  .table:not(:has(tbody tr:last-child [class])) + hr { margin-top: -5rem }
  .table { overflow: visible; background: none }
  thead th { background: var(--tint) }
  details:not([open]), summary { display: none }
  h2.annex, main > * ~ h1 { break-before: page; margin-top: 0 }
  td[class^='grade-'], td[class^='band-'] { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`
