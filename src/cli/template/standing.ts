import { digestOf, readCopy } from './copied.js'

/**
 * How a register stands to a built-in template: it has none of its own; an own one that is the same, or changed; a copy
 * that nobody changed of an earlier release's; one of which only the register knows; or one that cannot be read.
 */
export type Standing = 'built-in' | 'same' | 'changed' | 'older' | 'additional' | 'unreadable'

export interface Stands {
  readonly standing: Standing
  /** The release that it was copied from; undefined where nothing says so. */
  readonly from?: string | undefined
  /** Has the tool another text now than when it was copied? Undefined where that is not known. */
  readonly builtInChanged?: boolean | undefined
}

/** Compares a register's own text with the built-in one. */
export function compareTexts(builtIn: string | undefined, own: string): Stands {
  if (builtIn === undefined) return { standing: 'additional' }
  const { origin, body } = readCopy(own)
  const builtInChanged = origin && origin.digest !== digestOf(builtIn)
  const about = { from: origin?.version, builtInChanged }
  if (body === builtIn) return { standing: 'same', ...about }
  return { standing: origin?.digest === digestOf(body) ? 'older' : 'changed', ...about }
}

/** How an own one stands, as people read it. */
export function describeStanding({ standing, from, builtInChanged }: Stands): string {
  switch (standing) {
    case 'built-in':
      return '–'
    case 'same':
      return 'same as built-in'
    case 'changed':
      return builtInChanged ? `changed; so has the built-in one since release ${from}` : 'changed'
    case 'older':
      return `as in release ${from}; the built-in one has changed since, so delete it or copy it again`
    case 'additional':
      return 'only here'
    case 'unreadable':
      return 'cannot be read'
  }
}
