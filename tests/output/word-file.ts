import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import { markers } from '../../src/output/paper/markers.js'

/** A Word file, opened: its parts as texts, and what a test asks of them. */
export function openWord(bytes: Uint8Array) {
  const parts = unzipSync(bytes)
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const document = part('word/document.xml')
  return {
    names: Object.keys(parts),
    bytesOf: (path: string) => parts[path],
    part,
    document,
    paragraphs: [...document.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) => paragraph(inner)),
    rows: [...document.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, inner = '']) => row(inner)),
    sections: [...document.matchAll(/<w:sectPr>(.*?)<\/w:sectPr>/gs)].map(([, inner = '']) => ({
      isLandscape: inner.includes('w:orient="landscape"'),
      header: targetOf(part, inner, 'header'),
      footer: targetOf(part, inner, 'footer'),
    })),
    links: [...part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((it) =>
      unescaped(it[1]!),
    ),
    text: textOf(document),
  }
}

const paragraph = (inner: string) => ({
  style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1],
  text: textOf(inner),
  level: /<w:numPr><w:ilvl w:val="(\d)"/.exec(inner)?.[1],
  xml: inner,
})

const row = (inner: string) => ({
  isHead: inner.includes('<w:tblHeader/>'),
  staysWhole: inner.includes('<w:cantSplit/>'),
  cells: [...inner.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => ({
    text: textOf(cell),
    fill: /w:fill="([^"]+)"/.exec(cell)?.[1],
    ink: /<w:color w:val="([^"]+)"/.exec(cell)?.[1],
    isBold: cell.includes('PaperTableHeading') || cell.includes('<w:b/>'),
  })),
})

function targetOf(part: (path: string) => string, section: string, kind: 'header' | 'footer'): string {
  const id = new RegExp(`<w:${kind}Reference w:type="default" r:id="([^"]+)"`).exec(section)?.[1]
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(part('word/_rels/document.xml.rels'))?.[1]
  return target === undefined ? '' : textOf(part(`word/${target}`))
}

export const textOf = (xml: string) =>
  unescaped(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)].map(([, text]) => text ?? ' ').join(''),
  ).trim()

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  )

/** The words of a paper in their order, as its markdown has them; sources of diagrams are left out. */
export function wordsOf(markdown: string): string[] {
  const tokens = new MarkdownIt({ html: false }).use(markers).parse(markdown, {})
  const texts = tokens.map((it) => {
    if (it.type === 'fence' && it.info !== 'mermaid') return it.content
    return (it.children ?? []).map((child) => (child.type.endsWith('break') ? ' ' : child.content)).join('')
  })
  return split(texts.join(' '))
}

export const split = (text: string) => text.split(/\s+/).filter((it) => it !== '')
