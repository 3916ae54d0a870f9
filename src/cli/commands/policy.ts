import wrapAnsi from 'wrap-ansi'
import { clean, jsonText } from '../../model/clean.js'
import { Locator } from '../../output/located.js'
import { cell } from '../../output/markdown-cell.js'
import { changeRows, differencesOf, policyRows, formatEntry, type PolicyView } from '../../output/policy-rows.js'
import type { Rows } from '../../output/rows/rows.js'
import { policyChanges, POLICY_SECTIONS, statedIn, type PolicyChange, type Section } from '../../policy/stated.js'
import { nearest } from '../../model/nearest.js'
import type { PolicyFile } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { argument, defineCommand, option, optionWithDefault, type OptionsOf } from '../define-command.js'
import { openComplete, type Complete } from '../open-complete.js'
import { colourOptions, incompleteOption, mayColour, outOption, statesOptions } from '../options.js'
import { write } from '../output.js'
import type { ExitCode, Ports } from '../ports.js'

const options = [
  option('--diff', 'what the own policy adds to, replaces in and removes from the one it extends'),
  optionWithDefault('--format <format>', 'output format', 'table', { choices: ['table', 'json', 'markdown'] }),
  ...statesOptions,
  outOption,
  incompleteOption,
  ...colourOptions,
] as const
type Options = OptionsOf<typeof options>

export const policyCommand = defineCommand({
  name: 'policy',
  description: 'Show the effective policy: each entry with its file and line, own or inherited',
  arguments: [
    argument('[section]', `only this section: ${POLICY_SECTIONS.map((it) => it.name).join(', ')}`, {
      completes: () => POLICY_SECTIONS.map(({ name }) => ({ value: name })),
    }),
  ],
  options,
  examples: [
    'partners policy',
    'partners policy documents',
    'partners policy --diff                              own entries compared with inherited ones',
  ],
  run,
})

/** Shows the effective policy, or what the own one changes. */
async function run(ports: Ports, options: Options, section: string | undefined): Promise<ExitCode> {
  const opened = await openComplete(ports, options, ['policy'])
  const { policies } = opened.register
  const sections = chosenSections(section)
  const view = viewOf(opened, options.format)
  const changes = sections.map((it) => [it, policyChanges(policies, it)] as const)
  const stated = sections.map((it) => [it, statedIn(policies, it)] as const)
  if (options.format === 'json') {
    const { cleaned } = await import('../../output/findings/cleaned.js')
    const told = options.diff
      ? { changes: jsonChanges(opened, changes, view) }
      : { sections: jsonOf(opened, stated, view) }
    const head = { schemaVersion: 1, incomplete: opened.missing, policies: policies.map((it) => headOf(opened, it)) }
    write(ports, options.out, jsonText(cleaned({ ...head, ...told })))
    return 0
  }
  // each section is a table of its own, with columns as wide as it needs
  const tables = options.diff ? changes.map((it) => changeRows([it], view)) : stated.map((it) => policyRows([it], view))
  const texts = await Promise.all(tables.filter((it) => it.rows.length > 0).map((it) => formatted(ports, it, options)))
  const none = options.diff ? NO_CHANGE : 'Nothing is stated here.'
  write(
    ports,
    options.out,
    [headline(opened, options, ports.stdout.width), ...(texts.length === 0 ? [`${none}\n`] : texts)].join('\n'),
  )
  return 0
}

const NO_CHANGE = 'The own policy changes nothing here.'

function chosenSections(named: string | undefined): readonly Section[] {
  const found = POLICY_SECTIONS.filter((it) => named === undefined || it.name === named)
  if (found.length > 0) return found
  const names = POLICY_SECTIONS.map((it) => it.name)
  const meant = nearest(named!, names)
  const hint = meant === undefined ? `sections: ${names.join(', ')}` : `did you mean ${meant}?`
  throw new UsageError(`a policy has no section "${named}"`, hint)
}

function viewOf({ register, printed }: Complete, format: Options['format']): PolicyView {
  const locator = new Locator(register, printed)
  return {
    say: (at) => locator.say(at),
    isOwn: (file) => file === register.policies[0]?.file,
    currency: register.settings.currency ?? 'GBP',
    between: format === 'markdown' ? '; ' : '\n',
  }
}

/** Which policy it is, and what it builds on. */
function headline({ register: { policies }, printed }: Complete, { diff, format }: Options, width: number): string {
  const said = (text: string) =>
    format === 'markdown' ? `${cell(text)}\n` : `${wrapAnsi(clean(text), width, { hard: true })}\n`
  const [own, ...inherited] = policies.map((it) => `${it.data.title ?? it.id} (${printed(it.file)})`)
  if (own === undefined) return said('The register has no policy.')
  if (inherited.length === 0) return said(diff ? `${own} extends no other policy.` : own)
  return said(`${own}${diff ? ' against ' : ', which extends '}${inherited.join(', which extends ')}`)
}

async function formatted(ports: Ports, rows: Rows, { format, out, color }: Options): Promise<string> {
  if (format === 'markdown') return (await import('../../output/rows/markdown.js')).markdown(rows)
  const { table } = await import('../../output/rows/table.js')
  return table(rows, { width: ports.stdout.width, colour: out === undefined && mayColour(ports, color) })
}

const headOf = ({ printed }: Complete, { id, file, data }: PolicyFile) => ({
  id,
  title: data.title ?? null,
  file: printed(file),
  extends: data.extends ?? null,
})

function jsonOf(
  opened: Complete,
  sections: readonly (readonly [Section, ReturnType<typeof statedIn>])[],
  view: PolicyView,
): object {
  const locator = new Locator(opened.register, opened.printed)
  return Object.fromEntries(
    sections.map(([{ name }, entries]) => [
      name,
      entries.map((it) => {
        const { file, line } = locator.locate(it.at)
        return { id: it.id, own: view.isOwn(it.at.file), says: fieldsByKey(formatEntry(it, view.currency)), file, line }
      }),
    ]),
  )
}

function jsonChanges(
  opened: Complete,
  sections: readonly (readonly [Section, readonly PolicyChange[]])[],
  view: PolicyView,
): object[] {
  const locator = new Locator(opened.register, opened.printed)
  return sections.flatMap(([{ name }, changes]) =>
    changes.map((change) => {
      const entry = change.kind === 'taken out' ? change.was : change.is
      const { file, line } = locator.locate(change.kind === 'taken out' ? change.at : change.is.at)
      return {
        section: name,
        id: entry.id,
        change: change.kind,
        reason: change.kind === 'taken out' ? change.reason : null,
        says: change.kind === 'added' ? fieldsByKey(formatEntry(change.is, view.currency)) : null,
        differences: change.kind === 'replaced' ? differencesOf(change.is, change.was, view.currency) : [],
        file,
        line,
        inherited: change.kind === 'added' ? null : view.say(change.was.at),
      }
    }),
  )
}

/** By field; the only value that an entry has stands under `value`. */
const fieldsByKey = (said: ReturnType<typeof formatEntry>) =>
  Object.fromEntries(said.map(({ key, text }) => [key === '' ? 'value' : key, text]))
