import { clean } from '../../../model/clean.js'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element with its attributes; children are elements or texts, escaped already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escapeText(value)}"`],
  )
  return children.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${children.join('')}</${name}>`
}

/** Text as it may be written in an element or an attribute. */
export const escapeText = (text: string): string => clean(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A tenth of a unit is finer than a screen, and hides how a machine divides. */
const rounded = (value: number) => String(Math.round(value * 10) / 10)

/** A line of text; `whole` is shown on pointing where the text was cut. */
export function line(x: number, y: number, shown: string, attributes: Attributes = {}, whole = shown): string {
  const title = whole === shown ? [] : [element('title', {}, escapeText(whole))]
  return element('text', { x, y, ...attributes }, ...title, escapeText(shown))
}

/** What is drawn, as a link where there is something to go to. */
export const linked = (drawn: string, href: string | undefined): string =>
  href === undefined ? drawn : element('a', { href }, drawn)

/** What every picture has; its id is unique in the page, and has a sign that no id of a heading has: `picture_1`. */
export interface Frame {
  readonly id: string
  /** What it shows, in a few words, and how it is to be read, in a sentence or two. */
  readonly title: string
  readonly description: string
  readonly width: number
  readonly height: number
}

/** A picture with its name and description for those who have it read aloud. */
export function picture({ id, title, description, width, height }: Frame, drawn: readonly string[]): string {
  const size = { viewBox: `0 0 ${width} ${Math.ceil(height)}`, width, height: Math.ceil(height) }
  const body = drawn.join('\n')
  // a picture is one thing to a screen reader, which would hide the links in it
  const role = body.includes('<a ') ? 'group' : 'img'
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, role, 'aria-labelledby': `${id}_title ${id}_text` },
    '\n',
    element('title', { id: `${id}_title` }, escapeText(title)),
    element('desc', { id: `${id}_text` }, escapeText(description)),
    '\n',
    body,
    '\n',
  )
}

/** Fills that differ without colour, to be named by `url(#…)`; the number is that of the series. */
export const PATTERNS: readonly ((id: string) => string)[] = [
  (id) => pattern(id, 6, element('path', { d: 'M0 6 6 0M-1 1 1-1M5 7 7 5', class: 'stroke' })),
  (id) => pattern(id, 5, element('circle', { cx: 2.5, cy: 2.5, r: 1.2, class: 'fill' })),
  (id) => pattern(id, 6, element('path', { d: 'M0 3H6M3 0V6', class: 'stroke' })),
]

const pattern = (id: string, size: number, drawn: string) =>
  element(
    'pattern',
    { id, width: size, height: size, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: size, height: size, class: 'paper' }),
    drawn,
  )
