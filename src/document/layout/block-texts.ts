import { EVENT_ID, parseEvents } from 'js-yaml'
import type { Span } from '../node.js'

/** The lines of a folded or literal text below its key, and how far they are indented. */
export interface BlockText extends Span {
  readonly indent: number
}

/** Every folded or literal text of a YAML text that parses, in order, as the tree does not keep their lines. */
export function blockTexts(yaml: string): BlockText[] {
  return parseEvents(yaml, {}).flatMap((event) =>
    event.type === EVENT_ID.SCALAR && (event.style === 4 || event.style === 5)
      ? [{ start: event.valueStart, end: event.valueEnd, indent: Math.max(event.indent, 0) }]
      : [],
  )
}
