import { EVENT_ID, getScalarValue, parseEvents, YAMLException, type ScalarEvent } from 'js-yaml'
import {
  isEmpty,
  type Document,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
  type ScalarStyle,
  type SyntaxProblem,
  lineEnd,
} from './node.js'
import { withoutRepeats } from './repeats.js'
import {
  aliasProblem,
  anchorProblem,
  commaProblem,
  curlyQuoteProblem,
  duplicateKeyProblem,
  keyProblem,
  mergeKeyProblem,
  numberedCommentProblem,
  secondDocumentProblem,
  tagProblem,
} from './yaml-problems.js'

/** Deeper than any register, and shallow enough for every reader. */
const MAX_DEPTH = 60

/** A text that js-yaml could not parse; `syntax-errors.ts` lists what is wrong with it. */
export interface Unparsed {
  readonly offset: number
  readonly reason: string
}

/**
 * Reads a YAML text into a tree with places. Plain data only: anchors, aliases, tags, several documents and double
 * keys are reported as problems, and what they represent is read as far as it is plain.
 *
 * @param from where in `text` the YAML begins (front matter of a markdown file); places count from the text's start
 */
export function parseYaml(text: string, from = 0, to = text.length): Document | Unparsed {
  const yaml = from === 0 && to === text.length ? text : text.slice(from, to)
  try {
    const events = parseEvents(yaml, { maxDepth: MAX_DEPTH })
    return new TreeBuilder(text, yaml, from).build(events)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { offset: from + (error.mark?.position ?? 0), reason: error.reason }
  }
}

type Events = ReturnType<typeof parseEvents>
/** A collection under construction. */
interface Open {
  node: MapNode | ListNode
  /** A key that waits for its value. */
  key: ScalarNode | undefined
  /** The entries of a map so far, so that one of 20,000 keys stays fast. */
  entries: Map<string, Entry>
}

class TreeBuilder {
  readonly #problems: SyntaxProblem[] = []
  readonly #open: Open[] = []
  /** The root of each document; the first is the record. */
  readonly #roots: Node[] = []
  readonly #truncated = new Set<Node>()
  readonly #duplicated = new Set<Node>()
  #documents = 0
  /** Where the last value ended: the place of an absent value, and from where a closing bracket is looked for. */
  #last = 0

  constructor(
    readonly text: string,
    readonly yaml: string,
    readonly from: number,
  ) {}

  build(events: Events): Document {
    const depths: boolean[] = []
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.#documents++
          depths.push(false)
          if (this.#documents === 2) this.#problems.push(secondDocumentProblem(this.#startOfSecond()))
          break
        case EVENT_ID.SEQUENCE:
        case EVENT_ID.MAPPING: {
          this.#mark(event)
          depths.push(true)
          const place = { flow: event.style === 2, start: event.start + this.from, end: 0 }
          const isList = event.type === EVENT_ID.SEQUENCE
          this.#begin(isList ? { kind: 'list', items: [], ...place } : { kind: 'map', entries: [], ...place })
          break
        }
        case EVENT_ID.SCALAR:
          this.#mark(event)
          this.#add(this.#scalar(event))
          break
        case EVENT_ID.ALIAS: {
          const span = this.#span(event.anchorStart - 1, event.anchorEnd)
          const alias = this.text.slice(span.start, span.end)
          this.#problems.push(aliasProblem(span, alias))
          const node: ScalarNode = { kind: 'scalar', text: alias, style: 'plain', ...span }
          this.#truncated.add(node)
          this.#add(node)
          break
        }
        case EVENT_ID.POP:
          if (depths.pop()) this.#close()
          break
      }
    }
    const losses = {
      truncated: this.#truncated,
      duplicated: this.#duplicated,
      extraDocuments: keysOfExtraDocuments(this.#roots),
    }
    return { text: this.text, root: this.#roots[0], problems: withoutRepeats(this.#problems), losses }
  }

  #scalar(event: ScalarEvent): ScalarNode {
    if (event.valueStart === -1)
      return { kind: 'scalar', text: '', style: 'absent', ...this.#span(this.#last, this.#last) }
    const style = STYLES[event.style] ?? 'plain'
    const quoted = style === 'single' || style === 'double' ? 1 : 0
    const block = style === 'literal' || style === 'folded'
    const end = block ? trimmedEnd(this.yaml, event.valueStart, event.valueEnd) : event.valueEnd
    const start = block ? skipIndent(this.yaml, event.valueStart) : event.valueStart
    this.#last = event.valueEnd + quoted
    if (style === 'plain') this.#reportNumberedComment(event)
    const text = getScalarValue(this.yaml, event)
    const node: ScalarNode = {
      kind: 'scalar',
      text: style === 'plain' && CURLY.test(text) ? text.slice(1, -1) : text,
      style,
      ...this.#span(Math.min(start, end) - quoted, end + quoted),
    }
    if (style === 'plain') this.#reportCurlyQuotes(node, text)
    return node
  }

  /** `“grant”` is read as grant; in `[“Alpha, Beta”]` the comma divides what was meant as one text. */
  #reportCurlyQuotes(node: ScalarNode, text: string): void {
    const isWhole = CURLY.test(text)
    const isOpened = /^[“‘„][^“”‘’]*$/.test(text)
    const isClosed = /^[^“”‘]*[”]$|^[^“”‘’]*[’]$/.test(text)
    if (!isWhole && !(this.#open.at(-1)?.node.flow && (isOpened || isClosed))) return
    if (!isWhole) this.#truncated.add(node)
    if (isClosed && !isWhole) return // it was reported where it was opened
    this.#problems.push(curlyQuoteProblem(node, text, isWhole))
  }

  /** `name: Ward #1` is read as Ward and a comment; a number directly after # was hardly meant as one. */
  #reportNumberedComment({ valueStart, valueEnd }: ScalarEvent): void {
    if (this.yaml[valueEnd] !== ' ' && this.yaml[valueEnd] !== '\t') return
    const comment = /^[ \t]+(#\d[^\r\n]*?)[ \t]*\r?$/.exec(this.yaml.slice(valueEnd, lineEnd(this.yaml, valueEnd)))
    if (comment === null) return
    const value = this.yaml.slice(valueStart, valueEnd)
    const start = this.from + valueEnd + comment[0].indexOf('#')
    this.#problems.push(numberedCommentProblem({ start, end: start + comment[1]!.length }, value, comment[0]))
  }

  #begin(node: MapNode | ListNode): void {
    this.#last = node.start - this.from + (node.flow ? 1 : 0)
    this.#add(node)
    this.#open.push({ node, key: undefined, entries: new Map() })
  }

  /** Adds a finished scalar, or a collection that begins, to the collection that is open. */
  #add(node: Node): void {
    const parent = this.#open.at(-1)
    if (parent === undefined) this.#roots.push(node)
    else if (parent.node.kind === 'list') parent.node.items.push(node)
    else if (parent.key === undefined) {
      parent.key = this.#key(node)
      if (node.kind === 'scalar' && node.text === '<<') this.#problems.push(mergeKeyProblem(node))
    } else {
      this.#addEntry(parent.node, parent.entries, { key: parent.key, value: node })
      parent.key = undefined
    }
  }

