// What this build of the tool can do: suites are left out, and say so, where it lacks what they measure.
import { outputOf } from './measure.js'
import { PARTNERS } from './work.js'

/** `--no-cache`, where `validate` knows it: what is called cold reads and checks every file. */
export function withoutCache(work) {
  const help = outputOf([PARTNERS, 'validate', '--help'], undefined, work)
  return help.includes('--no-cache') ? ['--no-cache'] : []
}

export function hasDiff(work) {
  return /^ {2}diff\b/m.test(outputOf([PARTNERS, '--help'], undefined, work))
}
