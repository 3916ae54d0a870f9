import { entryOf, type ListNode, type Node, type Path } from '../../document/node.js'
import { didYouMean } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import { pathsOf } from '../../model/plain.js'
import { ownPolicies } from '../../model/references.js'
import { RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { keysOf, metaAt, schemaAt } from '../../model/schema-walk.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { defineRegisterRule, isLost } from '../rule.js'
import { switchedOff, wordsOf, type Word } from './switched-off.js'

export const factValue = defineRegisterRule({
  code: 'reference/fact-value',
  severity: 'error',
  summary: 'A condition or a factor of policy.yaml names a value that its fact never has.',
  source: 'The values of the fields that facts are taken from, and the tiers and levels of the policy in force',
  why: 'The condition never holds, so nobody has to do what it requires: `kind: contrct` is not a contract.',
  remedy: 'Use one of the values; `has` takes a field of a partnership.',
  *check(checked) {
    const { register, policy } = checked
    yield* switchedOff(checked, 'information-levels', 'information-level')
    for (const file of ownPolicies(register))
      for (const named of wordsOf(file.data, [])) {
        const { fact, word } = named
        const known = knownWords(fact, policy)
        if (known === undefined || known.includes(word) || isLost(register, 'policy', MAPS[fact] ?? 'extends')) continue
        yield {
          at: at(file, ...wordIn(register.files.get(file.file)?.root, named)),
          key: `${fact} ${word}`,
          message: `"${word}" is not a ${fact === 'has' ? 'field of a partnership' : `value of ${fact}`}`,
          hint: didYouMean(word, known),
        }
      }
  },
})

/** The field that a fact is taken from, which lists its words. */
const FIELDS: Readonly<Record<string, readonly ['partnership' | 'organisation', ...Path]>> = {
  kind: ['partnership', 'kind'],
  status: ['partnership', 'status'],
  'value-direction': ['partnership', 'value', 'direction'],
  data: ['partnership', 'data', 'level'],
  'data-direction': ['partnership', 'data', 'direction'],
  processor: ['partnership', 'data', 'processor'],
  controllership: ['partnership', 'data', 'controllership'],
  'high-risk-data': ['partnership', 'data', 'high-risk', 0],
  'partner-role': ['partnership', 'partners', 0, 'roles', 0],
  'our-role': ['partnership', 'partners', 0, 'roles', 0],
  'partner-kind': ['organisation', 'kind'],
  'partner-register': ['organisation', 'identifiers', 0, 'scheme'],
  procurement: ['partnership', 'procurement'],
  'procurement-regime': ['partnership', 'procurement-regime'],
  importance: ['partnership', 'importance', 'level'],
}
const MAPS: Readonly<Record<string, 'tiers' | 'information-levels' | undefined>> = {
  tier: 'tiers',
  'information-level': 'information-levels',
}

/** The words that a fact can have; undefined where none are listed. */
function knownWords(fact: string, { policy }: PolicyAnswers): readonly string[] | undefined {
  if (fact === 'has') return keysOf(schemaAt(RECORD_SCHEMAS.partnership.schema, []))
  const map = MAPS[fact]
  if (map !== undefined) return policy.entries(map).map(({ id }) => id)
  const [kind, ...path] = FIELDS[fact] ?? []
  if (kind === undefined) return undefined
  return metaAt(RECORD_SCHEMAS[kind].schema, path)?.json['enum'] as string[] | undefined
}

/** Conditions do not keep the places of their parts, so the word is searched for in the file, below the path. */
function wordIn(root: Node | undefined, { fact, word, path }: Word): Path {
  const [condition, within] = [path.slice(0, -1), root && nodeAt(root, path.slice(0, -1))]
  const found = within && pathsOf(within, new Set(scalarsOf(within, word))).find((it) => it.includes(fact))
  return found === undefined ? path : [...condition, ...found]
}

const nodeAt = (root: Node, path: Path): Node | undefined =>
  path.reduce<Node | undefined>(
    (node, key) =>
      node?.kind === 'map' ? entryOf(node, String(key))?.value : (node as ListNode | undefined)?.items?.[Number(key)],
    root,
  )

function* scalarsOf(node: Node, text: string): Iterable<Node> {
  if (node.kind === 'scalar') {
    if (node.text === text) yield node
  } else
    for (const it of node.kind === 'list' ? node.items : node.entries.map(({ value }) => value))
      yield* scalarsOf(it, text)
}
