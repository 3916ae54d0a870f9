import { itemFields } from '../../edits/item-fields.js'
import { ITEM_KINDS } from '../../edits/item-kinds.js'
import { recordItem, recordRecommendation, type ItemRequest } from '../../edits/record-item.js'
import { partnershipTarget, targetOf, WHOLE } from '../../edits/target.js'
import { didYouMean } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import { changeRegister, changingOptions, type ChangeOptions } from '../change.js'
import { argument, defineCommand, option, type TypedOption } from '../define-command.js'
import { fieldOption } from '../options.js'
import type { Ports } from '../ports.js'

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

function run(ports: Ports, options: Options, id: string | undefined) {
  const [audit, evaluation] = [options['audit'], options['evaluation']] as (string | undefined)[]
  const request = requestOf(options)
  if (audit !== undefined && (id !== undefined || evaluation !== undefined))
    throw new UsageError('--audit names an audit of register.yaml', 'leave out the partnership and --evaluation')
  if (audit === undefined && id === undefined)
    throw new UsageError(
      'a recommendation belongs to a partnership or to an audit',
      'name the partnership, or write --audit',
    )
  return changeRegister(ports, options, ({ register, asOf }) => {
    if (audit !== undefined) {
      const target = targetOf(register, WHOLE)
      return recordRecommendation(register, target, placeOf(register.settings.audits, 'audits', audit), request)
    }
    const target = partnershipTarget(register, id!)
    if (evaluation === undefined) return recordItem(register, target, 'recommendation', request, asOf)
    const place = placeOf(target.record.evaluations, 'evaluations', evaluation)
    return recordRecommendation(register, target, place, request)
  })
}

const requestOf = (options: Readonly<Record<string, unknown>>): ItemRequest =>
  Object.fromEntries(
    [...fields.map((it) => it.option), 'text'].map((name) => [name, options[name] as string | undefined]),
  )

/** The audit or evaluation that is meant. @throws UsageError if there is none, with the nearest */
function placeOf(
  all: readonly { readonly id?: string | undefined; readonly title: string }[],
  list: string,
  named: string,
) {
  const isMeant = (text: string | undefined) => text?.toLowerCase() === named.trim().toLowerCase()
  const index = all.findIndex((it) => isMeant(it.id) || isMeant(it.title))
  if (index === -1) {
    const names = all.map((it) => it.id ?? it.title)
    throw new UsageError(`there is no "${named}" among the ${list}`, didYouMean(named, names))
  }
  return { of: [list, index], from: all[index]!.title }
}