  #key(node: Node): ScalarNode {
    if (node.kind === 'scalar') return node
    this.#problems.push(keyProblem(node))
    return { kind: 'scalar', text: '', style: 'absent', start: node.start, end: node.start }
  }

  #addEntry(map: MapNode, entries: Map<string, Entry>, entry: Entry): void {
    const earlier = entries.get(entry.key.text)
    const before = map.entries.at(-1)
    if (map.flow && entry.value.kind === 'scalar' && entry.value.style === 'absent' && isPlain(before?.value))
      return this.#reportComma(before!, entry)
    if (earlier !== undefined) {
      this.#duplicated.add(earlier.value)
      this.#problems.push(duplicateKeyProblem(entry, earlier))
      return
    }
    entries.set(entry.key.text, entry)
    map.entries.push(entry)
  }

  /** `{amount: 8,600,000}` is read as amount 8 and two keys, as in `{ }` a comma ends a plain value. */
  #reportComma(before: Entry, entry: Entry): void {
    const start = before.value.start
    const end = entry.key.end
    this.#truncated.add(before.value)
    const last = this.#problems.at(-1)
    if (last?.code === 'syntax/comma' && last.start === start) this.#problems.pop()
    const value = this.text.slice(start, before.value.end)
    this.#problems.push(commaProblem({ start, end }, before.key.text, value, this.text.slice(start, end)))
  }

  #close(): void {
    const open = this.#open.pop()
    if (open === undefined) return
    const end = open.node.flow ? this.#closingBracket(open.node) : Math.max(this.#last, open.node.start - this.from)
    this.#last = end
    ;(open.node as { end: number }).end = end + this.from
  }

  #closingBracket(node: MapNode | ListNode): number {
    const bracket = node.kind === 'map' ? '}' : ']'
    let at = this.#last
    while (at < this.yaml.length && this.yaml[at] !== bracket) {
      if (this.yaml[at] === '#') at = lineEnd(this.yaml, at)
      else at++
    }
    return Math.min(at + 1, this.yaml.length)
  }

  /** Reports an anchor or tag in front of a value. */
  #mark(event: Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>): void {
    if (event.anchorStart !== -1) {
      const span = this.#span(event.anchorStart - 1, event.anchorEnd)
      this.#problems.push(anchorProblem(span, this.text.slice(span.start, span.end)))
    }
    if (event.tagStart !== -1) {
      const span = this.#span(event.tagStart, event.tagEnd)
      this.#problems.push(tagProblem(span, this.text.slice(span.start, span.end)))
    }
  }

  /** A stretch of the YAML as one of the whole text. */
  #span(start: number, end: number) {
    return { start: start + this.from, end: end + this.from }
  }

  #startOfSecond(): number {
    return this.from + Math.max(this.yaml.indexOf('\n---', this.#last) + 1, 0)
  }
}

/** A value between curly quotes. */
const CURLY = /^(?:[“„][^“”„]*[”“]|‘[^‘’]*’)$/

const STYLES: Record<number, ScalarStyle> = { 1: 'plain', 2: 'single', 3: 'double', 4: 'literal', 5: 'folded' }

/** The keys of the documents after the first; undefined where there are none, as after a `---` at the end of a file. */
function keysOfExtraDocuments(roots: readonly Node[]): string[] | undefined {
  const further = roots.slice(1).filter((it) => !isEmpty(it))
  if (further.length === 0) return undefined
  return further.flatMap((it) => (it.kind === 'map' ? it.entries.map(({ key }) => key.text) : []))
}
const isPlain = (node: Node | undefined) => node?.kind === 'scalar' && node.style === 'plain'
const trimmedEnd = (text: string, start: number, end: number) => {
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return end
}
const skipIndent = (text: string, start: number) => {
  while (text[start] === ' ' || text[start] === '\n' || text[start] === '\r') start++
  return start
}
