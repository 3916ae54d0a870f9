import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'

const pack = (...args: string[]) => runPartners(['report', 'pack', ...args])

describe('a pack', () => {
  const { stdout } = pack('--papers', 'risk', 'board-update', 'risk')
  const titles = [...stdout.matchAll(/^# (.*)$/gm)].map((it) => it[1])

  test('has the papers that were chosen, each once, in their order', () => {
    expect(titles).toEqual(['Papers on partnerships', 'Risks of the partnerships', 'Trust partnerships update report'])
  })

  test('lists its contents with links that lead to the papers', () => {
    const links = [...stdout.matchAll(/^- \[(.*)\]\(#(.*)\)$/gm)].map((it) => [it[1], it[2]])
    expect(links.map(([title]) => title)).toEqual(titles.slice(1))
    const html = pack('--papers', 'risk', 'board-update', '--format', 'html').stdout
    for (const [title, id] of links) expect(html).toContain(`<h1 id="${id}">${title}</h1>`)
  })

  test('has one front sheet, one foot and one trailer', () => {
    for (const once of ['<!-- front sheet -->', '\n---\n', 'Made by partners', 'To verify: paper pack;'])
      expect(stdout.split(once)).toHaveLength(2)
    expect(stdout).toContain('--papers risk board-update')
  })

  test('takes no paper about one partnership, and none that does not exist', () => {
    const { code, stderr } = pack('--papers', 'partnership')
    expect([code, stderr]).toEqual([2, expect.stringContaining('a pack has no paper "partnership"')])
    expect(pack('--papers', 'risks').stderr).toContain('did you mean risk')
    expect(runPartners(['report', 'risk', '--papers', 'risk']).stderr).toContain('the paper risk takes no --papers')
  })
})
