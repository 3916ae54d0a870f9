import { clean } from '../../model/clean.js'
import { REGISTER, type NewRegister } from './files.js'
import type { Outcome } from './write.js'

/** The outcome of a file, in a line, and what a person has to add to it, if anything. */
export function describeFiles(outcome: Outcome, dryRun: boolean): string {
  const { path } = outcome
  switch (outcome.state) {
    case 'written':
      return `${dryRun ? 'would write' : 'wrote'} ${path}\n`
    case 'same':
      return `kept ${path}, which is already the same\n`
    case 'kept':
      return `kept ${path}, which already exists\n`
    case 'below-top':
      return `left out ${path}: it is read only at the top of the repository, ${clean(outcome.top)}\n`
    case 'to-add':
      return `kept ${path}, which already exists; add this:\n${toAdd(outcome.text)}`
  }
}

const toAdd = (text: string) =>
  text
    .split('\n')
    .filter((it) => it !== '' && !it.startsWith('#'))
    .map((it) => `    ${it}\n`)
    .join('')

/** What to do next. */
export function endingOf({ name, id, kind, ci, source }: NewRegister, folder: string): string {
  const commands = [
    ['npm install', 'installs the tool that package.json names'],
    ['npx --no partners validate', 'checks the register'],
    ['npx --no partners report board-update', 'makes the first paper'],
    ['npx --no partners show sample-partnership', 'shows everything about one partnership'],
  ]
  const lines = commands.map(([command, does]) => `  ${command!.padEnd(43)}${does}`)
  return [
    '',
    clean(`This is the register of ${name}.`),
    ...(kind === 'unknown' ? [`Its kind is not known yet: write it in ${REGISTER}/organisations/${id}.yaml.`] : []),
    ...formatPackage(source, ci.length > 0),
    '',
    folder === '' ? 'Next:' : `Next, in ${clean(folder)}:`,
    ...lines,
    'Then commit all of it: partners diff shows what changes after that.',
    '',
  ].join('\n')
}

/** Whoever owns a name on the npm registry decides what runs here and in CI, so it is worth a check. */
function formatPackage(source: string, hasCi: boolean): string[] {
  const who = hasCi ? 'CI and package.json take' : 'package.json takes'
  if (/[/:]/.test(source)) return [`${who} the tool from ${source}.`]
  return [
    `${who} ${source} from the npm registry: check that it is`,
    'there and is this tool, or name another source with --package, such as a file',
    'that npm pack made and that is kept here: ./tools/partners-0.1.0.tgz',
  ]
}
