import { echoed } from '../../edits/echoed.js'
import { itemFields } from '../../edits/item-fields.js'
import { ITEM_KINDS } from '../../edits/item-kinds.js'
import { recordItem, recordRecommendation, type ItemRequest } from '../../edits/record-item.js'
import { partnershipTarget, targetOf, WHOLE, type Target } from '../../edits/target.js'
import { slug } from '../../model/id.js'
import { didYouMean } from '../../model/nearest.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { mayAsk } from '../ask/field.js'
import { askItem } from '../ask/item.js'
import { changeRegister, changingOptions, type ChangeOptions } from '../change.js'
import { argument, defineCommand, option, type TypedOption } from '../define-command.js'
import { fieldOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'

const fields = itemFields('recommendation')

export const recordRecommendationCommand = defineCommand({
  name: 'recommendation',
  description: ITEM_KINDS.recommendation.help,
  arguments: [argument('[partnership]', 'its id, name or alias; with --audit it is left out')],
  options: [
    option('--audit <id>', 'of this audit of register.yaml, by its id or title'),
    option('--evaluation <id>', 'of this evaluation of the partnership, by its id or title'),
    ...fields.map((it): TypedOption => fieldOption(it.option, it.meta, it.item)),
    option('--text <text>', 'the same as --title'),
    ...changingOptions,
  ],
  examples: [
    'partners record recommendation --audit partnership-working --title "Sign every contract" --priority high --due 2019-09',
    'partners record recommendation omhp --title "Agree an exit plan" --owner "Director of Corporate Affairs"',
  ],
  run: (ports, options, id) => run(ports, options, id),
})

type Options = ChangeOptions & Readonly<Record<string, unknown>>

async function run(ports: Ports, options: Options, id: string | undefined): Promise<ExitCode> {
  const find = finder(options, id)
  const given = requestOf(options)
  const request = mayAsk(ports)
    ? await askItem(ports, 'recommendation', (register) => find(register).target, given, options)
    : given
  return changeRegister(ports, options, ({ register, asOf }) => {
    const { target, place } = find(register)
    return place === undefined
      ? recordItem(register, target as Target<Partnership>, 'recommendation', request, asOf)
      : recordRecommendation(register, target, place, request)
  })
}

/** Finds what the options say that a recommendation is of. @throws UsageError if they contradict each other */
function finder(options: Options, id: string | undefined): (register: Register) => Found {
  const [audit, evaluation] = [options['audit'], options['evaluation']] as (string | undefined)[]
  if (audit !== undefined && (id !== undefined || evaluation !== undefined))
    throw new UsageError('--audit names an audit of register.yaml', 'leave out the partnership and --evaluation')
  if (audit !== undefined)
    return (register) => ({
      target: targetOf(register, WHOLE),
      place: placeOf(register.settings.audits, 'audits', audit),
    })
  if (id === undefined)
    throw new UsageError(
      'a recommendation belongs to a partnership or to an audit',
      'name the partnership, or write --audit',
    )
  return (register) => {
    const target = partnershipTarget(register, id)
    return {
      target,
      place: evaluation === undefined ? undefined : placeOf(target.record.evaluations, 'evaluations', evaluation),
    }
  }
}

/** The record, and the audit or evaluation in it, if it is of one. */
interface Found {
  readonly target: Target
  readonly place: ReturnType<typeof placeOf> | undefined
}

const requestOf = (options: Readonly<Record<string, unknown>>): ItemRequest =>
  Object.fromEntries(
    [...fields.map((it) => it.option), 'text'].map((name) => [name, options[name] as string | undefined]),
  )

const HOW_TO_ADD = {
  audits: `there are none; partners set register 'audits[+].title' "Partnership working" adds one`,
  evaluations: 'there are none; partners record evaluation adds one',
}

/** The audit or evaluation that is meant, by its id, its title or the title as an id. @throws UsageError with the nearest if nothing matches */
function placeOf(
  all: readonly { readonly id?: string | undefined; readonly title: string }[],
  list: keyof typeof HOW_TO_ADD,
  named: string,
) {
  const isMeant = (text: string | undefined) => text?.toLowerCase() === named.trim().toLowerCase()
  const index = all.findIndex((it) => isMeant(it.id) || isMeant(it.title) || isMeant(slug(it.title)))
  if (index === -1) {
    const names = all.map((it) => it.id ?? it.title)
    throw new UsageError(
      `there is no "${echoed(named)}" among the ${list}`,
      names.length === 0 ? HOW_TO_ADD[list] : didYouMean(echoed(named), names),
    )
  }
  return { of: [list, index], from: all[index]!.title }
}
