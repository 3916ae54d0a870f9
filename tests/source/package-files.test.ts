import { describe, expect, test } from 'vitest'
import { packageFiles, packagePolicy, packageText, packageVersion } from '../../src/source/package-files.js'

describe('files that come with the package', () => {
  test('are found from the sources', () => {
    expect(packageText('LICENSE')).toContain('MIT License')
    expect(packageText('scripts', 'build.js')).toBe(packageText('scripts/build.js'))
    expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/)
    expect(packageFiles('src/source')).toContain('src/source/package-files.ts')
    expect(packageFiles('src')).toEqual(packageFiles('src').toSorted())
  })

  test('are undefined, or none, when there is none of that name', () => {
    expect(packageText('policies', 'gone.yaml')).toBeUndefined()
    expect(packageText('src')).toBeUndefined()
    expect(packagePolicy('gone')).toBeUndefined()
    expect(packageFiles('gone')).toEqual([])
  })

  test.each(['../package.json', '/etc/passwd', '.gitignore', 'src/../package.json', 'a\\..\\b', ''])(
    'never %j',
    (path) => {
      expect(packageText(path)).toBeUndefined()
      expect(packageFiles(path)).toEqual([])
      expect(packagePolicy(path)).toBeUndefined()
    },
  )
})
