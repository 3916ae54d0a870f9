import { describe, expect, test } from 'vitest'
import { docx, type DocxOptions } from '../../src/output/paper/docx/docx.js'
import { openWord } from './word-file.js'

const word = async (markdown: string, options: Partial<DocxOptions> = {}) =>
  openWord(await docx(markdown, { day: '2019-04-30', ...options }))

const wide = (columns: number, cell: string) => {
  const line = (text: string) => `| ${Array.from({ length: columns }, () => text).join(' | ')} |\n`
  return line('Heading') + line('---') + line(cell).repeat(4)
}
const PROSE = 'a text that takes several lines in a narrow column of a page'

describe('a paper in Word', () => {
  test('has headings in the styles that its navigation shows', async () => {
    const { paragraphs } = await word('# Title\n\n## One\n\n### Two\n\nwords\n')
    expect(paragraphs.map((it) => [it.style, it.text])).toEqual([
      ['Title', 'Title'],
      ['Heading1', 'One'],
      ['Heading2', 'Two'],
      ['Normal', 'words'],
    ])
  })

  test('has the titles of a pack as headings above those of its papers, on pages of their own', async () => {
    const { paragraphs } = await word('# Pack\n\n# First\n\n## Part\n\nwords\n\n# Second\n')
    expect(paragraphs.map((it) => [it.style, it.text, it.xml.includes('pageBreakBefore')])).toEqual([
      ['Title', 'Pack', false],
      ['Heading1', 'First', true],
      ['Heading2', 'Part', false],
      ['Normal', 'words', false],
      ['Heading1', 'Second', true],
    ])
  })

  test('has bold, italics, line breaks and lists within lists', async () => {
    const { document, paragraphs } = await word('a **b** _c_ `d`  \ne\n\n- one\n  - two\n\n    more of two\n- three\n')
    expect(document).toContain('<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">b</w:t>')
    expect(document).toContain('<w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">c</w:t>')
    expect(document).toContain('<w:br/>')
    expect(paragraphs.slice(1).map((it) => [it.text, it.level])).toEqual([
      ['one', '0'],
      ['two', '1'],
      ['more of two', undefined],
      ['three', '0'],
    ])
  })

  test('numbers each list anew, from where it begins', async () => {
    const { document, part } = await word('1. a\n2. b\n\nwords\n\n1. c\n\nwords\n\n5. d\n')
    const numbers = [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map((it) => it[1])
    expect(new Set(numbers).size).toBe(3)
    expect(numbers[0]).toBe(numbers[1])
    expect(part('word/numbering.xml')).toContain('<w:start w:val="5"/>')
  })

  test('keeps links to pages and mail, and the words of all others', async () => {
    const paper =
      '[a](https://a.example/?x=1&y=2) [b](mailto:b@c.example) [c](file:///etc/passwd) [d](#e) [f](ftp://f.example)'
    const { links, text, document } = await word(paper)
    expect(links).toEqual(['https://a.example/?x=1&y=2', 'mailto:b@c.example'])
    expect(text).toBe('a b [c](file:///etc/passwd) d f')
    expect([...document.matchAll(/<w:hyperlink /g)]).toHaveLength(2)
  })

  test('leads from a link to a heading of its own', async () => {
    const { document } = await word('[to it](#what-is-it) [to none](#none)\n\n## What *is* it\n\nwords\n')
    expect([...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map((it) => it[1])).toEqual(['heading1'])
    expect(document).toMatch(
      /<w:bookmarkStart (?=[^>]*w:name="heading1")[^>]*w:id="1"[^>]*\/>.*is.*<w:bookmarkEnd w:id="1"\/>/,
    )
  })

  test('has no fields but the numbers of pages, and no part that makes Word ask', async () => {
    const file = await word('# A\n\nPAGE { DATE } { INCLUDETEXT "c:\\\\x" }\n\n## B\n\nwords\n')
    const fields = file.names.flatMap((it) =>
      [...file.part(it).matchAll(/<w:instrText[^>]*>([^<]*)/g)].map((found) => found[1]),
    )
    expect([...new Set(fields)].sort()).toEqual(['NUMPAGES', 'PAGE'])
    expect(file.document).not.toMatch(/fldSimple|instrText|w:sdt/)
    expect(file.part('word/settings.xml')).not.toContain('updateFields')
    expect(file.text).toContain('{ INCLUDETEXT "c:\\x" }')
  })

  test('is in British English, and says what it is and who made it', async () => {
    const { part } = await word('# Trust *update*\n', { author: 'Partnership Manager', subject: 'Partnerships' })
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"')
    const core = part('docProps/core.xml')
    expect(core).toContain('<dc:title>Trust update</dc:title>')
    expect(core).toContain('<dc:creator>Partnership Manager</dc:creator>')
    expect(core).toContain('<dc:subject>Partnerships</dc:subject>')
    expect(core).toContain('>2019-04-30T00:00:00Z</dcterms:created>')
  })

  test('begins an annex on a new page, and not one that pages of another kind put there', async () => {
    const breaks = async (markdown: string) =>
      (await word(markdown)).paragraphs.filter((it) => it.xml.includes('pageBreakBefore')).map((it) => it.text)
    expect(
      await breaks('# A\n\nwords\n\n## Annex A: one\n\nwords\n\n## Annexes of others\n\nx\n\n## Annexation\n'),
    ).toEqual(['Annex A: one', 'Annexes of others'])
    expect(await breaks(`# A\n\nwords\n\n## Annex A\n\n${wide(8, PROSE)}`)).toEqual([])
  })

  test('leaves out marks and the sources of diagrams, and keeps other code', async () => {
    const { text } = await word(
      '# A\n\n<!-- chart: bars -->\n\n```mermaid\nflowchart TD\n```\n\n```\nx = 1\ny = 2\n```\n',
    )
    expect(text.replace(/\s+/g, ' ')).toBe('A x = 1 y = 2')
  })

  test('has what stands below the rule at its foot in small print', async () => {
    const { paragraphs } = await word('# A\n\nwords\n\n---\n\nMade by.\n\nTo verify: x.\n')
    expect(paragraphs.filter((it) => it.text !== '').map((it) => it.style)).toEqual([
      'Title',
      'Normal',
      'PaperSmallPrint',
      'PaperSmallPrint',
    ])
  })
})

describe('tables in Word', () => {
  test('repeat their headings, and keep rows whole', async () => {
    const { rows } = await word('| A | B |\n| --- | ---: |\n| a | 1 |\n| b | 2 |\n')
    expect(rows.map((it) => [it.isHead, it.staysWhole, it.cells.map((cell) => cell.text)])).toEqual([
      [true, true, ['A', 'B']],
      [false, true, ['a', '1']],
      [false, true, ['b', '2']],
    ])
  })

  test('have grades and bands as letters on their colour', async () => {
    const cells = [
      '**R**',
      '**R/A**',
      '**A**',
      '**A/G**',
      '**G**',
      '**G** ▲',
      '**H** 12 (3 × 4)',
      '**E** –',
      '**L** 1: no. 6',
    ]
    const others = ['G', '**Good**', '**A** plan', '**G**reen', 'not **R**']
    const { rows } = await word(`| Grade |\n| --- |\n${[...cells, ...others].map((it) => `| ${it} |\n`).join('')}`)
    const fills = rows.slice(1).map(({ cells: [cell] }) => cell!.fill)
    expect(fills.slice(0, cells.length)).toEqual([
      'B3261E',
      'E07A3F',
      'FFBF47',
      'C5D86D',
      '1E7A34',
      '1E7A34',
      'F0953F',
      'C3201F',
      'CFE8CB',
    ])
    expect(fills.slice(cells.length)).toEqual(others.map(() => undefined))
    expect(rows[1]!.cells[0]).toEqual({ text: 'R', fill: 'B3261E', ink: 'FFFFFF', isBold: true })
  })

  test('of a front sheet have headings in the first column, and none above', async () => {
    const { rows } = await word('# A\n\n<!-- front sheet -->\n| Meeting | Board |\n| --- | --- |\n| Purpose | note |\n')
    expect(rows.map((it) => [it.isHead, it.cells.map((cell) => cell.isBold)])).toEqual([
      [false, [true, false]],
      [false, [true, false]],
    ])
    const blank = await word('<!-- front sheet -->\n\n| | |\n| --- | --- |\n| Purpose | note |\n')
    expect(blank.rows.map((it) => it.cells.map((cell) => cell.text))).toEqual([['Purpose', 'note']])
  })

  test('that are wide lie on landscape pages with their heading, head and foot', async () => {
    const house = { marking: 'OFFICIAL', header: 'Trust', footer: 'Corporate Office', meeting: 'Board, 30 April 2019' }
    const paper = `# A\n\nwords\n\n## Wide\n\n### Wider\n\n${wide(8, PROSE)}\n## After\n\n${'words\n\n'.repeat(20)}`
    const { sections, document } = await word(paper, { house })
    expect(sections.map((it) => it.isLandscape)).toEqual([false, true, false])
    for (const { header, footer } of sections) {
      expect(header.replace(/\s+/g, ' ')).toBe('OFFICIAL Trust · A · Board, 30 April 2019')
      expect(footer.replace(/\s+/g, ' ')).toBe('Corporate Office · Page of OFFICIAL')
    }
    const [first, second] = document.split('</w:sectPr>')
    expect(first).not.toContain('>Wide<')
    expect(second).toContain('>Wide<')
  })

  test('of many columns with little in them stay upright', async () => {
    expect((await word(wide(8, '12'))).sections.map((it) => it.isLandscape)).toEqual([false])
  })

  test('too wide for any page are made all the same, and named', async () => {
    const said: string[] = []
    const { rows } = await word(`# A\n\n## Everything\n\n${wide(24, 'Incomprehensibilities')}`, {
      remark: (it) => said.push(it),
    })
    expect(rows).toHaveLength(5)
    expect(said).toEqual(['the table under "Everything" is too wide for a page, so words in it are broken'])
  })

  test('give days and names room, so that they are not broken', async () => {
    const { document } = await word(`| Day | What it says |\n| --- | --- |\n| 2019-04-01 | ${PROSE.repeat(12)} |\n`)
    const [day = 0, said = 0] = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((it) => Number(it[1]))
    expect(day).toBeGreaterThan(1000) // ten figures of 8.5 points, and the space around them
    expect(said).toBeGreaterThan(5 * day)
  })
})

describe('the same file each time', () => {
  const paper = `# A\n\n[a](https://a.example) [b](https://b.example)\n\n1. x\n\n${wide(8, PROSE)}`

  test('from the same text, in one process', async () => {
    const once = await docx(paper, { day: '2019-04-30' })
    await docx('# Another\n\n[c](https://c.example)\n', { day: '2020-01-01' })
    expect(Buffer.from(await docx(paper, { day: '2019-04-30' })).equals(once)).toBe(true)
  })

  test('another day is another file', async () => {
    const once = await docx(paper, { day: '2019-04-30' })
    expect(Buffer.from(await docx(paper, { day: '2019-05-01' })).equals(once)).toBe(false)
  })
})
