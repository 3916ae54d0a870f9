import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './run-partners.js'

// Comments give their reasons by citing a page and a section of it; a successor must be able to follow them.

const files = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const sources = ['src', 'tests', 'scripts', 'bench', 'bin'].flatMap((folder) => files(folder, /\.(?:[cm]?js|ts)$/))

test('a section that a comment cites is a section of that page', () => {
  const cited = sources.flatMap((path) =>
    [...read(path).matchAll(/(docs\/[\w/-]+\.md), sections? (\d+[a-z]?)(?: and (\d+[a-z]?))?/g)].flatMap(
      ([, page, ...sections]) => sections.filter(Boolean).map((section) => ({ path, page: page!, section: section })),
    ),
  )
  expect(cited.length).toBeGreaterThan(10)
  const missing = cited.filter(({ page, section }) => !new RegExp(`^(?:## |\\*\\*)${section}\\.`, 'm').test(read(page)))
  expect(missing).toEqual([])
})

test('a page that a comment or another page names is there', () => {
  const pages = new Set(files('docs', /\.md$/))
  const named = [...sources, ...files('docs', /^[^/]+\.md$|^decisions\//), 'README.md', 'CONTRIBUTING.md'].flatMap(
    (path) => [...read(path).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => ({ path, page })),
  )
  expect(named.filter(({ page }) => !pages.has(page))).toEqual([])
})

test('a workflow uses actions by commit, which nobody can move', () => {
  const used = files('.github/workflows', /\.yml$/).flatMap((path) =>
    [...read(path).matchAll(/uses: (\S+)/g)].map(([, action]) => action!),
  )
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((it) => !/@[0-9a-f]{40}$/.test(it))).toEqual([])
})

/** What a page shows how to write is no link of its own. */
const withoutCode = (text: string) => text.replace(/^```[^]*?^```|`[^`\n]+`/gm, '')

test('a link from one page to another leads somewhere', () => {
  const lost = [
    ...files('docs', /^[^/]+\.md$|^decisions\//),
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
  ]
    .flatMap((path) =>
      [...withoutCode(read(path)).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target]) => ({
        path,
        target: target!,
      })),
    )
    .filter(({ path, target }) => !existsSync(join(ROOT, path, '..', target)))
  expect(lost).toEqual([])
})
