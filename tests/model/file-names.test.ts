import { expect, test } from 'vitest'
import { problemsOf } from './problems-of.js'

test.each([
  ['partnerships/Research Link.yaml', 'rename the file to research-link.yaml'],
  ['partnerships/Research_Link.yml', 'rename the file to research-link.yml'],
  ['partnerships/…….yaml', 'rename the file to a short name in plain letters, such as research-link.yaml'],
])('%s cannot be an id: the file is to be renamed', (path, hint) => {
  const name = path.slice('partnerships/'.length).replace(/\.ya?ml$/, '')
  expect(problemsOf('', path)).toEqual([
    [
      'schema/id',
      `the name of this file, "${name}", cannot be an id: an id has small letters, digits and hyphens only`,
      hint,
    ],
  ])
})
