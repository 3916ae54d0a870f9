/** The look of one page of wide tables beside that of papers: across the sheet, in small print, with room to sign. */
export const landscapeStyle = `
main { max-width: 84rem }
table { width: 100% }
p, ul, ol { max-width: none }
tbody tr:only-child td { height: 2.4rem }
@media print {
  @page { size: A4 landscape; margin: 7mm 10mm }
  body { font: 6.8pt/1.18 'Helvetica Neue', Arial, sans-serif }
  h1 { font-size: 11pt; margin: 0 }
  h2 { font-size: 8pt; margin: .8mm 0 0; padding-top: 0; border: 0 }
  p, ul, ol, .table { margin: .6mm 0 }
  ul, ol { padding-left: 4mm }
  table { font-size: inherit; line-height: inherit }
  th, td { min-width: 0; padding: .25mm 1mm }
  div:first-of-type td:nth-child(2) { white-space: nowrap }
  tbody tr:only-child td { height: 7mm }
}
`
