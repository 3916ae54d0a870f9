import { expect, test } from 'vitest'
import { problemsOf } from './problems-of.js'

const MESSAGE = (list: string) => `${list} has a single value where an item with keys was expected`

test('each plain value in a list of maps is told with the key that takes it', () => {
  expect(
    problemsOf(
      'roles:\n  - Chief Operating Officer\n  - Head of Partnerships\n',
      'register.yaml',
      'schema: 1\norganisation: a\n',
    ),
  ).toEqual([
    ['schema/type', MESSAGE('roles'), 'write - title: Chief Operating Officer'],
    ['schema/type', MESSAGE('roles'), 'write - title: Head of Partnerships'],
  ])
})

test('the key is one that can take the value; an id is made of a name', () => {
  const found = problemsOf(
    'partners: [Riverside Mind]\nreviews: [2019-04-30]\namounts: [Savings]\ninterests: [A]\ndocuments: [agreement]',
  )
  expect(found?.map(([, , hint]) => hint)).toEqual([
    'write - title: Savings',
    'write - organisation: riverside-mind',
    'write - who: A',
    'write - type: agreement',
    'write - date: 2019-04-30',
  ])
})

test('no message names a bare position', () => {
  const found = problemsOf('goals:\n  -\n  - [a]\npartners:\n  - a\n  - roles: [x, [y]]\n  -\n')
  for (const [, message] of found ?? []) expect(message).not.toMatch(/^\d/)
  expect(found?.length).toBeGreaterThan(4)
})
