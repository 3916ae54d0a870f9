import type MarkdownIt from 'markdown-it'

/** A line such as `<!-- chart: bars -->`; no text of a register is one, as its `<` is escaped. */
const MARKER = /^<!--\s*(.*?)\s*-->$/

/**
 * Lets a parser read markers: a line that is a comment becomes a token `marker` whose `info` is the words in it. A
 * renderer that does not know the words prints nothing of it.
 */
export function markers(engine: InstanceType<typeof MarkdownIt>): void {
  engine.block.ruler.before(
    'table',
    'marker',
    (state, line, _last, silent) => {
      if (state.sCount[line]! - state.blkIndent >= 4) return false // code
      const info = MARKER.exec(
        state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trim(),
      )?.[1]
      if (info === undefined) return false
      if (silent) return true
      state.line = line + 1
      const token = state.push('marker', '', 0)
      token.info = info
      token.map = [line, state.line]
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
  engine.renderer.rules['marker'] = () => ''
}
