import { expect, test } from 'vitest'
import type { RecordKind } from '../../src/model/record-kinds.js'
import { quickRecord } from '../../src/model/quick-record.js'
import { Random } from '../../bench/generate/random.js'
import { casesOf, PATIENCE, SEED } from './cases.js'
import { Comparison } from './compare.js'
import { mutated } from './mutate.js'

/* Every form that a markdown record may have, for each kind of record, right or wrong. */

const FRONTS: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  partnership: ['name: Alpha\nstatus: active\n', 'name: Alpha\nstatus: active\nrationale: Why\n', 'name: Alpha\n'],
  organisation: ['name: Mind\nkind: third-sector\n', 'name: Mind\nkind: third-sector\nsummary: What it is\n'],
  update: [
    'as-of: 2023-04-01\n',
    'as-of: 2023-04-01\ntitle: Alpha\n',
    'as-of: 2023-04-01\nsections:\n  - heading: Purpose\n    text: In the front matter\n',
    'as-of: 2023-04-01\nsections: []\n',
  ],
}

const OPENINGS = [
  '---\n',
  '--- \n',
  '---\t\n',
  '\uFEFF---\n',
  '---\r\n',
  '\n---\n',
  '--\n',
  '---\n---\n',
  '---\n\n# comment\n',
  '',
]
const CLOSINGS = [
  '---\n',
  '---',
  '--- \n',
  '---\t\n',
  '...\n',
  '... \n',
  '---\r\n',
  ' ---\n',
  '----\n',
  '---x\n',
  '',
  '---\n---\n',
]

const BODIES = [
  '',
  '\n\n',
  '\n## Rationale\n\nThey share a building.\n',
  '## Rationale\nOne.\n## Scope\nTwo.\n',
  '\n## Rationale\n\nOne.\n\n## Rationale\n\nTwo.\n',
  '\n## Rationale\n\n## Scope\n\nTwo.\n',
  '\n## Rationale\n\n \n',
  '\n## rationale\n\nOne.\n',
  '\n## Unknown heading\n\nOne.\n',
  '\n## Unknown heading\n',
  '\n## \n\nOne.\n',
  '\n##\n\nOne.\n',
  '\n##Rationale\n\nOne.\n',
  '\n## Rationale ##\n\nOne.\n',
  '\n##  Rationale \t\n\nOne.\n',
  '\n # Rationale\n\nOne.\n',
  '\n### Rationale\n\nOne.\n',
  '\n# Alpha\n\n## Rationale\n\nOne.\n',
  '\n# Another title\n\n## Rationale\n\nOne.\n',
  '\n<!-- a comment -->\n\n## Rationale\n\nOne.\n',
  '\nText before.\n\n## Rationale\n\nOne.\n',
  '\n## Rationale\n\n```\n## Scope\n```\n\nOne.\n',
  '\n## Rationale\n\n```\n## Scope\nnot closed\n',
  '\n## Rationale\n\n~~~~\n```\n## Scope\n~~~\n~~~~\n\n## Scope\n\nTwo.\n',
  '\n## Rationale\n\n    ## Scope\n\n- one\n- two\n',
  '\n## Rationale\n\n\u00A0One.\u00A0\n',
  '\n## Rationale\n\ncafe\u0301 \u200B\uFEFFtwo\u3000lines\nof 😀 it\n',
  '\n## Rationale\n\nOne\u2028## Scope\n',
  '\n## Rationale\r\rOne.\r## Scope\rTwo\r',
  '\n## Rationale\n\none\u0007bell\n',
  '\n## Rationale\n\n…\n',
  '\n## Rationale\n\n---\n\nOne.\n\n---\n',
  '\n## Purpose\n\nOne.\n\n## Purpose\n\nTwo.\n\n## constructor\n\nThree.\n\n## __proto__\n\nFour.\n',
  '\n## Name\n\nBeta\n',
  '\n## Summary\n\nOne.\n',
]

