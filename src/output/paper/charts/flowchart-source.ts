/** A box of a drawn structure; its shape and outline say what it is. */
export interface Box {
  readonly name: string
  readonly shape: 'box' | 'round' | 'double'
  /** Something about it is not known. */
  readonly isOpen: boolean
}

/** A line from one box to another, by their numbers; broken where it has words. */
export interface Arrow {
  readonly from: number
  readonly to: number
  readonly label?: string
}

export interface Flowchart {
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
}

/** Words as papers write them: any other sign could be markup to Mermaid, and is a code there. */
const WORDS = '((?:[^"`[\\]{}<>|%;:#\\\\]|#\\d+;)+)'
const BOX = new RegExp(`^(\\w+)(\\["|\\(\\["|\\[\\[")${WORDS}("\\]|"\\]\\)|"\\]\\])$`)
const SHAPES: Readonly<Record<string, Box['shape']>> = { '[""]': 'box', '([""])': 'round', '[[""]]': 'double' }
const ARROW = /^(\w+) (?:-->|-\. ([^.]+) \.->) (\w+)$/
const STYLE = /^classDef open stroke-dasharray: 4 4$/
const OPEN = /^class (\w+(?:,\w+)*) open$/

/**
 * The boxes and lines of a flowchart as papers write it in Mermaid's words, upwards; undefined for any other diagram, in
 * which a line might mean more than is understood here.
 */
export function flowchartOf(source: string): Flowchart | undefined {
  const [first, ...lines] = source
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  if (first !== 'flowchart BT') return undefined
  const numbers = new Map<string, number>()
  const boxes: Box[] = []
  const arrows: Arrow[] = []
  const open = new Set<number | undefined>()
  for (const line of lines) {
    const [, id, before, name, after] = BOX.exec(line) ?? []
    const shape = id === undefined || numbers.has(id) ? undefined : SHAPES[before! + after!]
    if (shape !== undefined) {
      numbers.set(id!, boxes.length)
      boxes.push({ name: decoded(name!), shape, isOpen: false })
      continue
    }
    const [, from, label, to] = ARROW.exec(line) ?? []
    const ends = from === undefined ? [] : [numbers.get(from), numbers.get(to!)]
    const marked = OPEN.exec(line)?.[1]?.split(',')
    if (ends[0] !== undefined && ends[1] !== undefined)
      arrows.push({ from: ends[0], to: ends[1], ...(label !== undefined && { label: decoded(label) }) })
    else if (marked !== undefined) for (const it of marked) open.add(numbers.get(it))
    else if (!STYLE.test(line)) return undefined
  }
  return boxes.length === 0
    ? undefined
    : { boxes: boxes.map((it, index) => ({ ...it, isOpen: open.has(index) })), arrows }
}

/** Signs are written as codes (`#35;`), so that none of them is a word of Mermaid. */
const decoded = (text: string) =>
  text.replace(/#(\d{1,7});/g, (code, digits: string) => {
    const point = Number(digits)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : code
  })
