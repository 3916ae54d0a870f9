import { formatFigure } from '../figures/format-figure.js'
import { amountFigure, isOneOff, yearlyValue } from '../figures/yearly.js'
import { ASPECTS } from '../model/grade.js'
import { latestAssessment } from '../model/day.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { FACTS, type FactName } from '../model/condition.js'
import { at } from '../model/place.js'
import { hasParent, runningPartnerships, leadOf } from '../model/hierarchy.js'
import { capital, formatNames } from '../model/words.js'
import { hasNoMoney } from '../policy/facts.js'
import { dayColumn, numberColumn, one, roleColumn, wordColumn, type ListColumn, type ListInput } from './columns.js'
import { defineList } from './list.js'

type Column = ListColumn<Partnership>

/** A column of a fact that policy knows by the same name. */
const fact = (key: FactName): Column => ({
  key,
  label: capital(FACTS[key].label),
  type: FACTS[key].type,
  values: (it, { policy }) => policy.facts(it)[key],
})

/** The same where the fact is a field of the partnership: policy, which works out all facts at once, is not asked. */
const ownFact = (key: 'status' | 'kind' | 'directorate' | 'procurement' | 'statutory'): Column => ({
  ...fact(key),
  values: (it) => one(it[key]),
})

/** A part that states no value has none of its own, which does not mean zero. */
const isInWhole = (it: Partnership, { register }: ListInput) => it.value === undefined && hasParent(register, it)
const onceFigure = (value: NonNullable<Partnership['value']>, { name, file }: Partnership, input: ListInput) =>
  amountFigure(value, input.register, { name, at: at({ file }, 'value') })
const required = (it: Partnership, { policy }: ListInput) => policy.documentsAsShown(it).filter((duty) => !duty.unsure)

/** The partnerships of a register, parts among them. */
export const partnershipList = defineList<Partnership>({
  name: 'partnerships',
  summary: 'the partnerships of the register, parts among them',
  shown: ['name', 'status', 'kind', 'tier', 'annual-value', 'grades', 'lead'],
  order: 'name',
  rows: ({ register }) => register.partnerships,
  partnershipOf: (it) => it,
  counted: (rows, { register }) => {
    const { parts, proposals, ended } = runningPartnerships(register)
    const apart = [
      { some: parts, as: 'part of another partnership' },
      { some: proposals, as: 'proposed' },
      { some: ended, as: 'ended' },
    ].flatMap(({ some, as }) => {
      const among = new Set(some)
      const count = rows.filter((it) => among.has(it)).length
      return count === 0 ? [] : `${count} ${as}`
    })
    return apart.length === 0 ? undefined : `including ${formatNames(apart)}, not counted in papers`
  },
  fields: {
    schema: () => partnershipSchema,
    of: (it) => it,
    except: ['value-basis', 'data-level', 'importance-level'],
  },
  columns: [
    wordColumn('id', 'Id', (it) => it.id),
    wordColumn('name', 'Partnership', (it) => it.name),
    ownFact('status'),
    ownFact('kind'),
    fact('tier'),
    numberColumn('points', 'Points', (it, { policy }) => policy.tier(it).points),
    {
      ...fact('annual-value'),
      label: 'Value a year',
      text: (it, input) => {
        if (isInWhole(it, input)) return 'in that of its whole'
        if (it.value !== undefined && isOneOff(it)) return `${formatFigure(onceFigure(it.value, it, input))} once`
        if (hasNoMoney(it)) return 'none stated'
        const figure = yearlyValue(input.register, it)
        return figure === undefined ? undefined : formatFigure(figure)
      },
      // policy counts a one-off sum as that of a year; here there is no yearly value
      values: (it, input) =>
        isInWhole(it, input) || isOneOff(it) || hasNoMoney(it) ? [] : input.policy.facts(it)['annual-value'],
    },
    {
      key: 'value-once',
      label: 'Value once',
      type: 'money',
      values: (it) => (it.value !== undefined && isOneOff(it) ? [it.value.amount] : []),
      text: (it, input) =>
        it.value !== undefined && isOneOff(it) ? formatFigure(onceFigure(it.value, it, input)) : 'none',
    },
    wordColumn('basis', 'How sure the value is', (it) => it.value?.basis ?? []),
    wordColumn('direction', 'Direction', (it) => it.value?.direction),
    wordColumn(
      'grades',
      'Grades',
      (it, { asOf }) => {
        const latest = latestAssessment(it, asOf)
        return latest && ASPECTS.flatMap((aspect) => latest[aspect] ?? [])
      },
      (it, { asOf }) => {
        const latest = latestAssessment(it, asOf)
        return latest === undefined ? 'not graded' : ASPECTS.map((aspect) => latest[aspect] ?? '–').join('  ')
      },
    ),
    ...ASPECTS.map((aspect) => {
      const grade: Column['text'] = (it, { asOf }) => latestAssessment(it, asOf)?.[aspect]
      return wordColumn<Partnership>(aspect, capital(aspect), grade, (...row) => grade(...row) ?? 'not graded')
    }),
    roleColumn('lead', 'Lead', (it, { register }) => leadOf(register, it)),
    ownFact('directorate'),
    wordColumn('parent', 'Part of', (it) => it.parent ?? []),
    wordColumn('partners', 'Partners', ({ partners }) =>
      partners.length === 0 ? undefined : partners.flatMap((partner) => partner.organisation ?? partner.group ?? []),
    ),
    dayColumn('start', 'Start', (it) => it.start, { counts: 'first' }),
    dayColumn('end', 'End', (it) => it.end, { none: 'open-ended' }),
    fact('data'),
    fact('information-level'),
    fact('care'),
    ownFact('procurement'),
    fact('importance'),
    fact('our-role'),
    fact('highest-risk'),
    ownFact('statutory'),
    fact('data-direction'),
    fact('due-diligence'),
    {
      key: 'review-due',
      label: 'Review due',
      type: 'day',
      values: (it, { policy }) => one(policy.due('review', it)?.day),
    },
    {
      key: 'assessment-due',
      label: 'Assessment due',
      type: 'day',
      values: (it, { policy }) => one(policy.due('assessment', it)?.day),
    },
    numberColumn('documents-asked', 'Documents required', (it, input) => required(it, input).length),
    numberColumn('documents-wanting', 'Documents not in force', (it, input) => {
      const wanting = required(it, input).filter(({ state }) => ['missing', 'expired', 'unsigned'].includes(state))
      return wanting.length
    }),
    wordColumn('file', 'File', (it) => it.file),
  ],
})
