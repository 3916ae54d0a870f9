import type { MoneyFigure } from '../../figures/figure.js'
import { yearlyValue } from '../../figures/yearly.js'
import { currencyOf } from '../../model/register-currency.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { runningPartnerships, type Running } from '../../model/hierarchy.js'
import type { Update } from '../../model/update.js'
import { annualValue } from '../../policy/facts.js'
import type { PaperInput } from '../paper.js'
import { by } from '../../model/order.js'
import { updateBefore } from '../../model/find-record.js'

/** What every section of the board update is built from. */
export interface Scope extends PaperInput {
  /** The update before, whose next steps this one answers. */
  readonly before: Update | undefined
  /** Partnerships that have not ended, with their parts. */
  readonly running: readonly Partnership[]
  /** Those of them that are no part of another. */
  readonly wholes: Running['wholes']
  /** Those of these that are agreed: what counts and totals are made of. */
  readonly top: Running['held']
  readonly ofEnded: Running['ofEnded']
  /** Those of them that are worth the threshold a year or more, the largest first; those of one value by name. */
  readonly over: readonly Worth[]
  readonly currency: string
  /** Pence a year from which a partnership is named with its value. */
  readonly threshold: number
}

/** A partnership with its yearly value, which is known. */
interface Worth {
  readonly partnership: Partnership
  readonly value: MoneyFigure
}

/** A million pounds in pence: the threshold of the 2019 paper, where policy names none. */
export const MILLION = 100_000_000

export function scopeOf(input: PaperInput): Scope {
  const { register, policy, update } = input
  const threshold = policy.policy.single('limits')?.['paper-value'] ?? MILLION
  const { all: running, wholes, held: top, ofEnded } = runningPartnerships(register)
  return {
    ...input,
    before: updateBefore(register, update),
    running,
    wholes,
    top,
    ofEnded,
    over: worthAtLeast(register, top, threshold),
    currency: currencyOf(register),
    threshold,
  }
}

/** Partnerships that policy values at the threshold a year or more, where their yearly value is known. */
export function worthAtLeast(register: Register, top: readonly Partnership[], threshold: number): Worth[] {
  const size = ({ partnership }: Worth) => annualValue(register, partnership) ?? 0
  return top
    .flatMap((partnership): Worth[] => {
      const value = yearlyValue(register, partnership)
      return value === undefined ? [] : [{ partnership, value }]
    })
    .filter((it) => size(it) >= threshold)
    .sort((a, b) => size(b) - size(a) || by<Worth>((it) => it.partnership.name)(a, b))
}
