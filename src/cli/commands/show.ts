import { dutiesOf } from '../../duties/index.js'
import { formatDay } from '../../model/day.js'
import { UsageError } from '../../model/usage-error.js'
import { leadPage, leadSheet } from '../../output/lead-page.js'
import { roleNamed } from '../../duties/role-named.js'
import { jsonText } from '../../model/clean.js'
import { withRoleTitles } from '../../model/role-titles.js'
import { Locator } from '../../output/located.js'
import { paperFormats } from '../../output/paper/index.js'
import { answerPolicy } from '../../policy/answers.js'
import { chosenRecord } from '../../model/find-record.js'
import type { Paper, PaperInput } from '../../reports/paper.js'
import { showOrganisation } from '../../reports/show-organisation/index.js'
import { showPartnership } from '../../reports/show-partnership/index.js'
import { answeringOptions } from '../options.js'
import { openComplete, viewOf, write, writeRows } from '../answer.js'
import { argument, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { paperText } from '../paper-run.js'
import type { ExitCode, Ports } from '../ports.js'
import { reviewStatusesFor } from '../checked.js'

const options = [
  option('--lead <role>', 'instead of a record, all that this role leads, sponsors or has to do', {
    conflicts: ['kind'],
  }),
  option('--kind <kind>', 'which one, if both have the id', { choices: ['partnership', 'organisation'] }),
  optionWithDefault('--format <format>', 'output format', 'text', { choices: ['text', 'json', 'markdown'] }),
  ...answeringOptions,
] as const
type Options = OptionsOf<typeof options>

export const show = defineCommand({
  name: 'show',
  description: 'Show everything about one partnership or organisation, or all that one role is accountable for',
  arguments: [argument('[id]', 'its id, or a name or alias that only one has')],
  options,
  examples: [
    'partners show omhp',
    'partners show "TalkingSpace Plus" --as-of today',
    'partners show elmore --format json',
    'partners show --lead "Chief Operating Officer"',
  ],
  run,
})

async function run(ports: Ports, options: Options, id: string | undefined): Promise<ExitCode> {
  if ((id === undefined) === (options.lead === undefined))
    throw new UsageError('show what? name a record, or a role with --lead', 'partners list shows the partnerships')
  return options.lead === undefined ? showRecord(ports, options, id!) : showLead(ports, options, options.lead)
}

/** Shows all that one role answers for. */
async function showLead(ports: Ports, options: Options, wanted: string): Promise<ExitCode> {
  const { register, asOf, missing } = await openComplete(ports, options)
  const policy = answerPolicy(register, asOf)
  const all = dutiesOf(register, policy)
  const role = roleNamed(
    register,
    all,
    wanted,
    register.partnerships.flatMap((it) => [it.lead, it.sponsor].filter((name) => name !== undefined)),
  )
  const near = all.filter((it) => it.due === undefined || it.due.last <= policy.soon)
  const page = leadPage(role, near, { register, policy, asOf })
  const format = options.format === 'text' ? 'table' : options.format
  await writeRows(
    ports,
    { ...options, format },
    {
      tables: () => page.tables,
      below: `${page.summary}, as of ${formatDay(asOf)}`,
      sheet: () => leadSheet(page),
      json: () => ({
        asOf,
        incomplete: missing,
        role,
        partnerships: page.partnerships.map(({ id, name, status }) => ({ record: id, name, status })),
        duties: page.duties.map(({ kind, what, about, due }) => ({
          kind,
          what,
          record: about.id,
          due: due?.last ?? null,
        })),
      }),
    },
  )
  return 0
}

/** Shows everything about one partnership or organisation. */
async function showRecord(ports: Ports, options: Options, id: string): Promise<ExitCode> {
  const opened = await openComplete(ports, options)
  const { asOf, printed, missing } = opened
  const register = withRoleTitles(opened.register)
  const chosen = chosenRecord(register, id, options.kind)
  const locator = new Locator(register, printed)
  const policy = answerPolicy(register, asOf)
  const subject = chosen.kind === 'partnership' ? chosen.record : undefined
  const paper: Paper = chosen.kind === 'partnership' ? showPartnership : showOrganisation
  const input: PaperInput = {
    register,
    policy,
    asOf,
    reviewStatuses: await reviewStatusesFor(paper, opened, { register, policy }, subject),
    update: undefined,
    provenance: '',
    subject,
    organisation: chosen.kind === 'organisation' ? chosen.record : undefined,
    say: (at) => locator.say(at),
  }
  if (options.format === 'json') {
    const { cleaned } = await import('../../output/findings/cleaned.js')
    const head = { schemaVersion: 1, asOf, incomplete: missing, kind: chosen.kind }
    write(ports, options.out, jsonText({ ...head, ...cleaned(paper.build(input).view) }))
    return 0
  }
  const markdown = await paperText(ports, opened, paper, input)
  if (markdown === undefined) return 2
  const format = await paperFormats[options.format === 'markdown' ? 'md' : 'text']()
  write(ports, options.out, format(markdown, viewOf(ports, options)))
  return 0
}
