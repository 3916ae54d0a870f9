import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/model/usage-error.js'
import { findRegister } from '../../src/source/find-register.js'
import { tempFolder } from './temp-folder.js'

/** The message and hint that a call ends with. */
function refusal(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}; ${error.hint}`
    throw error
  }
  return 'no refusal'
}

describe('walking up', () => {
  test('finds the nearest register.yaml', () => {
    const root = tempFolder({ 'register.yaml': '', 'a/register.yaml': '', 'a/b/c/x': '', 'd/x': '' })
    expect(findRegister(join(root, 'a/b/c'))).toBe(join(root, 'a'))
    expect(findRegister(join(root, 'd'))).toBe(root)
    expect(findRegister(root)).toBe(root)
  })

  test('finds register/register.yaml, after register.yaml of the same folder', () => {
    const root = tempFolder({
      'a/register/register.yaml': '',
      'a/b/x': '',
      'c/register/register.yaml': '',
      'c/register.yaml': '',
    })
    expect(findRegister(join(root, 'a/b'))).toBe(join(root, 'a/register'))
    expect(findRegister(join(root, 'c'))).toBe(join(root, 'c'))
  })

  test('finds nothing where nothing is', () => {
    expect(findRegister(tempFolder({ 'a/x': '' }))).toBeUndefined()
  })
})

describe('a named register', () => {
  test('is a folder or its register.yaml, from the folder one is in', () => {
    const root = tempFolder({ 'a/register.yaml': '' })
    expect(findRegister(root, 'a')).toBe(join(root, 'a'))
    expect(findRegister(root, 'a/register.yaml')).toBe(join(root, 'a'))
    expect(findRegister('/', join(root, 'a'))).toBe(join(root, 'a'))
  })

  test('must hold register.yaml, whatever lies above', () => {
    const root = tempFolder({ 'register.yaml': '', 'a/x': '', 'b/register/register.yaml': '' })
    expect(refusal(() => findRegister(root, 'a'))).toBe('a holds no register.yaml; name the folder of register.yaml')
    expect(refusal(() => findRegister(root, 'b'))).toBe('b holds no register.yaml; did you mean b/register?')
    expect(refusal(() => findRegister(root, 'gone'))).toBe('there is no gone; name the folder of register.yaml')
    expect(refusal(() => findRegister(root, 'a/register.yaml'))).toContain('there is no a/register.yaml')
    expect(refusal(() => findRegister(root, ''))).toContain('empty')
  })
})
