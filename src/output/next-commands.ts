import { counted } from '../model/words.js'
import type { Severity } from '../rules/rule.js'
import { optionNaming, type Proposal } from './findings/first.js'

/** What suggestions depend on. */
interface Situation {
  readonly partnerships: number
  /** Partnerships whose files could not be read at all. */
  readonly lostPartnerships: number
  /** Records that could not be read in full. */
  readonly unreadable: number
  readonly findings: Readonly<Record<Severity, number>>
  readonly overdue: number
  readonly dueSoon: number
  /** Requirements without a day that are not met. */
  readonly needed: number
  /** The register and the day, if the command line names them. */
  readonly named: string | undefined
  readonly asOf: string | undefined
}

const MOST = 4

/** Two to four commands, the most pressing first. */
export function nextCommands(situation: Situation): Proposal[] {
  const { named, asOf } = situation
  const which = `${optionNaming(named)}${asOf === undefined ? '' : ` --as-of ${asOf}`}`
  const written = ({ name, options = '', why, dated = true }: Suggestion): Proposal => ({
    command: `partners ${name}${dated ? which : optionNaming(named)}${options}`,
    why,
  })
  return [...suggestions(situation)].slice(0, MOST).map(written)
}

interface Suggestion {
  readonly name: string
  readonly options?: string
  readonly why: string
  /** Does the command answer for a day? */
  readonly dated?: boolean
}

function* suggestions(situation: Situation): Iterable<Suggestion> {
  const { partnerships, lostPartnerships, unreadable, findings, overdue, dueSoon, needed } = situation
  if (findings.error > 0) yield { name: 'validate', why: showsFindings(findings.error, 'error') }
  const late = overdue + needed
  // it refuses a register that cannot be read in full, unless that option is given
  const due = { name: 'due', options: unreadable > 0 ? ' --incomplete' : '' }
  if (late > 0) yield { ...due, why: `shows who has to do what is ${overdue > 0 ? 'overdue' : 'needed now'}` }
  else if (dueSoon > 0) yield { ...due, why: 'shows who has to do what is due soon' }
  const lesser = findings.warning + findings.info
  if (findings.error === 0 && lesser > 0) yield { name: 'validate', why: showsFindings(lesser, 'finding') }
  if (partnerships + lostPartnerships === 0) {
    yield { name: 'new', why: 'creates the first partnership; it asks for what is needed', dated: false }
    yield { name: 'schema partnership', why: 'shows what its file may contain', dated: false }
  } else {
    if (late + dueSoon === 0) yield { ...due, options: ` --within 180${due.options}`, why: 'looks half a year ahead' }
    if (unreadable === 0) {
      yield { name: 'report board-update', why: 'makes the paper for the Board' }
      yield { name: 'list', why: 'lists the partnerships' }
    }
  }
}

const showsFindings = (count: number, noun: string) =>
  count === 1 ? `shows the ${noun}, and how to fix it` : `shows the ${counted(count, noun)}, and how to fix each`
