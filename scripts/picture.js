// Draws what a command prints in a terminal as an SVG: text stays text, so that it can be read out, searched and compared.

const CELL = 8.4
const LINE = 19
const PADDING = 16
const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#f2cc60', 34: '#79c0ff' }
const INK = '#e6edf3'

/**
 * @param command as a user types it; drawn as the first line
 * @param output with SGR escapes, as a terminal of 80 columns gets it
 */
export function picture(command, output) {
  const lines = [`$ ${command}`, '', ...output.replace(/\n+$/, '').split('\n')]
  const columns = Math.max(80, ...lines.map((it) => stripped(it).length))
  const width = Math.ceil(columns * CELL + 2 * PADDING)
  const height = lines.length * LINE + 2 * PADDING
  const rows = lines.map((line, index) => row(line, PADDING + (index + 0.75) * LINE)).filter((it) => it !== '')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${xml(`What ${command} prints`)}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="${INK}" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`
}

/** One line: a tspan for each stretch of one look, each at its own column. */
function row(line, y) {
  let column = 0
  const spans = stretches(line).flatMap(({ text, look }) => {
    const x = (PADDING + column * CELL).toFixed(1)
    column += text.length
    return text.trim() === ''
      ? []
      : [`<tspan x="${x}" textLength="${(text.length * CELL).toFixed(1)}"${look}>${xml(text)}</tspan>`]
  })
  return spans.length === 0 ? '' : `<text y="${y.toFixed(1)}">${spans.join('')}</text>`
}

/** Cuts a line at its escapes; leading blanks are taken off each stretch, as they are drawn by its column. */
function stretches(line) {
  const state = { bold: false, dim: false, underline: false, colour: undefined }
  // oxlint-disable-next-line no-control-regex -- the escape is what is looked for
  return line.split(/(\u001B\[[\d;]*m)/).flatMap((part) => {
    if (part.startsWith('\u001B')) {
      for (const code of part.slice(2, -1).split(';').map(Number)) apply(state, code)
      return []
    }
    // runs of blanks would be drawn as one: each word between them is put at its own column
    return part.split(/( {2,}|^ +| +$)/).map((text) => ({ text, look: lookOf(state) }))
  })
}

function apply(state, code) {
  if (code === 0) Object.assign(state, { bold: false, dim: false, underline: false, colour: undefined })
  else if (code === 1) state.bold = true
  else if (code === 2) state.dim = true
  else if (code === 4) state.underline = true
  else if (code === 22) Object.assign(state, { bold: false, dim: false })
  else if (code === 24) state.underline = false
  else state.colour = COLOURS[code]
}

const lookOf = ({ bold, dim, underline, colour }) =>
  [
    bold ? ' font-weight="bold"' : '',
    dim ? ' opacity="0.65"' : '',
    underline ? ' text-decoration="underline"' : '',
    colour === undefined ? '' : ` fill="${colour}"`,
  ].join('')

// oxlint-disable-next-line no-control-regex -- the escape is what is looked for
const stripped = (line) => line.replace(/\u001B\[[\d;]*m/g, '')
const xml = (text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`)
