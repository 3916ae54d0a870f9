import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { docx } from '../../src/output/paper/docx/docx.js'
import { readWordStyles } from '../../src/output/paper/docx/word-styles.js'
import { pictureProblem } from '../../src/output/paper/picture.js'
import { runPartners, runProgram } from '../run-partners.js'
import { openWord } from './word-file.js'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAFCAYAAAB8ZH1oAAAAFklEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
)
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" PartName="/word/document.xml"/></Types>'
const style = (id: string, name: string, colour: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:color w:val="${colour}"/></w:rPr></w:style>`
const styles = (inner: string) => `<?xml version="1.0"?><w:styles ${W}>${inner}</w:styles>`
const HEADINGS = style('Normal', 'Normal', '111111') + style('berschrift1', 'heading 1', 'AE2573')

/** A Word file of an organisation, as far as it matters here. */
const house = (parts: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': TYPES, 'word/styles.xml': styles(HEADINGS), ...parts }).map(
        ([name, text]) => [name, strToU8(text)],
      ),
    ),
  )

describe('a house style', () => {
  test('gives its headings, by their names in any language, and ours stand for what it does not have', async () => {
    const word = readWordStyles(house())
    if ('message' in word) throw new Error(word.message)
    const { paragraphs, part } = openWord(
      await docx('# T\n\n## A\n\n### B\n\nc\n', { day: '2019-04-30', house: { word } }),
    )
    expect(paragraphs.map((it) => it.style)).toEqual(['Title', 'berschrift1', 'Heading2', 'Normal'])
    const made = part('word/styles.xml')
    expect(made).toContain('<w:color w:val="AE2573"/>')
    for (const id of ['Title', 'Heading2', 'ListParagraph', 'PaperTableText'])
      expect(made).toContain(`w:styleId="${id}"`)
    expect(made.match(/w:styleId="Normal"/g)).toHaveLength(1)
    expect(made).not.toContain('w:numPr') // numbers are kept in another part, and papers have their own
  })

  test.each<[what: string, file: Uint8Array, message: string]>([
    ['no zip', strToU8('Dear Board'), 'is no Word file'],
    ['half a zip', house().subarray(0, 200), 'is no Word file'],
    ['a spreadsheet', house({ '[Content_Types].xml': '<Types>spreadsheetml</Types>' }), 'is no Word file'],
    ['no styles', house({ 'word/styles.xml': styles('') }), 'holds no styles'],
    [
      'styles that are cut off',
      house({ 'word/styles.xml': styles(HEADINGS).slice(0, -20) }),
      'has styles that cannot be read',
    ],
    [
      'entities',
      house({ 'word/styles.xml': `<!DOCTYPE x [<!ENTITY y "z">]>${styles(HEADINGS)}` }),
      'has styles that cannot be read',
    ],
    ['macros', house({ 'word/vbaProject.bin': 'x' }), 'holds macros'],
    ['macros by its type', house({ '[Content_Types].xml': `${TYPES}macroEnabled` }), 'holds macros'],
    [
      'a template elsewhere',
      house({
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="a" Target="file:///n:/Trust.dotm" TargetMode="External"/></Relationships>',
      }),
      'refers to something outside: file:///n:/Trust.dotm',
    ],
    [
      'too much',
      house({ 'word/styles.xml': styles(HEADINGS + ' '.repeat(6 * 1024 * 1024)) }),
      'is too large inside (word/styles.xml)',
    ],
  ])('with %s is refused', (_, file, message) => {
    expect(readWordStyles(file)).toEqual({ message, hint: expect.stringMatching(/./) })
  })
})

test('a picture is what its first bytes say, and not huge', () => {
  const sized = (width: number) => {
    const bytes = Buffer.from(PNG)
    bytes.writeUInt32BE(width, 16)
    return bytes
  }
  expect(pictureProblem(PNG)).toBeUndefined()
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 90, 0, 160, 3, 0, 0, 0]
  expect(pictureProblem(Uint8Array.from(jpeg))).toBeUndefined()
  expect(pictureProblem(strToU8('<svg/>'))?.message).toBe('is no PNG or JPEG')
  expect(pictureProblem(sized(4001))?.message).toBe('is 4001 by 5 dots')
  expect(pictureProblem(sized(0))?.message).toBe('is an empty picture')
  expect(pictureProblem(Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]))?.message).toBe('has 1048654 bytes')
})

describe('paper in register.yaml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'partners-house-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const root = join(folder, 'register')
  cpSync('tests/registers/harbour', root, { recursive: true })
  mkdirSync(join(root, 'house'))
  const settings = readFileSync(join(root, 'register.yaml'), 'utf8')
  const put = (name: string, bytes: string | Uint8Array) => writeFileSync(join(root, 'house', name), bytes)
  put('style.docx', house())
  put('logo.png', PNG)
  put('own.css', 'h1 { color: #ae2573 }\n')
  put('plan.png', PNG)
  const ALL = [
    'style: house/style.docx',
    'logo: house/logo.png',
    'header: Harbour Community Trust',
    'footer: Corporate Office',
    'marking: OFFICIAL',
    'style-sheet: house/own.css',
  ]
  const report = (paper: readonly string[], ...args: string[]) => {
    writeFileSync(
      join(root, 'register.yaml'),
      settings + (paper.length === 0 ? '' : `paper:\n${paper.map((it) => `  ${it}\n`).join('')}`),
    )
    return runPartners(['report', 'risk', '-r', root, ...args])
  }
  const out = join(folder, 'paper.docx')
  const ok = { code: 0, stdout: '', stderr: '' }

  test('is how papers look in Word', () => {
    expect(report(ALL, '--out', out)).toEqual(ok)
    const file = openWord(readFileSync(out))
    expect(file.part('word/styles.xml')).toContain('AE2573')
    expect(file.sections[0]!.header).toMatch(/^OFFICIAL +Harbour Community Trust · Risks of the partnerships$/)
    expect(file.sections[0]!.footer).toMatch(/^Corporate Office · Page +of +OFFICIAL$/)
    expect(file.document).toMatch(/<wp:docPr [^>]*descr="Logo of Harbour Community Trust"/)
    expect(file.names.filter((it) => it.startsWith('word/media/'))).toHaveLength(1)
  })

  test('and in HTML', () => {
    const { stdout, code } = report(ALL, '--format', 'html')
    expect(code).toBe(0)
    expect(stdout).toContain('alt="Logo of Harbour Community Trust"')
    expect(stdout).toContain('h1 { color: #ae2573 }')
    expect(stdout).toContain('OFFICIAL')
  })

  test('and not in markdown, for which no file of it is read', () => {
    expect(report(['logo: house/none.png'], '--format', 'md').code).toBe(0)
  })

  test('--style takes another file, from anywhere', () => {
    writeFileSync(
      join(folder, 'other.docx'),
      house({ 'word/styles.xml': styles(style('Heading1', 'heading 1', '00AA11')) }),
    )
    expect(report(ALL, '--style', join(folder, 'other.docx'), '--out', out)).toEqual(ok)
    expect(openWord(readFileSync(out)).part('word/styles.xml')).toContain('00AA11')
    const { stderr, code } = report([], '--style', 'none.docx', '--out', out)
    expect([code, stderr]).toEqual([2, 'partners: there is no house style none.docx\n'])
  })

  symlinkSync('/etc/hostname', join(root, 'house', 'out.png'))
  symlinkSync(join(root, 'house', 'logo.png'), join(root, 'house', 'link.png'))
  mkdirSync(join(root, 'house', 'folder.png'))
  runProgram('mkfifo', [join(root, 'house', 'pipe.png')], { cwd: root, env: process.env })
  put('text.png', 'no picture')
  put('bad.docx', 'no Word file')
  put('bad.css', 'p {}\n@import "https://a.example/b.css";\n')

  test.each([
    ['logo: house/none.png', 'logo house/none.png: there is no file house/none.png; put it there, or name another: '],
    ['logo: house/out.png', 'is a link that leads out of '],
    ['logo: house/folder.png', 'is a folder'],
    ['logo: house/pipe.png', 'pipe'],
    ['logo: house/text.png', 'the logo house/text.png is no PNG or JPEG; save the picture as one of the two'],
    ['style: house/bad.docx', 'the house style house/bad.docx is no Word file; open it in Word, and save it as '],
  ])('%s is refused: %s', (line, message) => {
    const { code, stderr, stdout } = report([line], '--out', join(folder, 'never.docx'))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr.split('\n')).toHaveLength(2)
  })

  test('a link within the folder is followed', () => {
    expect(report(['logo: house/link.png'], '--out', out)).toEqual(ok)
  })

  test('a style sheet that loads something is refused, with its line', () => {
    const { code, stderr } = report(['style-sheet: house/bad.css'], '--format', 'html')
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/register\/house\/bad\.css:2: the style sheet imports another one; /),
    ])
  })

  test.each([
    'logo: ../logo.png',
    'logo: /etc/logo.png',
    'logo: house/logo.svg',
    'style: house/style.docm',
    'style-sheet: https://a.example/b.css',
  ])('validate says that %s is no file of the register', (line) => {
    report([line], '--format', 'md')
    const { stdout, code } = runPartners(['validate', '-r', root, '--format', 'json'])
    expect(code).toBe(1)
    expect(stdout).toContain('write the path of a file in the folder of the register, such as house/')
  })

  test('a picture of the folder stands in Word with its words, and one that is not there is named', () => {
    const template = join(folder, 'own.md.hbs')
    writeFileSync(
      template,
      '# Own\n\nBefore ![The plan](house/plan.png) after.\n\n![Elsewhere](https://a.example/b.png)\n',
    )
    expect(report([], '--template', template, '--out', out)).toEqual(ok)
    const file = openWord(readFileSync(out))
    expect(file.document).toMatch(/<wp:docPr [^>]*descr="The plan"/)
    expect(file.names.filter((it) => it.startsWith('word/media/'))).toHaveLength(1)
    expect(file.text).toContain('Elsewhere')
    expect(report([], '--template', template, '--format', 'html').stdout).toContain('src="data:image/png;base64,')
    appendFileSync(template, '\n![x](house/no%20plan.png)\n')
    const { code, stderr } = report([], '--template', template, '--out', out)
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('picture house/no plan.png: there is no file house/no plan.png; '),
    ])
  })

  test('at a revision, its files are those of that revision', () => {
    const git = (...args: string[]) => {
      const own = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false']
      const done = runProgram('git', [...own, ...args], { cwd: folder, env: process.env })
      expect(done).toMatchObject({ code: 0 })
    }
    report(ALL, '--format', 'md')
    git('init', '-q')
    git('add', 'register/register.yaml', 'register/organisations', 'register/partnerships', 'register/house/logo.png')
    git('add', 'register/house/style.docx', 'register/house/own.css')
    git('commit', '-qm', 'one')
    rmSync(join(root, 'house', 'logo.png'))
    expect(report(ALL, '--out', out).code).toBe(2)
    const then = report(ALL, '--revision', 'HEAD', '--out', out)
    expect(then.stderr).toBe('')
    expect(Object.keys(unzipSync(readFileSync(out))).filter((it) => it.startsWith('word/media/'))).toHaveLength(1)
    put('logo.png', PNG)
    expect(report(['logo: house/plan.png'], '--out', out)).toEqual(ok)
  })
})

describe('a Word file goes where it can', () => {
  test('not to a terminal, nor under the name of another format', () => {
    const refused = (...args: string[]) => runPartners(['report', 'risk', ...args]).stderr
    expect(refused('--out', 'x.pdf')).toContain(
      'papers are not written as .pdf; write --out paper.html and print it (chromium ',
    )
    expect(refused('--out', 'x.pdf')).toContain('soffice --headless --convert-to pdf paper.docx')
    expect(refused('--out', 'x.DOC')).toContain('papers are not written as .DOC; write --out paper.docx')
    expect(refused('--style', 'a.docx')).toContain('--style is for Word files; add --format docx, or --out risk.docx')
  })

  test('and not into a folder that is not there', () => {
    const { code, stderr } = runPartners(['report', 'risk', '--out', '/nowhere/x.docx'])
    expect(code).toBe(2)
    expect(stderr).toContain('/nowhere/x.docx cannot be written')
  })
})
