import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, runPartners } from './run-partners.js'

// What holds of every paper, however long: nobody reads 600 lines again for a change of one.

const FOLDER = join(import.meta.dirname, 'papers')
const papers = readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')] as const)

const headingLevel = (line: string) => /^(#+) /.exec(line)?.[1]!.length ?? 0

/** Headings below which nothing stands: the next line with words is a heading that is not deeper, or there is none. */
function emptyHeadings(paper: string): string[] {
  const lines = paper.split('\n').filter((it) => it.trim() !== '')
  return lines.filter((line, index) => {
    const level = headingLevel(line)
    const below = lines[index + 1]
    return level > 0 && (below === undefined || (headingLevel(below) > 0 && headingLevel(below) <= level))
  })
}

/** Sentences of some length that stand twice in one paragraph, list item or row. */
function doubledSentences(paper: string): string[] {
  return paper.split('\n').flatMap((line) => {
    const sentences = line
      .replace(/^[-#> ]+/, '')
      .split(/(?<=[.;:]) +|\| */)
      .map((it) => it.replace(/[.;:|\s]+$/, ''))
    return sentences.filter((it, index) => it.length > 25 && sentences.indexOf(it) !== index)
  })
}

/** Paragraphs that stand twice in one section. */
function doubledParagraphs(paper: string): string[] {
  return paper.split(/^#+ .*$/m).flatMap((section) => {
    const paragraphs = section.split('\n\n').map((it) => it.trim())
    return paragraphs.filter((it, index) => it.length > 25 && paragraphs.indexOf(it) !== index)
  })
}

describe.each(papers)('%s', (_, paper) => {
  test('says something under every heading', () => expect(emptyHeadings(paper)).toEqual([]))

  test('says nothing twice in one breath', () => {
    expect(doubledSentences(paper)).toEqual([])
    expect(doubledParagraphs(paper)).toEqual([])
  })

  test('prints no value of a program', () => {
    expect(paper).not.toMatch(/undefined|NaN|\[object |(?:^|[:|(*]) *(?:null|true|false) *(?:$|[|),;.])/m)
    expect(paper).not.toContain('{{')
  })
})

test('what makes a paper bad is seen', () => {
  expect(emptyHeadings('# A\n\n## B\n\n## C\n\nWords.\n\n### D\n')).toEqual(['## B', '### D'])
  expect(doubledSentences('- The board meets twice a year here. The board meets twice a year here.')).toHaveLength(1)
  expect(
    doubledParagraphs('# A\n\nThe same words as those below.\n\nx\n\nThe same words as those below.\n'),
  ).toHaveLength(1)
})

/** A figure in the trace of a paper: what is printed, how it was made, and the places that it comes from. */
const FIGURE = /^\d+\. \*\*(.+?):\*\* (.*)\n((?: +- .*\n)*)/gm

describe('every figure of a paper is traced to lines of the register', () => {
  test.each<readonly [string, string]>([
    ['board-update', 'register'],
    ...['review', 'register', 'risk', 'documents', 'governance', 'concentration', 'evidence'].flatMap((paper) =>
      ['register', 'examples/nhs-brent-2010', 'tests/registers/harbour'].map((register) => [paper, register] as const),
    ),
    ['partnership omhp', 'register'],
  ])('%s of %s', (paper, register) => {
    const { code, stdout } = runPartners(['report', ...paper.split(' '), '-r', register, '--trace'])
    expect(code).toBe(0)
    const [, trace = ''] = stdout.split('## Appendix: how each figure was made\n')
    const figures = [...trace.matchAll(FIGURE)].map(([, said, how, places]) => ({
      said: said!,
      how: how!,
      places: [...places!.matchAll(/^ +- .*?\(([^()]+?):(\d+)\)$/gm)].map(([, file, line]) => ({
        file: file!,
        line: Number(line),
      })),
      listed: places!.split('\n').length - 1,
    }))
    expect(figures.length).toBe((trace.match(/^\d+\. /gm) ?? []).length)
    const wrong: string[] = []
    for (const { said, how, places, listed } of figures) {
      expect({ said, how, listed }).toEqual({ said, how, listed: places.length })
      // a count is that of what is listed, and what comes from nothing says so
      if (/^\d+$/.test(said) && Number(said) !== listed) wrong.push(`${said}: ${how} lists ${listed}`)
      if (listed === 0 && !how.endsWith('no entry of the register')) wrong.push(`${said}: ${how} lists nothing`)
      for (const { file, line } of places) {
        expect(existsSync(join(ROOT, file))).toBe(true)
        expect(readFileSync(join(ROOT, file), 'utf8').split('\n').length).toBeGreaterThanOrEqual(line)
      }
    }
    expect(wrong).toEqual([])
  })
})
