import { EVENT_ID, parseEvents } from 'js-yaml'

/** A folded or literal text as it is below its key: from its first line, and how far its lines are indented. */
export interface BlockText {
  readonly start: number
  readonly end: number
  readonly indent: number
}

/** Every folded or literal text of a YAML text that parses, in order: the tree does not keep their lines. */
export function blockTexts(yaml: string): BlockText[] {
  return parseEvents(yaml, {}).flatMap((event) =>
    event.type === EVENT_ID.SCALAR && (event.style === 4 || event.style === 5)
      ? [{ start: event.valueStart, end: event.valueEnd, indent: Math.max(event.indent, 0) }]
      : [],
  )
}
