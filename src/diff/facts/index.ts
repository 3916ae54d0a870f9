import type { RecordKind } from '../../model/record-kinds.js'
import type { FieldChange } from '../compare.js'
import type { Fact } from '../fact.js'
import { actions } from './actions.js'
import { documents } from './documents.js'
import { grades } from './grades.js'
import { merged } from './merged.js'
import { describeOther } from './other.js'
import { people } from './people.js'
import { baseline, policyEntries, severities } from './policy.js'
import { risks } from './risks.js'
import { stamps } from './stamps.js'
import { status } from './status.js'
import type { Pair, ChangeDescriber } from './change-describer.js'
import { unknown } from './unknown.js'
import { value } from './value.js'

/** The describers of each kind of record; the first that handles a change describes it. */
const DESCRIBERS: Partial<Record<RecordKind, readonly ChangeDescriber[]>> = {
  partnership: [status, value, people, grades, documents, risks, actions, stamps, unknown],
  organisation: [merged, documents, unknown],
  register: [severities, actions, unknown],
  policy: [policyEntries],
  update: [unknown],
  baseline: [baseline],
}

/** The changes of a record as facts. */
export function factsOf(kind: RecordKind, changes: readonly FieldChange[], pair: Pair): Fact[] {
  const left = new Set(changes)
  const described = (DESCRIBERS[kind] ?? []).flatMap((describer) => {
    const taken = [...left].filter((it) => describer.handles(it))
    for (const it of taken) left.delete(it)
    return taken.length === 0 ? [] : describer.describe(taken, pair)
  })
  const facts = [...described, ...[...left].map((it) => describeOther(it, pair))]
  // an entry for documents in policy.yaml is about policy, not about a document
  return kind === 'policy' ? facts.map((it) => ({ ...it, kind })) : facts
}
