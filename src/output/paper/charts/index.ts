import { bars } from './bars.js'
import type { Chart } from './chart.js'
import { map } from './map.js'
import { stacked } from './stacked.js'
import { timeline } from './timeline.js'

/** The charts by the word that a marker has for them. */
export const charts: ReadonlyMap<string, Chart> = new Map(Object.entries({ bars, stacked, map, timeline }))
