import { registerDiff } from '../../diff/register-diff.js'
import { diffFormats } from '../../output/diff/index.js'
import { isNone, type DiffReport } from '../../output/diff/report.js'
import { Locator } from '../../output/located.js'
import { focusOf } from '../../rules/depends-on.js'
import { inShell } from '../../model/in-shell.js'
import { UsageError } from '../../model/usage-error.js'
import { viewOf, write } from '../answer.js'
import { asOfOption, dayOf } from '../as-of.js'
import { argument, choicesOf, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { checkOpened } from '../checked.js'
import { openSides } from '../diff-sides.js'
import { describeDemands, openUnderPolicy } from '../other-policy.js'
import { colourOptions, outOption, readingOptions } from '../options.js'
import type { Opened } from '../open-register.js'
import type { ExitCode, Ports } from '../ports.js'
import { remark } from '../report-error.js'

const options = [
  ...readingOptions,
  asOfOption,
  optionWithDefault('--format <format>', 'output format', 'pretty', { choices: choicesOf(diffFormats) }),
  outOption,
  option('--all', 'show every record and finding, not only the first 30'),
  option('--policy <policy>', 'what another policy would ask of the register: a file, or a released policy by name'),
  option('--exit-code', 'exit with 1 if something changed'),
  ...colourOptions,
] as const
type Options = OptionsOf<typeof options>

export const diff = defineCommand({
  name: 'diff',
  description: 'Show what a change means: money, grades, documents, duties gained or lost, findings',
  arguments: [
    argument('[states...]', 'BASE..HEAD, BASE, or two folders; by default, where the work left the main branch', {
      completes: 'folders',
    }),
  ],
  options,
  notes: `BASE and HEAD are commits, branches or tags; BASE alone is compared with the working tree, and BASE...HEAD starts where
the two parted. Both states are judged as of one day, so that the passing of days is no change. If nothing changed,
nothing is printed. --policy NAME replaces what your policy extends and keeps your own entries; --policy FILE stands in for
policy.yaml.`,
  examples: [
    'partners diff                                          what this work changes',
    'partners diff v2026-04..HEAD',
    'partners diff main... --format markdown --out comment.md',
    'partners diff ../register-of-april .                   two folders',
    'partners diff --policy council-2026                     before it is adopted',
  ],
  run,
})

/** Compares two states of a register and shows what differs, and what follows from it. */
async function run(ports: Ports, options: Options, states: readonly string[]): Promise<ExitCode> {
  const { policy } = options
  if (policy !== undefined && states.length > 0)
    throw new UsageError(
      `--policy compares two policies for the register as it stands, so it cannot be combined with "${states.join(' ')}"`,
      'leave out the states, or --policy',
    )
  const { before, after } =
    policy === undefined
      ? await openSides(ports, states, options.register)
      : await openUnderPolicy(ports, policy, options.register)
  const asOf = await dayOf(ports, after, options.asOf, before.register)
  const focus = focusOf(before.register, after.register) // everything else has the same findings in both
  ports.progress?.checking(focus.partnerships.size)
  // the facts show what changed, so the history need not be searched
  const check = (it: Opened) => checkOpened(it, asOf, { focus, history: false })
  const [older, newer] = [await check(before), await check(after)]
  if (policy !== undefined) {
    const [was, will] = [older, newer].map((it) => describeDemands(it.register, it.policy))
    remark(ports, `documents required under ${before.label}: ${was}; under ${after.label}: ${will}`)
  }
  const report: DiffReport = {
    diff: registerDiff(older, newer, focus.partnerships),
    asOf,
    command: [
      'partners',
      'diff',
      ...[...states, ...(policy === undefined ? [] : ['--policy', policy])].map(inShell),
    ].join(' '),
    before: before.label,
    after: after.label,
    older: new Locator(older.register, before.printed),
    newer: new Locator(newer.register, after.printed),
  }
  const format = await diffFormats[options.format]()
  const text = await format(report, { ...viewOf(ports, options), all: options.all ?? false })
  if (text !== '' || options.out !== undefined) write(ports, options.out, text)
  if (text === '' && ports.stderr.isTerminal)
    remark(ports, `nothing changed between ${before.label} and ${after.label}`)
  return options.exitCode === true && !isNone(report) ? 1 : 0
}
