import { nameOf } from '../phrases.js'
import { section } from '../define-paper.js'
import { flag, rows, text, texts } from '../view-parts.js'
import type { Family } from './families.js'
import type { Scope } from './scope.js'

const shape = {
  /** Is there a partnership that depends on one, or whose partners are not all named? */
  hasSingles: flag,
  /** Partnerships with one organisation beside ours, and with none. */
  single: rows({ name: text, with: text }),
  alone: texts,
  unnamed: rows({ name: text, groups: texts }),
  inNone: texts,
}

/** Partnerships that depend on one organisation, partners that are not named, and organisations at the edge. */
export const dependence = section(shape, ({ families, register, taking, counted }: Scope) => {
  const othersIn = (family: Family) => taking.filter((it) => it.stakes.some((stake) => stake.family === family))
  const groupsIn = ({ root, parts }: Family) => [
    ...new Set(
      [root, ...parts].flatMap((it) => it.partners.flatMap(({ group, count }) => describeGroup(group, count))),
    ),
  ]
  const members = new Set(taking.flatMap((it) => it.organisation.members))
  const single = families.flatMap((it) => {
    const [only, ...more] = othersIn(it)
    return only === undefined || more.length > 0 || groupsIn(it).length > 0
      ? []
      : [{ name: it.root.name, with: only.name }]
  })
  const alone = families
    .filter((it) => othersIn(it).length === 0 && groupsIn(it).length === 0)
    .map((it) => it.root.name)
  const unnamed = families.flatMap((it) =>
    groupsIn(it).length === 0 ? [] : [{ name: it.root.name, groups: groupsIn(it) }],
  )
  return {
    hasSingles: single.length + alone.length + unnamed.length > 0,
    single,
    alone,
    unnamed,
    inNone: register.organisations
      .filter(
        (it) => counted(it.id) === it && !members.has(it.id) && !taking.some(({ organisation }) => organisation === it),
      )
      .map((it) => nameOf(register, it.id)),
  }
})

const describeGroup = (group: string | undefined, count: number | undefined): string[] =>
  group === undefined ? [] : [count === undefined ? group : `${count} ${group}`]
