import { clean } from '../model/clean.js'
import { Locator } from '../output/located.js'
import type { Spot, WordingProblem } from '../reports/wording/check-wording.js'
import type { Paper, PaperInput } from '../reports/paper.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'
import { findWording } from './templates.js'

/**
 * Checks every word of a paper against its view model, then makes it as markdown; undefined when something is wrong
 * with its words, which was told on stderr.
 */
export async function paperText(
  ports: Ports,
  opened: Opened,
  paper: Paper,
  input: PaperInput,
  { template, trace = false }: { readonly template?: string | undefined; readonly trace?: boolean | undefined } = {},
): Promise<string | undefined> {
  const locator = new Locator(opened.register, opened.printed)
  const wording = findWording(ports, opened, paper.name, template)
  const { checkWording } = await import('../reports/wording/check-wording.js')
  const problems = checkWording(paper, wording, input, (at) => locator.locate(at))
  if (problems.length > 0) return void reportProblems(ports, problems)
  const { makePaper } = await import('../reports/make-paper.js')
  return makePaper(paper, wording, input, trace ? ({ at }) => locator.say(at) : undefined)
}

/** Tells what is wrong with the words of a paper; nothing was rendered. */
function reportProblems({ stderr }: Ports, problems: readonly WordingProblem[]): void {
  const say = ({ file, line, column }: Spot) => `${clean(file)}:${line}:${column}`
  for (const { message, hint, calls, ...spot } of problems) {
    const called = calls.length === 0 ? '' : ` (called at ${calls.map(say).join(', from ')})`
    stderr.write(`${say(spot)} ${clean(message)}; ${clean(hint)}${called}\n`)
  }
}
