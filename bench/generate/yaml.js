// Writes YAML as a keeper does, and remembers where each key and value stands. The expected findings get their lines
// and columns from here, and not from the tool that they check.

/** A text that must stand in quotes, such as a number of a register. */
export class Quoted {
  constructor(text) {
    this.text = text
  }

  toString() {
    return JSON.stringify(this.text)
  }
}

/** Lists that stand on one line. */
const ON_ONE_LINE = ['roles', 'objectives', 'too-early', 'satisfied-by', 'partner-kind', 'tiers', 'kind', 'status']
const WIDTH = 100

/**
 * @typedef {{ line: number, column: number }} Spot from 1
 * @typedef {{ key: Spot | undefined, value: Spot }} Spots
 */

/**
 * @param data plain objects, lists, texts, numbers, flags and `Quoted`
 * @param before lines that stand above: a comment, the `---` of front matter
 * @returns {{ lines: string[], spots: Map<string, Spots> }} spots by path, such as `risks.0.target`
 */
export function writeYaml(data, before = []) {
  const writer = new Writer(before)
  writer.map(data, '', 0, '')
  return { lines: writer.lines, spots: writer.spots }
}

class Writer {
  spots = new Map()

  constructor(before) {
    this.lines = [...before]
  }

  /** @param lead what stands before the first key: nothing, or the dash of a list item */
  map(data, path, indent, lead) {
    let prefix = lead
    for (const [name, value] of Object.entries(data)) {
      const at = path === '' ? name : `${path}.${name}`
      const key = this.#spot(prefix.length)
      this.#entry(`${prefix}${name}:`, value, at, indent, key)
      prefix = ' '.repeat(indent)
    }
  }

  #entry(head, value, path, indent, key) {
    if (Array.isArray(value) && ON_ONE_LINE.includes(path.split('.').at(-1)) && !value.some(isMap))
      this.#flow(head, value, path, key)
    else if (Array.isArray(value)) this.#list(head, value, path, indent, key)
    else if (isMap(value)) {
      this.lines.push(head)
      this.#keep(path, key, this.#spot(indent + 2))
      this.map(value, path, indent + 2, ' '.repeat(indent + 2))
    } else if (head.length + String(value).length > WIDTH && !(value instanceof Quoted)) {
      this.lines.push(`${head} >-`)
      this.#keep(path, key, this.#spot(indent + 2))
      for (const line of folded(String(value), WIDTH - indent)) this.lines.push(`${' '.repeat(indent + 2)}${line}`)
    } else {
      this.#keep(path, key, this.#spot(head.length + 1))
      this.lines.push(`${head} ${scalar(value)}`)
    }
  }

  #list(head, items, path, indent, key) {
    this.lines.push(head)
    this.#keep(path, key, this.#spot(indent + 2))
    const dash = `${' '.repeat(indent + 2)}- `
    for (const [index, item] of items.entries()) {
      this.#keep(`${path}.${index}`, isMap(item) ? this.#spot(dash.length) : undefined, this.#spot(dash.length))
      if (isMap(item)) this.map(item, `${path}.${index}`, indent + 4, dash)
      else this.lines.push(dash + scalar(item))
    }
  }

  #flow(head, items, path, key) {
    this.#keep(path, key, this.#spot(head.length + 1))
    let line = `${head} [`
    for (const [index, item] of items.entries()) {
      if (index > 0) line += ', '
      this.#keep(`${path}.${index}`, undefined, this.#spot(line.length))
      line += scalar(item)
    }
    this.lines.push(`${line}]`)
  }

  #keep(path, key, value) {
    this.spots.set(path, { key, value })
  }

  /** A place in the line that comes next. */
  #spot(offset) {
    return { line: this.lines.length + 1, column: offset + 1 }
  }
}

const isMap = (value) => typeof value === 'object' && !Array.isArray(value) && !(value instanceof Quoted)

const PLAIN = /^[\p{L}\d£][^#"\n]*$/u

function scalar(value) {
  const text = String(value)
  if (value instanceof Quoted) return text
  return PLAIN.test(text) && !text.includes(': ') && !text.endsWith(':') ? text : JSON.stringify(text)
}

/** The words of a text, in lines of about so many letters. */
function folded(text, width) {
  const lines = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** Where a path stands. What is absent stands at the key of the nearest that it would be in, or at the first key of all. */
export function spotOf(spots, path, part = 'value') {
  const found = spots.get(path)
  if (found !== undefined) return part === 'key' ? found.key : found.value
  const above = path.split('.').slice(0, -1).join('.')
  return above === '' ? [...spots.values()][0].key : spotOf(spots, above, 'key')
}
