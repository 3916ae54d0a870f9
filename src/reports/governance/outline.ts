import type { StatedShape } from '../define-paper.js'
import { flowchart, type ChartEdge } from './mermaid.js'
import { flag, maybe, rows, text, texts } from '../view-parts.js'
import type { Link, Point, Reporting } from './reporting.js'

export const outline = {
  /** Each under the one that it reports to; `path` holds the names above it. */
  lines: rows({ path: texts, name: text, detail: maybe, again: flag }),
  /** Those that report to one another in a circle. */
  circle: texts,
  supports: rows({ who: text, whom: text }),
  /** Those without a reporting line. */
  open: texts,
  /** The source of a diagram of the same; null where there is nothing to draw. */
  diagram: maybe,
}
type Outline = StatedShape<typeof outline>

/** Who reports to whom: a list with each under its superior, circles, missing reporting lines, and a diagram. */
export function outlineOf(reporting: Reporting): Outline {
  const { points, reports, supports } = reporting
  const nameOf = (key: string) => points.find((it) => it.key === key)!.name
  const circle = points.filter((it) => reaches(it.key, it.key, reports))
  const open = points.filter((it) => it.needsSuperior && !reports.some(({ from }) => from === it.key))
  return {
    lines: linesOf(reporting),
    circle: circle.map((it) => it.name),
    supports: supports.map(({ from, to }) => ({ who: nameOf(from), whom: nameOf(to) })),
    open: open.map((it) => it.name),
    diagram: diagramOf(reporting, open),
  }
}

/** What is listed twice is listed in full the first time only, so that circles end. */
function linesOf({ points, reports }: Reporting): Outline['lines'] {
  const lines: Outline['lines'][number][] = []
  const seen = new Set<string>()
  const walk = (point: Point, path: readonly string[]): void => {
    const below = points.filter((it) => reports.some(({ from, to }) => from === it.key && to === point.key))
    const again = seen.has(point.key)
    lines.push({
      path,
      name: point.name,
      detail: again ? null : point.detail,
      again: again && below.length > 0,
    })
    if (again) return
    seen.add(point.key)
    for (const it of below) walk(it, [...path, point.name])
  }
  const isBelow = (it: Point) => reports.some(({ from }) => from === it.key)
  const isAbove = (it: Point) => reports.some(({ to }) => to === it.key)
  for (const it of points) if (isAbove(it) && !isBelow(it)) walk(it, [])
  for (const it of points) if (isBelow(it) && !seen.has(it.key)) walk(it, []) // only circles are left
  return lines
}

/** Does one point report to another, directly or through others? */
function reaches(from: string, to: string, links: readonly Link[]): boolean {
  const seen = new Set<string>()
  const ahead = [from]
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    for (const link of links) {
      if (link.from !== key) continue
      if (link.to === to) return true
      if (!seen.has(link.to)) ahead.push(link.to)
      seen.add(link.to)
    }
  }
  return false
}

const SHAPES = { body: 'box', role: 'round', boards: 'double' } as const

function diagramOf({ points, reports, supports }: Reporting, open: readonly Point[]): string | null {
  if (reports.length + supports.length === 0) return null
  const edges: ChartEdge[] = [...reports, ...supports.map((it) => ({ ...it, label: 'supports' }))]
  // points without a line would only widen the chart; they are listed as open
  const linked = points.filter((it) => edges.some(({ from, to }) => from === it.key || to === it.key))
  return flowchart(
    linked.map((it) => ({ key: it.key, name: it.name, shape: SHAPES[it.kind], isOpen: open.includes(it) })),
    edges,
  )
}
