import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const FRONT = '---\nname: Alpha\nstatus: active\nkind: contract\n'
const UPDATE = '---\nas-of: 2026-09-30\n'

interface Told {
  code: string
  line: number
  message: string
  hint: string
}

/** What is told of a file's sections, and whether a paper is made of the register. */
function toldOf(file: string, text: string) {
  const root = registerOf({ [file]: text })
  const { stdout } = runPartners(['validate', '--format', 'json', '-r', root])
  const { findings } = JSON.parse(stdout) as { findings: Told[] }
  return {
    told: findings
      .filter((it) => /^(?:syntax|schema)\/|^update\/heading/.test(it.code))
      .map(({ code, line, message, hint }) => ({ code, line, message, hint })),
    get papers() {
      return runPartners(['report', 'board-update', '-r', root]).code
    },
    get paper() {
      return runPartners(['report', 'board-update', '-r', root, '--incomplete']).stdout
    },
    get facts() {
      return runPartners(['show', 'alpha', '-r', root, '--incomplete']).stdout
    },
  }
}

describe('a markdown partnership', () => {
  const of = (text: string) => toldOf('partnerships/alpha.md', text)

  test('a field in the front matter and in a section', () => {
    const { told, papers, facts } = of(`${FRONT}rationale: From above.\n---\n\n## Rationale\n\nFrom below.\n`)
    expect(told).toEqual([
      {
        code: 'syntax/duplicate-key',
        line: 8,
        message: 'the front matter gives rationale, so this section is not read',
        hint: 'make one of the two; only the first is read',
      },
    ])
    expect(papers).toBe(2)
    expect(facts).toContain('From above.')
    expect(facts).not.toContain('From below.')
  })

  test('two sections of one name', () => {
    const { told, papers } = of(`${FRONT}---\n## Rationale\nOne.\n## Scope\nAll.\n## Rationale\nTwo.\n`)
    expect(told).toMatchObject([
      { code: 'syntax/duplicate-key', line: 10, message: 'there are two sections "Rationale"' },
    ])
    expect(papers).toBe(2)
  })

  test('an empty section hides nothing', () => {
    const { told, papers } = of(`${FRONT}rationale: From above.\n---\n## Rationale\n\n## Scope\nAll.\n`)
    expect(told).toEqual([])
    expect(papers).toBe(0)
  })

  test('text before the first heading', () => {
    const { told, papers } = of(`${FRONT}---\n\nIt began\nlast year.\n\n## Scope\nAll.\n`)
    expect(told).toMatchObject([
      {
        code: 'syntax/stray-text',
        line: 7,
        message: 'this text is before the first ## heading, so it belongs to no section',
      },
    ])
    expect(papers).toBe(2)
  })

  const titles = ['# Alpha\n\n## Scope\nAll.\n', '<!-- from\nthe paper -->\n\n## Scope\nAll.\n', '\n']
  test.each(titles)('%j loses nothing', (text) => {
    expect(of(`${FRONT}---\n\n${text}`)).toMatchObject({ told: [], papers: 0 })
  })

  const headings = [
    ['Risks & mitigation', 'did you mean ## Risks and mitigation?'],
    ['current status', 'did you mean ## Current status?'],
    ['Headlines', 'write them in the front matter, below headlines:'],
    ['Constructor', expect.stringContaining('sections: Summary, Scope, Rationale')],
    ['constructor', expect.stringContaining('sections: Summary, Scope, Rationale')],
  ]
  test.each(headings)('a section ## %s', (heading, hint) => {
    const { told, papers } = of(`${FRONT}---\n## ${heading}\nText.\n`)
    expect(told).toEqual([
      { code: 'schema/unknown-key', line: 6, message: `"${heading}" is not a section of a partnership`, hint },
    ])
    expect(papers).toBe(2)
  })
})

describe('an update', () => {
  const of = (text: string) => toldOf('updates/2026-09.md', text)

  test('text before the first heading', () => {
    const { told, papers } = of(`${UPDATE}---\nWe hold {{count nothing}}.\n\n## Purpose\nTo tell.\n`)
    expect(told).toMatchObject([{ code: 'syntax/stray-text', line: 4 }])
    expect(papers).toBe(2)
  })

  test('a misspelt heading', () => {
    const { told, papers } = of(`${UPDATE}---\n## Governnce\nThe Board sees it.\n`)
    expect(told).toEqual([
      {
        code: 'update/heading',
        line: 4,
        message: '"Governnce" is not a heading that the paper has a place for',
        hint: 'did you mean ## Governance?',
      },
    ])
    expect(papers).toBe(0)
  })

  test('two sections of one name are both printed', () => {
    const { papers, paper } = of(`${UPDATE}---\n## Governance\nFirst part.\n## governance\nSecond part.\n`)
    expect(papers).toBe(0)
    expect(paper).toMatch(/First part\.\n\nSecond part\./)
  })

  test('sections in the front matter', () => {
    const inFront = `${UPDATE}sections:\n  - heading: Governance\n    text: From above.\n---\n`
    expect(of(inFront)).toMatchObject({ told: [], papers: 0, paper: expect.stringContaining('From above.') })
    const { told, papers } = of(`${inFront}\n## Purpose\nFrom below.\n`)
    expect(told).toMatchObject([{ code: 'syntax/duplicate-key', line: 8 }])
    expect(papers).toBe(2)
  })
})
