import { Locator } from '../../output/located.js'
import { changeRows, differencesOf, policyRows, formatEntry, type PolicyView } from '../../output/policy-rows.js'
import { levelPage } from '../../output/level-page.js'
import { rowFormats, type Answer, type RowFormat } from '../../output/rows/index.js'
import { organisationOf } from '../../policy/facts.js'
import { levelMatrix } from '../../policy/level-matrix.js'
import { mergePolicies } from '../../policy/merge.js'
import {
  policyChanges,
  POLICY_SECTIONS,
  statedIn,
  type PolicyChange,
  type Section,
  type Stated,
} from '../../policy/stated.js'
import { didYouMean } from '../../model/nearest.js'
import type { PolicyFile } from '../../model/register.js'
import { currencyOf } from '../../model/register-currency.js'
import { UsageError } from '../../model/usage-error.js'
import { type Complete, openComplete, viewOf, write } from '../answer.js'
import { argument, choicesOf, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { colourOptions, incompleteOption, outOption, statesOptions } from '../options.js'
import type { Ports } from '../ports.js'

/** Those of rows, and their markdown as a page. */
const FORMATS = {
  ...rowFormats,
  html: async (): Promise<RowFormat> => {
    const [markdown, { html }] = await Promise.all([rowFormats.markdown(), import('../../output/paper/html.js')])
    return (answer, view) => html(`# Policy in force\n\n${markdown(answer, view)}`)
  },
}

const options = [
  option('--diff', 'what your own policy adds to, replaces in and removes from the one it extends'),
  optionWithDefault('--format <format>', 'output format', 'table', { choices: choicesOf(FORMATS) }),
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
  notes: `As markdown or HTML, the section information-levels is one page to agree with the Head of Information Governance: which level
needs which document, on what that rests, and who decides.`,
  examples: [
    'partners policy',
    'partners policy documents',
    'partners policy information-levels --format html --out levels.html',
    'partners policy --diff                              own entries compared with inherited ones',
  ],
  run,
})

/** Shows the effective policy, or what the own policy changes. */
async function run(ports: Ports, options: Options, section: string | undefined): Promise<void> {
  const opened = await openComplete(ports, options, ['policy'])
  const { policies } = opened.register
  const sections = chosenSections(section)
  const page = section === 'information-levels' && isPage(options) ? levelPageOf(opened) : undefined
  if (page !== undefined) return writePage(ports, options, page)
  const view = policyView(opened, options.format)
  const changes = sections.map((it) => [it, policyChanges(policies, it)] as const)
  const stated = sections.map((it) => [it, statedIn(policies, it)] as const)
  const entries = options.diff ? changes : stated
  const isEmpty = entries.every(([, it]) => it.length === 0)
  const answer: Answer = {
    above: headline(opened, options),
    // each section is a table of its own, with columns as wide as it needs
    tables: () =>
      options.diff ? changes.map((it) => changeRows([it], view)) : stated.map((it) => policyRows([it], view)),
    ...(isEmpty && { below: options.diff ? NO_CHANGE : 'Nothing is stated here.' }),
    json: () => ({
      incomplete: opened.missing,
      policies: policies.map((it) => headOf(opened, it)),
      ...(options.diff ? { changes: jsonChanges(opened, changes, view) } : { sections: jsonOf(opened, stated, view) }),
    }),
  }
  const render = await FORMATS[options.format]()
  write(ports, options.out, render(answer, viewOf(ports, options)))
}

/** Is it asked for in a form that people take to a meeting? */
const isPage = ({ format, diff }: Options) => !diff && (format === 'markdown' || format === 'html')

/** Which levels of information governance need which documents; undefined where the policy has none of them. */
function levelPageOf({ register, asOf }: Complete): string | undefined {
  const policy = mergePolicies(register.policies)
  const matrix = levelMatrix(policy)
  if (matrix.levels.length === 0 || matrix.rows.length === 0) return undefined
  const { organisation } = register.settings
  return levelPage(matrix, {
    organisation: organisationOf(register, organisation)?.name ?? organisation,
    policy: register.policies.map(({ data }) => data.title ?? 'its own policy').join(', which extends '),
    currency: currencyOf(register),
    asOf,
    titleOf: (type) => policy.entries('documents').find(({ id }) => id === type)?.data.title ?? type,
  })
}

async function writePage(ports: Ports, { format, out }: Options, page: string): Promise<void> {
  if (format === 'markdown') return write(ports, out, page)
  const [{ html }, { landscapeStyle }] = await Promise.all([
    import('../../output/paper/html.js'),
    import('../../output/paper/landscape-style.js'),
  ])
  write(ports, out, html(page, { more: landscapeStyle }))
}

const NO_CHANGE = 'The own policy changes nothing here.'

function chosenSections(named: string | undefined): readonly Section[] {
  const found = POLICY_SECTIONS.filter((it) => named === undefined || it.name === named)
  if (found.length > 0) return found
  const names = POLICY_SECTIONS.map((it) => it.name)
  throw new UsageError(`a policy has no section "${named}"`, didYouMean(named!, names, `sections: ${names.join(', ')}`))
}

function policyView({ register, printed }: Complete, format: Options['format']): PolicyView {
  const locator = new Locator(register, printed)
  return {
    say: (at) => locator.say(at),
    isOwn: (file) => file === register.policies[0]?.file,
    currency: currencyOf(register),
    between: format === 'table' ? '\n' : '; ',
  }
}

/** The name of the policy, and of those that it extends. */
function headline({ register: { policies }, printed }: Complete, { diff }: Options): string {
  const [own, ...inherited] = policies.map((it) => `${it.data.title ?? it.id} (${printed(it.file)})`)
  if (own === undefined) return 'The register has no policy.'
  if (inherited.length === 0) return diff ? `${own} extends no other policy.` : own
  return `${own}${diff ? ' compared with ' : ', which extends '}${inherited.join(', which extends ')}`
}

const headOf = ({ printed }: Complete, { id, file, data }: PolicyFile) => {
  return { id, title: data.title ?? null, file: printed(file), extends: data.extends ?? null }
}

/** A section of policy with its entries or changes. */
type Of<Entry> = readonly [Section, readonly Entry[]]

function jsonOf(opened: Complete, sections: readonly Of<Stated>[], view: PolicyView) {
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

function jsonChanges(opened: Complete, sections: readonly Of<PolicyChange>[], view: PolicyView) {
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

/** By field; the only value of an entry is called `value`. */
const fieldsByKey = (fields: ReturnType<typeof formatEntry>) =>
  Object.fromEntries(fields.map(({ key, text }) => [key === '' ? 'value' : key, text]))
