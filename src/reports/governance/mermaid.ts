import { clean } from '../../model/clean.js'

/** A box of a flowchart; its shape shows what it is. */
interface ChartNode {
  readonly key: string
  readonly name: string
  readonly shape: 'box' | 'round' | 'double'
  /** Drawn with a broken line, as something about it is not known. */
  readonly isOpen: boolean
}

/** An arrow between two boxes, by their keys; with words of the paper's own beside it, or none. */
export interface ChartEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
}

const SHAPES = { box: ['["', '"]'], round: ['(["', '"])'], double: ['[["', '"]]'] } as const

/**
 * A flowchart in the words of Mermaid, arrows upwards. Boxes are called n1, n2 … in their order, so that no name of the
 * register can be a word of Mermaid, and the same register gives the same chart.
 */
export function flowchart(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): string {
  const ids = new Map(nodes.map(({ key }, index) => [key, `n${index + 1}`]))
  const boxes = nodes.map(({ key, name, shape }) => {
    const [before, after] = SHAPES[shape]
    return `  ${ids.get(key)}${before}${mermaidText(name)}${after}`
  })
  const arrows = edges.map(({ from, to, label }) => {
    const arrow = label === undefined ? '-->' : `-. ${label} .->`
    return `  ${ids.get(from)} ${arrow} ${ids.get(to)}`
  })
  const open = nodes.filter((it) => it.isOpen).map(({ key }) => ids.get(key))
  const style = open.length === 0 ? [] : ['  classDef open stroke-dasharray: 4 4', `  class ${open.join(',')} open`]
  return ['flowchart BT', ...boxes, ...arrows, ...style].join('\n')
}

/**
 * A text as it may stand between the quotes of a label. Whatever could be markup, a directive, the end of the label or
 * of the block around it is written as a code (`#35;`), which Mermaid shows as the character.
 */
export function mermaidText(text: string): string {
  const label = clean(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[^\p{L}\p{M}\p{N} ,.()’'/–-]/gu, coded)
    .replace(/^[-–.(]/u, coded) // a list, or a number in brackets that would begin one
    .replace(/^(\p{N}+)([.)])/u, (_, number: string, sign: string) => number + coded(sign))
  return label === '' ? '?' : label // an empty label is no label to Mermaid
}

const coded = (sign: string) => `#${sign.codePointAt(0)};`
