import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/model/nearest.js'

const HEADS = [
  'Head of HR',
  'Head of IT',
  'Head of Learning Disability',
  'Head of Adult Community Services',
  'Chief Nurse',
]

describe('the name that was most likely meant', () => {
  test.each([
    ['Head of LD', 'Head of Learning Disability'],
    ['Head LD', 'Head of Learning Disability'],
    ['Head of Learning Dis', 'Head of Learning Disability'],
    ['Head of Adult Comm Services', 'Head of Adult Community Services'],
    ['Head of ACS', 'Head of Adult Community Services'],
    ['head of hr', 'Head of HR'],
    ['Head fo HR', 'Head of HR'],
    ['Chif Nurse', 'Chief Nurse'],
    ['Head of Lerning Disabilty', 'Head of Learning Disability'],
    ['Adult Community', 'Head of Adult Community Services'],
    ['Head of Finance', undefined],
    ['Head of LX', undefined],
    ['Head of PR', undefined],
    ['', undefined],
  ])('of “%s” is %s', (written, meant) => expect(nearest(written, HEADS)).toBe(meant))

  test.each([
    ['ohmp-contract', ['omhp-contract'], 'omhp-contract'],
    ['oxford-helth', ['oxford-health', 'oxford-city'], 'oxford-health'],
    ['section-76', ['section-75'], undefined],
    ['Ward 11', ['Ward 12'], undefined],
    ['grnt', ['grant', 'contract'], 'grant'],
    ['omph', ['omhp', 'mind'], 'omhp'],
  ])('another number is another thing: %s of %j is %s', (written, names, meant) =>
    expect(nearest(written, names)).toBe(meant),
  )

  test('two that are short for the same are not told apart', () =>
    expect(nearest('Head of CS', ['Head of Community Services', 'Head of Corporate Services'])).toBe(undefined))

  // compared word by word with each other it would take hours, and the run would end it
  test('a text of many words is no name, and is not compared with one', () => {
    const many = 'of the and for in to '.repeat(20_000)
    expect(nearest(many, [`${many}x`, 'of '.repeat(15)])).toBe(undefined)
  })
})
