/** The look of a form beside that of papers: answers are boxes with room to write in, and a question stays on one page. */
export const formStyle = `
blockquote { margin: .4rem 0 .8rem; padding: .45rem .7rem; min-height: 2.6rem; border: 1px solid #5b6670; border-radius: 3px; max-width: 70ch }
blockquote p { margin: 0; overflow-wrap: anywhere }
h3 { margin-bottom: .2rem }
h3 + p { color: #4a5158; font-size: .92rem }
@media print {
  blockquote { min-height: 11mm; break-inside: avoid; max-width: none }
  h3, h3 + p { break-after: avoid }
}
`
