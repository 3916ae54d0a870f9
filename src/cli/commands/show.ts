import { Command, Option } from 'commander'
import { jsonText } from '../../model/clean.js'
import { withRoleTitles } from '../../model/role-titles.js'
import { Locator } from '../../output/located.js'
import { paperFormats } from '../../output/paper/index.js'
import { answerPolicy } from '../../policy/answers.js'
import { chosenRecord, type Chosen } from '../../reports/chosen.js'
import type { Paper, PaperInput } from '../../reports/paper.js'
import { showOrganisation } from '../../reports/show-organisation/index.js'
import { showPartnership } from '../../reports/show-partnership/index.js'
import { openComplete } from '../open-complete.js'
import { asOfOption } from '../as-of.js'
import {
  colourOptions,
  incompleteOption,
  mayColour,
  outOption,
  noCacheOption,
  registerOption,
  revisionOption,
} from '../options.js'
import { write } from '../output.js'
import { paperText } from '../paper-text.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { reviewStatusesFor } from '../review-statuses.js'

interface ShowOptions {
  register?: string
  cache?: boolean
  revision?: string
  asOf?: string
  kind?: Chosen['kind']
  format: 'text' | 'json' | 'markdown'
  out?: string
  incomplete?: boolean
  color?: boolean
}

export const show = (ports: Ports, exit: Exit) =>
  colourOptions(
    new Command('show')
      .description('tell all of one partnership or organisation, with the file and line behind everything')
      .argument('<id>', 'its id; a name or alias will do, where only one has it')
      .addOption(registerOption())
      .addOption(noCacheOption())
      .addOption(revisionOption())
      .addOption(asOfOption())
      .addOption(
        new Option('--kind <kind>', 'which is meant, where both have the id').choices(['partnership', 'organisation']),
      )
      .addOption(
        new Option('--format <format>', 'how it is written').choices(['text', 'json', 'markdown']).default('text'),
      )
      .addOption(outOption())
      .addOption(incompleteOption()),
  )
    .addHelpText('after', HELP)
    .action(async (id: string, options: ShowOptions) => exit(await runShow(ports, id, options)))

const HELP = `
Examples:
  $ partners show omhp
  $ partners show "TalkingSpace Plus" --as-of today
  $ partners show elmore --format json`

/** Tells all of one partnership or organisation. */
export async function runShow(ports: Ports, id: string, options: ShowOptions): Promise<ExitCode> {
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
    const told = { schemaVersion: 1, asOf, incomplete: missing, kind: chosen.kind, ...cleaned(paper.build(input).view) }
    write(ports, options.out, jsonText(told))
    return 0
  }
  const markdown = await paperText(ports, opened, paper, input)
  if (markdown === undefined) return 2
  const format = await paperFormats[options.format === 'markdown' ? 'md' : 'text']()
  const colour = options.out === undefined && mayColour(ports, options.color)
  write(ports, options.out, format(markdown, { width: ports.stdout.width, colour }))
  return 0
}