const USUAL = { opening: ['---\n'], closing: ['---\n'], bodies: ['\n## Rationale\n\nThey share a building.\n'] }

/** Each combination of the parts. */
const combined = ({ opening, closing, bodies }: typeof USUAL) =>
  Object.entries(FRONTS).flatMap(([kind, fronts]) =>
    fronts.flatMap((front) =>
      opening.flatMap((open) =>
        closing.flatMap((close) =>
          bodies.map((body) => ({ kind: kind as RecordKind, text: open + front + close + body })),
        ),
      ),
    ),
  )

test('markdown is read alike in all its forms, with both kinds of line ends', () => {
  const comparison = new Comparison()
  for (const { kind, text } of [
    ...combined({ ...USUAL, bodies: BODIES }),
    ...combined({ ...USUAL, opening: OPENINGS, closing: CLOSINGS }),
  ])
    for (const lines of [text, text.replaceAll('\n', '\r\n')])
      comparison.compare({ file: `${kind}.md`, kind, bytes: Buffer.from(lines) }, undefined, 'a form of markdown')
  expect(comparison.differences).toBe('')
  expect(comparison.share).toBeGreaterThan(0.1)
})

test('and so it is when the forms meet, and are changed', { timeout: PATIENCE }, () => {
  const comparison = new Comparison()
  const count = casesOf(1500)
  for (let index = 0; index < count; index++) {
    const random = new Random('markdown', SEED, index)
    const usually = <T>([usual]: T[], all: readonly T[]): T[] => [random.chance(0.6) ? usual! : random.pick(all)]
    const { kind, text } = random.pick(
      combined({
        opening: usually(USUAL.opening, OPENINGS),
        closing: usually(USUAL.closing, CLOSINGS),
        bodies: usually(USUAL.bodies, BODIES),
      }),
    )
    const bytes = random.chance(0.3) ? Buffer.from(text) : mutated(random, text)
    comparison.compare({ file: `${kind}.md`, kind, bytes }, undefined, `seed ${SEED}, case ${index}`)
  }
  comparison.tell(`changed markdown, seed ${SEED}`)
  expect(comparison.differences).toBe('')
})

test.each([
  ['partnership', 'name: Alpha\nstatus: active\n', '\n## Rationale\n\nWhy.\n\n## Scope\n\nWhat.\n', true],
  ['partnership', 'name: Alpha\nstatus: active\n', '', true],
  ['partnership', 'name: Alpha\nstatus: active\n', '\n# Alpha\n\n## Rationale\n\nWhy.\n', false],
  ['partnership', 'name: Alpha\nstatus: active\n', '\n## Rationale\n\nWhy.\n\n## Rationale\n\nWhy.\n', false],
  ['partnership', 'name: Alpha\nstatus: active\nrationale: Why\n', '\n## Rationale\n\nWhy.\n', false],
  ['partnership', 'name: Alpha\nstatus: active\n', '\n## Rationale\n', false],
  ['partnership', 'name: Alpha\nstatus: active\n', '\n## No field\n\nText.\n', false],
  ['organisation', 'name: Mind\nkind: third-sector\n', '', true],
  ['organisation', 'name: Mind\nkind: third-sector\n', '\n## Rationale\n\nWhy.\n', false],
  ['update', 'as-of: 2023-04-01\n', '\n## Purpose\n\nTo say.\n\n## No text\n', true],
  ['update', 'as-of: 2023-04-01\n', '', true],
  ['update', 'as-of: 2023-04-01\nsections:\n  - heading: Purpose\n', '', false],
] as const)('%s: %j with %j is read quickly: %s', (kind, front, body, isRead) => {
  const bytes = Buffer.from(`---\n${front}---\n${body}`)
  expect(quickRecord({ file: `${kind}.md`, kind, bytes }, undefined) !== undefined).toBe(isRead)
})
