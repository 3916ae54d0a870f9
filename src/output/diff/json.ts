import { describeFact, type Fact, type RecordRef } from '../../diff/fact.js'
import { jsonText } from '../../model/clean.js'
import type { Place, At } from '../../model/place.js'
import { recordPath } from '../../model/record-path.js'
import { idOf } from '../../model/record-schemas.js'
import { capital } from '../../model/words.js'
import type { Finding } from '../../rules/check.js'
import { cleaned } from '../findings/cleaned.js'
import type { Locator } from '../located.js'
import type { DiffFormat, DiffReport } from './report.js'

/** What changed, for programs. `schemaVersion` rises when a key changes its meaning; every key is always there. */
export const json: DiffFormat = (report) => {
  const { diff, asOf, before, after, older, newer } = report
  const { introduced, unsilenced, mended, silenced, unchecked, leftOver } = diff.findings
  const content = {
    schemaVersion: 1,
    asOf,
    before,
    after,
    changes: diff.groups.flatMap(({ record, facts }) => facts.map((it) => change(record, it, report))),
    policy: diff.policy === undefined ? null : policy(report),
    findings: {
      introduced: introduced.map((it) => finding(it, newer)),
      unsilenced: unsilenced.map((it) => finding(it, newer)),
      leftOver: leftOver.map((it) => finding(it, newer)),
      mended: mended.map((it) => finding(it, older)),
      unchecked: unchecked.map((it) => finding(it, older)),
      silenced: silenced.map((it) => finding(it, older)),
    },
    totals: diff.totals,
    unread: {
      before: diff.unreadable.before.map((it) => older.printed(it)),
      after: diff.unreadable.after.map((it) => newer.printed(it)),
    },
  }
  return jsonText(cleaned(content))
}

function change({ kind: of, id, name }: RecordRef, fact: Fact, { older, newer }: DiffReport) {
  const { kind, weight, what = null, did, words = null, follows = false } = fact
  return {
    kind,
    weight,
    record: { kind: of, id, name },
    text: capital(describeFact(fact, { name })),
    what,
    did,
    words,
    because: (fact.because ?? []).map((it) => newer.because(it)),
    becauseBefore: (fact.becauseBefore ?? []).map((it) => older.because(it)),
    follows,
    before: place(fact.before, older),
    after: place(fact.after, newer),
  }
}

function place(at: Place | undefined, locator: Locator) {
  if (at === undefined) return null
  const { file, line, column } = locator.locate(at)
  return { file, line, column, path: pathOf(at, locator) }
}

const pathOf = (at: At, { register }: Locator) => recordPath(register, at)

function finding({ code, severity, message, at }: Finding, locator: Locator) {
  const { file, line, column } = locator.locate(at)
  return { code, severity, message, record: idOf(at.file), path: pathOf(at, locator), file, line, column }
}

function policy({ diff, older, newer }: DiffReport) {
  const { touched, of, consequences } = diff.policy!
  return {
    touched: touched.map(({ id, name }) => ({ id, name })),
    of,
    consequences: consequences.map(({ what, did, partnerships, because, becauseBefore }) => ({
      what,
      did,
      partnerships: partnerships.map((it) => it.id),
      because: because.map((it) => newer.because(it)),
      becauseBefore: becauseBefore.map((it) => older.because(it)),
    })),
  }
}
