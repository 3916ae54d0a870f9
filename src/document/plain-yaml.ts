import { CHOMPING_MODE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml'
import { EMPTY_TEXTS, lineEnd, type Path, type PathKey, type ScalarStyle } from './node.js'
import {
  GIVE_UP,
  giveUp,
  type GroupShape,
  type ListShape,
  type MapShape,
  type ScalarShape,
  type Shape,
} from './shape.js'

/*
 * The quick reader: one pass from a text to values, without events, tree or places, for the plain YAML of which registers
 * consist. It gives up at the first thing that it is not made for, whether in YAML or in a value, and the careful reader
 * (`parse.ts`) then reads the whole text. So what it returns is free of problems, and it never has to explain one.
 */

/** The values of a text by the slots of its group, and what is to be told of how some are written. */
export interface PlainValues {
  readonly values: unknown[]
  readonly notes: readonly Note[]
}
export interface Note {
  readonly what: string
  readonly path: Path
  /** As it is written, unquoted and unfolded. */
  readonly text: string
}

/** Reads a text that consists of the keys of a group; undefined where it is not plain, or a value does not fit. */
export function readPlainYaml(yaml: string, group: GroupShape): PlainValues | undefined {
  const text = yaml.includes('\r') ? yaml.replaceAll('\r\n', '\n') : yaml
  if (UNUSUAL.test(text)) return undefined
  try {
    const reader = new PlainReader(text)
    return { values: reader.document(group), notes: reader.notes }
  } catch (error) {
    if (error === GIVE_UP) return undefined
    throw error
  }
}

/**
 * Tabs and other control characters, characters that look like others (`look-alikes.ts`) or are invisible, and those
 * outside the basic plane.
 */
const UNUSUAL =
  // oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
  /[\0-\x09\x0B-\x1F\x7F-\xA0\u061C\u2007\u200B-\u200F\u2028-\u202F\u205F-\u206F\u3000\uD800-\uDFFF\uFEFF\uFF1A\uFFF0-\uFFFF]/
/** Deeper than any record. */
const MAX_DEPTH = 20
/** YAML limits a key to 1,024 characters. */
const LONGEST_KEY = 200

class PlainReader {
  readonly notes: Note[] = []
  /** Where the content of the current line begins, and how far it is indented: -1 at the end of the text. */
  #at = 0
  #indent = -1
  /** Of the present value. */
  readonly #path: PathKey[] = []

  constructor(readonly yaml: string) {}

  document(group: GroupShape): unknown[] {
    this.#nextContent(this.yaml.startsWith('---\n') ? 4 : 0)
    if (this.#indent !== 0) giveUp()
    const values = this.#values(0, group)
    if (this.#at !== this.yaml.length) giveUp() // at a line that lines up with no key or dash above it
    return values
  }

  /** Goes to the next line that is neither blank nor a comment. @param start where a line begins */
  #nextContent(start: number): void {
    const { yaml } = this
    while (start < yaml.length) {
      const at = afterSpaces(yaml, start)
      const first = yaml.charCodeAt(at)
      if (first !== LINE_FEED && first !== HASH && at < yaml.length) {
        this.#at = at
        this.#indent = at - start
        return
      }
      start = first === HASH ? lineAfter(yaml, at) : at + 1
    }
    this.#at = yaml.length
    this.#indent = -1
  }

  /** Where the colon of the key at the current place is; -1 where there is no plain key. */
  #colon(): number {
    const { yaml } = this
    const start = this.#at
    let at = start
    if (!isIn(KEY_START, yaml.charCodeAt(at))) return -1
    do at++
    while (isIn(KEY_REST, yaml.charCodeAt(at)))
    if (yaml.charCodeAt(at) !== COLON || at - start > LONGEST_KEY) return -1
    return isSpaceOrEnd(yaml, at + 1) ? at : -1
  }

  /** The values of a map of known keys, from the current place on. */
  #values(indent: number, group: GroupShape): unknown[] {
    const values: unknown[] = []
    const depth = this.#path.length
    while (this.#indent === indent) {
      const colon = this.#colon()
      if (colon === -1) giveUp()
      const key = this.yaml.slice(this.#at, colon)
      const slot = group.slots.get(key)
      if (slot === undefined || values[slot] !== undefined) giveUp()
      this.#path[depth] = key
      values[slot] = this.#valueOf(colon + 1, indent, group.shape(slot))
    }
    this.#path.length = depth
    return values
  }

  #map(indent: number, { value: shape }: MapShape): object {
    const map: Record<string, unknown> = {}
    const depth = this.#path.length
    while (this.#indent === indent) {
      const colon = this.#colon()
      if (colon === -1) giveUp()
      const key = this.yaml.slice(this.#at, colon)
      if (Object.hasOwn(map, key) || key === '__proto__' || key.startsWith('x-')) giveUp()
      this.#path[depth] = key
      map[key] = this.#valueOf(colon + 1, indent, shape)
    }
    this.#path.length = depth
    return map
  }

  /** The value of a key: on its line, or on those below. */
  #valueOf(start: number, indent: number, shape: Shape): unknown {
    const { yaml } = this
    const at = afterSpaces(yaml, start)
    const first = yaml.charCodeAt(at)
    if (first !== LINE_FEED && first !== HASH) return finished(shape, this.#inline(at, indent, shape))
    this.#nextContent(lineAfter(yaml, at))
    if (this.#isItem() ? this.#indent < indent : this.#indent <= indent) giveUp()
    return finished(shape, this.#isItem() ? this.#list(this.#indent, asList(shape)) : this.#below(shape))
  }

  /** A map that begins at the current place. */
  #below(shape: Shape): unknown {
    if (this.#path.length > MAX_DEPTH) giveUp()
    return shape.kind === 'group'
      ? shape.make(this.#values(this.#indent, shape))
      : this.#map(this.#indent, asMap(shape))
  }

  #isItem(): boolean {
    return this.yaml.charCodeAt(this.#at) === DASH && this.yaml.charCodeAt(this.#at + 1) === SPACE
  }

  #list(indent: number, { item: shape }: ListShape): unknown[] {
    const items: unknown[] = []
    const depth = this.#path.length
    while (this.#indent === indent && this.#isItem()) {
      this.#path[depth] = items.length
      items.push(finished(shape, this.#item(indent, shape)))
    }
    this.#path.length = depth
    return items
  }

  /** What is behind a dash: a value, or the first key of a map, whose other keys are below it. */
  #item(indent: number, shape: Shape): unknown {
    const dash = this.#at
    this.#at = afterSpaces(this.yaml, dash + 1)
    if (this.#colon() === -1) return this.#inline(this.#at, indent, shape)
    this.#indent += this.#at - dash
    return this.#below(shape)
  }

  /** A value that begins on the line of its key or dash; goes to the line after it. */
  #inline(at: number, indent: number, shape: Shape): unknown {
    switch (this.yaml.charCodeAt(at)) {
      case DOUBLE_QUOTE:
        return this.#quoted(at, 'double', asScalar(shape))
      case SINGLE_QUOTE:
        return this.#quoted(at, 'single', asScalar(shape))
      case BRACKET:
        return this.#bracketed(at + 1, asScalar(asList(shape).item))
      case PIPE:
        return this.#block(at, indent, 'literal', asScalar(shape))
      case GREATER:
        return this.#block(at, indent, 'folded', asScalar(shape))
    }
    return this.#plain(at, indent, asScalar(shape))
  }

  #quoted(at: number, style: 'single' | 'double', shape: ScalarShape): unknown {
    const { yaml } = this
    const close = yaml.indexOf(yaml[at]!, at + 1)
    if (close === -1) giveUp()
    const text = yaml.slice(at + 1, close)
    if (text.includes('\n') || text.includes('\\')) giveUp()
    this.#endLine(close + 1)
    return this.#scalar(text, style, shape)
  }

  /** `[one, two]` on one line. */
  #bracketed(start: number, shape: ScalarShape): unknown[] {
    const { yaml } = this
    const items: unknown[] = []
    const depth = this.#path.length
    if (yaml.charCodeAt(afterSpaces(yaml, start)) === CLOSING_BRACKET) {
      this.#endLine(afterSpaces(yaml, start) + 1)
      return items
    }
    for (let at = start; ; at++) {
      IN_BRACKETS.lastIndex = afterSpaces(yaml, at)
      const text = IN_BRACKETS.exec(yaml)?.[0]
      if (text === undefined) giveUp()
      this.#path[depth] = items.length
      items.push(this.#scalar(text.trimEnd(), 'plain', shape))
      at = IN_BRACKETS.lastIndex
      const next = yaml.charCodeAt(at)
      if (next === COMMA) continue
      if (next !== CLOSING_BRACKET) giveUp()
      this.#path.length = depth
      this.#endLine(at + 1)
      return items
    }
  }

  /** Goes to the line after a closing quote or bracket, behind which there may be a comment only. */
  #endLine(start: number): void {
    const at = afterSpaces(this.yaml, start)
    const next = this.yaml.charCodeAt(at)
    if (at < this.yaml.length && next !== LINE_FEED && !(next === HASH && at > start)) giveUp()
    this.#nextContent(lineAfter(this.yaml, at))
  }

  /** A text without quotes, which goes on in lines that are indented further than its key or dash. */
  #plain(start: number, indent: number, shape: ScalarShape): unknown {
    const { yaml } = this
    if (isIn(INDICATOR, yaml.charCodeAt(start)) || OPENING_QUOTES.has(yaml.charCodeAt(start))) giveUp()
    let line = start
    for (;;) {
      const end = this.#plainEnd(line)
      this.#nextContent(lineAfter(yaml, end))
      if (this.#indent <= indent)
        return this.#scalar(
          line === start ? yaml.slice(start, end) : scalarValue(yaml, start, end, PLAIN),
          'plain',
          shape,
        )
      // only spaces and line breaks may be between its lines
      if (yaml.slice(end, this.#at).includes('#')) giveUp()
      line = this.#at
    }
  }

  /** Where the text of a line ends: before a comment, and before spaces. */
  #plainEnd(start: number): number {
    const { yaml } = this
    let end = start
    for (let at = start; at < yaml.length; at++) {
      const code = yaml.charCodeAt(at)
      if (code === LINE_FEED) break
      if (code === SPACE) continue
      if (code === HASH && yaml.charCodeAt(at - 1) === SPACE) {
        // a number behind # was hardly meant as a comment, which the careful reader reports
        if (isDigit(yaml.charCodeAt(at + 1))) giveUp()
        break
      }
      if (code === COLON && isSpaceOrEnd(yaml, at + 1)) giveUp()
      end = at + 1
    }
    return end
  }

  /** The text below `|` or `>`. */
  #block(at: number, indent: number, style: 'literal' | 'folded', shape: ScalarShape): unknown {
    const { yaml } = this
    const isStripped = yaml.charCodeAt(at + 1) === DASH
    const headEnd = afterSpaces(yaml, at + (isStripped ? 2 : 1))
    const start = headEnd + 1
    const width = afterSpaces(yaml, start) - start
    if (yaml.charCodeAt(headEnd) !== LINE_FEED || width <= indent) giveUp()
    if (yaml.charCodeAt(start + width) === LINE_FEED) giveUp() // a blank line first: which indent counts is not plain
    let end = start
    while (end < yaml.length) {
      const text = afterSpaces(yaml, end)
      if (text - end < width && yaml.charCodeAt(text) !== LINE_FEED) break
      end = lineAfter(yaml, text)
    }
    if (yaml.charCodeAt(end - 1) !== LINE_FEED) giveUp()
    this.#nextContent(end)
    const value = scalarValue(yaml, start, end, {
      style: style === 'literal' ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK,
      chomping: isStripped ? CHOMPING_MODE.STRIP : CHOMPING_MODE.CLIP,
      indent: width,
    })
    return this.#scalar(value, style, shape)
  }

  #scalar(text: string, style: ScalarStyle, shape: ScalarShape): unknown {
    if (style === 'plain' && EMPTY_TEXTS.has(text)) giveUp()
    const what = shape.noted(text, style)
    if (what !== undefined) this.notes.push({ what, path: [...this.#path], text })
    return shape.read(text, style)
  }
}

const finished = (shape: Shape, value: unknown): unknown => (shape.kind === 'any' ? shape.finish(value) : value)
const asScalar = (shape: Shape): ScalarShape =>
  shape.kind === 'scalar' ? shape : shape.kind === 'any' ? shape.scalar : giveUp()
const asList = (shape: Shape): ListShape =>
  shape.kind === 'list' ? shape : shape.kind === 'any' ? shape.list : giveUp()
const asMap = (shape: Shape): MapShape => (shape.kind === 'map' ? shape : shape.kind === 'any' ? shape.map : giveUp())

// a text of several lines is made by js-yaml, as in the careful reader, so that both fold its lines alike
type How = Pick<Parameters<typeof getScalarValue>[1], 'style' | 'chomping' | 'indent'>
const PLAIN: How = { style: SCALAR_STYLE.PLAIN, chomping: CHOMPING_MODE.CLIP, indent: -1 }
const NO_MARKS = {
  type: EVENT_ID.SCALAR,
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tagEnd: -1,
  fast: false,
} as const
const scalarValue = (yaml: string, valueStart: number, valueEnd: number, how: How) =>
  getScalarValue(yaml, { ...NO_MARKS, valueStart, valueEnd, ...how })

const LINE_FEED = 10
const SPACE = 32
const DOUBLE_QUOTE = 34
const HASH = 35
const SINGLE_QUOTE = 39
const COMMA = 44
const DASH = 45
const COLON = 58
const GREATER = 62
const BRACKET = 91
const CLOSING_BRACKET = 93
const PIPE = 124

/** A plain value in brackets, with spaces behind it. */
const IN_BRACKETS = /[A-Za-z0-9_][\w./ -]*/y
/** Curly quotes that begin a value: they were meant as quotes. */
const OPENING_QUOTES = new Set([...'“„‘'].map((it) => it.charCodeAt(0)))

const table = (characters: RegExp) =>
  Uint8Array.from({ length: 128 }, (_, code) => Number(characters.test(String.fromCharCode(code))))
const isIn = (characters: Uint8Array, code: number): boolean => characters[code] === 1
const KEY_START = table(/[A-Za-z0-9_]/)
const KEY_REST = table(/[\w.[\]/-]/)
/** What a plain text does not begin with, or only where more is known than its first character. */
const INDICATOR = table(/[-?:,[\]{}#&*!|>'"%@` \n]/)
const isDigit = (code: number) => code >= 48 && code <= 57

function afterSpaces(yaml: string, at: number): number {
  while (yaml.charCodeAt(at) === SPACE) at++
  return at
}

function isSpaceOrEnd(yaml: string, at: number): boolean {
  const code = yaml.charCodeAt(at)
  return code === SPACE || code === LINE_FEED || at >= yaml.length
}

/** Where the line after that of a place begins. */
const lineAfter = (yaml: string, at: number) => lineEnd(yaml, at) + 1
