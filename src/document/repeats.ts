import type { SyntaxProblem } from './node.js'

/** How often the same kind of problem is reported in one file. */
const AT_MOST = 20

/** A file of thousands of aliases has one mistake, not thousands. */
export function withoutRepeats(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  if (problems.length <= AT_MOST) return [...problems]
  return [...new Set(problems.map(({ code }) => code))].flatMap((code) => {
    const all = problems.filter((it) => it.code === code)
    const [last, more] = [all[AT_MOST], all.length - AT_MOST - 1]
    if (last === undefined || more === 0) return all
    const count = String(more).replace(/\B(?=(?:\d{3})+$)/g, ',')
    const message = `${last.message}; ${count} more of these follow in this file`
    return [...all.slice(0, AT_MOST), { ...last, message }]
  })
}
