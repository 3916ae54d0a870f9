import type { SyntaxProblem } from './node.js'

/** How often the same kind of problem is reported in one file. */
const AT_MOST = 20

/** A file of thousands of aliases has one mistake, not thousands. */
export function withoutRepeats(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  if (problems.length <= AT_MOST) return [...problems]
  const byCode = new Map<string, SyntaxProblem[]>()
  for (const problem of problems) {
    const alike = byCode.get(problem.code)
    if (alike === undefined) byCode.set(problem.code, [problem])
    else alike.push(problem)
  }
  return [...byCode.values()].flatMap((all) => {
    const [last, more] = [all[AT_MOST], all.length - AT_MOST]
    if (last === undefined || more === 1) return all
    return [
      ...all.slice(0, AT_MOST),
      { ...last, message: `${last.message}; ${describeCount(more - 1)} more of these follow in this file` },
    ]
  })
}

const describeCount = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
