import type { RecordKind } from '../../model/record-kinds.js'
import type { FieldChange } from '../compare.js'
import type { Fact, Pair, ChangeDescriber } from '../fact.js'
import { documents } from './documents.js'
import { grades, risks, actions, stamps } from './items.js'
import { describeOther } from './other.js'
import { status, people, value, merged, unknown, baseline, policyEntries, severities } from './fields.js'

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
