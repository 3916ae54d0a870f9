import * as z from 'zod'
import { nearest } from '../../model/nearest.js'
import { elementOf, kindOf, shapeOf, type Kind, type Schema } from './view-kind.js'

/** The name of the figure that counts a list, for a view that holds both. */
export const countedBy = z.registry<{ readonly figure: string }>()

type Unit = Extract<Kind, 'count' | 'money' | 'percent'>
const UNITS: Record<Unit, string> = { count: 'counts', money: 'sums of money', percent: 'per cents' }

/** A hint where a helper was not given a figure of its unit: the figure that was probably meant, or those available. */
export function figureMeant(written: string, unit: Unit, scope: Schema): string {
  const { direct, listed } = figuresOf(scope, unit)
  const list = shapeOf(scope)?.[written]
  const counting = unit === 'count' && list !== undefined ? countedBy.get(list)?.figure : undefined
  if (counting !== undefined) return `write {{count ${counting}}}`
  const parts = direct.filter((name) => name.startsWith(`${written}.`))
  if (parts.length > 0) return `name one of its ${UNITS[unit]}: ${parts.join(', ')}`
  const meant = nearest(written, [...direct, ...listed.flatMap((it) => [it.list, it.name])])
  if (meant !== undefined && direct.includes(meant)) return `did you mean ${meant}?`
  const inList = listed.find((it) => it.list === meant) ?? listed.find((it) => it.name === meant)
  if (inList !== undefined) return `write {{#each ${inList.list}}} {{${unit} ${inList.name}}} {{/each}}`
  if (direct.length > 0) return `${UNITS[unit]} here: ${direct.join(', ')}`
  const all = listed.map((it) => `${it.name} of each of ${it.list}`)
  return all.length === 0 ? `there are no ${UNITS[unit]} here` : `${UNITS[unit]} here: ${all.join(', ')}`
}

/** The figures of a group by their paths, and those of the rows of its lists. */
function figuresOf(group: Schema, unit: Unit): { direct: string[]; listed: { list: string; name: string }[] } {
  const direct: string[] = []
  const listed: { list: string; name: string }[] = []
  const walk = (schema: Schema, before: string) => {
    for (const [key, value] of Object.entries(shapeOf(schema) ?? {})) {
      const name = `${before}${key}`
      const row = elementOf(value)
      if (kindOf(value) === unit) direct.push(name)
      else if (row === undefined) walk(value, `${name}.`)
      else listed.push(...figuresOf(row, unit).direct.map((it) => ({ list: name, name: it })))
    }
  }
  walk(group, '')
  return { direct, listed }
}
