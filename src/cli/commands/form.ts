import { chosenRecord } from '../../model/find-record.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { withRoleTitles } from '../../model/role-titles.js'
import { UsageError } from '../../model/usage-error.js'
import { textRows } from '../../output/rows/rows.js'
import { answerPolicy, type PolicyAnswers } from '../../policy/answers.js'
import { FORM_KINDS, formMarkdown, FORMS, type Form, type FormName } from '../../reports/forms/index.js'
import { openComplete, viewOf, write } from '../answer.js'
import { argument, choicesOf, defineCommand, option, type OptionsOf } from '../define-command.js'
import { answeringOptions } from '../options.js'
import type { Ports } from '../ports.js'

/** Turns a form into text of a format; what it needs is loaded when it is wanted. */
const FORMATS = {
  markdown: async () => formMarkdown,
  html: async () => {
    const [{ html }, { formStyle }] = await Promise.all([
      import('../../output/paper/html.js'),
      import('../../output/paper/form-style.js'),
    ])
    return (form: Form) => html(formMarkdown(form), { more: formStyle })
  },
  yaml: async () => (await import('../../reports/forms/form-yaml.js')).formYaml,
} as const
type FormatName = keyof typeof FORMATS

const options = [
  option('--for <id>', 'the organisation or partnership that fills it in; by default a blank form with every question'),
  option('--format <format>', 'output format; by default that of --out, or markdown', { choices: choicesOf(FORMATS) }),
  ...answeringOptions,
] as const
type Options = OptionsOf<typeof options>

export const form = defineCommand({
  name: 'form',
  description: 'Print a form to be filled in, with the questions that apply and the last answers',
  arguments: [argument('[form]', 'which form; by default, all are listed', { choices: choicesOf(FORMS) })],
  options,
  notes: `Markdown is for letters, HTML to read and print. YAML is filled in, and partners record self-assessment, risk-profile or
quality-review reads it with --from.`,
  examples: [
    'partners form self-assessment --for oxfordshire-mind',
    'partners form risk-profile --for omhp --out omhp-risks.html',
    'partners form quality-review --for omhp --format yaml --out visit.yaml',
  ],
  run,
})

async function run(ports: Ports, options: Options, name: FormName | undefined): Promise<void> {
  if (name === undefined) return list(ports, options)
  const { register: asWritten, asOf } = await openComplete(ports, options)
  const register = withRoleTitles(asWritten)
  const made = formOf(register, answerPolicy(register, asOf), name, options.for)
  const text = (await FORMATS[formatOf(options)]())(made)
  write(ports, options.out, text)
}

/** The form for a subject, by its id, name or alias; a blank one where none is named. */
function formOf(register: Register, policy: PolicyAnswers, name: FormName, subject: string | undefined): Form {
  const kind = FORM_KINDS[name]
  const record = subject === undefined ? undefined : chosenRecord(register, subject, kind.subject).record
  // the kind of record is that of the form
  return kind.make(register, policy, record as (Organisation & Partnership) | undefined)
}

/** @throws UsageError for a file that forms are not written as */
function formatOf({ format, out }: Options): FormatName {
  if (format !== undefined || out === undefined) return format ?? 'markdown'
  const ending = /\.(\w+)$/.exec(out)?.[1]?.toLowerCase()
  const found = { html: 'html', htm: 'html', yaml: 'yaml', yml: 'yaml', md: 'markdown', markdown: 'markdown' }[
    ending ?? 'md'
  ]
  if (found !== undefined) return found as FormatName
  throw new UsageError(
    `forms are not written as .${ending}`,
    'write --out form.html, and print it or open it in the word processor; or add --format',
  )
}

async function list(ports: Ports, options: Options): Promise<void> {
  if (options.for !== undefined || options.format !== undefined)
    throw new UsageError('no form is named', `forms: ${Object.keys(FORMS).join(', ')}`)
  const { table } = await import('../../output/rows/table.js')
  const rows = Object.entries(FORMS).map(([name, what]) => ({ name, what }))
  const text = table(textRows({ name: 'Form', what: 'What it is for' }, rows, ['what']), viewOf(ports, options))
  write(
    ports,
    options.out,
    `${text}\npartners form NAME prints a blank one, and with --for ID the one for that organisation or partnership.\n`,
  )
}
