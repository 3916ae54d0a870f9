import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { docx } from '../../src/output/paper/docx/docx.js'
import { escapeMarkdown } from '../../src/reports/engine/escape.js'
import { openWord, split } from './word-file.js'

const HOSTILE = [
  '</w:t></w:r></w:p><w:p><w:r><w:t>another',
  '<w:fldSimple w:instr="INCLUDETEXT c:\\x"/>',
  '{ HYPERLINK "file:///c:/x" } {PAGE}',
  '{bullets-0} {numbers from 1-0} {image1.png}',
  '&lt;w:br/&gt; &#x1b;[31m &amp;amp;',
  ']]><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '_x0041_ _x000D_',
  '[a](javascript:alert(1)) ![b](https://c.example/d.png) <https://e.example>',
  '\u0000\u0001\u000b\u001b[31m\ufffe\uffff\ud800 \udc00',
  '\u202egnp.exe \u200b\u2028',
  '__proto__ constructor',
  "=cmd|'/c calc'!A1",
]

const paper = (text: string) =>
  `# ${text}\n\n## ${text}\n\n${text}\n\n- ${text}\n\n| ${text} | B |\n| --- | --- |\n| **R** | ${text} |\n\n[${text}](https://a.example)\n`

/** Control characters, halves of a pair, and what stands for braces within the tool. */
// oxlint-disable-next-line no-control-regex -- these are what must not be there
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufdd0\ufffe\uffff]|[\ud800-\udfff]/u

/** What the markup of a part is, without the texts and names in it. */
const skeleton = (xml: string) => xml.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, '""')

test.each(HOSTILE)('a text of a register is shown as it is, and is nothing else: %j', async (text) => {
  const house = { header: text, footer: text, marking: text, meeting: text }
  const made = await docx(paper(escapeMarkdown(text)), { day: '2019-04-30', author: text, subject: text, house })
  const plain = await docx(paper('plain'), {
    day: '2019-04-30',
    author: 'x',
    subject: 'x',
    house: { header: 'x', footer: 'x', marking: 'x', meeting: 'x' },
  })
  const [file, other] = [openWord(made), openWord(plain)]
  expect(file.names).toEqual(other.names)
  for (const name of file.names.filter((it) => /xml|rels/.test(it))) {
    expect([name, skeleton(file.part(name))]).toEqual([name, skeleton(other.part(name))])
    expect(file.part(name)).not.toMatch(NOT_IN_XML)
  }
  expect(file.links).toEqual(['https://a.example'])
  expect(file.part('docProps/core.xml')).not.toMatch(/_x[\dA-F]{4}_/i)
})

test('braces and codes of letters stay as they were written', async () => {
  const { text } = openWord(
    await docx('\\{bullets-0} {numbers from 1-0} \\_x0041\\_\n\n1. a\n\n- b\n', { day: '2019-04-30' }),
  )
  expect(split(text).join(' ')).toBe('{bullets-0} {numbers from 1-0} _x0041_ a b')
})

test('any text makes a file whose words it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const { document } = openWord(await docx(`# A\n\n${escapeMarkdown(text)}\n`, { day: '2019-04-30' }))
      expect(document).toMatch(/^<\?xml [^>]*\?><w:document [^]*<\/w:document>$/)
      expect(document).not.toMatch(NOT_IN_XML)
    }),
    { numRuns: 60 },
  )
})
