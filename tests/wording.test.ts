import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SyntaxKind } from 'typescript/unstable/ast'
import { createScanner } from 'typescript/unstable/ast/scanner'
import { expect, test } from 'vitest'
import { ROOT } from './run-partners.js'

// The words that we no longer use, in whatever the tool itself says: literals of src/, templates, help and pages. What a register says
// is its keeper's: register/, examples/ and tests/registers are not looked at, nor is what pages quote as code or as output.
// CONTRIBUTING.md, "Wording", says how we write.

/** What is not written any more, and what is written instead. */
const GIVEN_UP: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, correct, resolve'],
  [/\b(?:told|tells|telling)\b/i, 'report, show, list, say'],
  [/^tell\b|\btell (?:of|all|how)\b/i, 'report, show, list, say'],
  [/\bhangs? (?:on|upon)\b/i, 'depend on'],
  [/\ball the same\b/i, 'still, nevertheless'],
  [/\b(?:is|are|was|were|be) said (?:to be|in|as|once|below|above|by)\b/i, 'is recorded as; says'],
  [/\bthat there (?:is|are) not\b|\b(?:it|that|this) is none\b/i, 'does not exist; there is no …'],
  [/\bspeaks\b/i, 'report; mention'],
  [/\bwish(?:es|ed)?\b/i, 'want, request, option'],
  [/\bof (?:its|their) own accord\b/i, 'by itself'],
  [/\bso (?:is|are|does|do) what\b/i, 'also'],
  [/\bstands? (?:in(?! for)|at|beside|under|above|below|there|here|with|behind|for itself)\b/i, 'be, be written'],
  [/\blies? (?:in|at|beside|within|above|outside|elsewhere)\b/i, 'be'],
  [/\b(?:asked|asks) of\b/i, 'required of'],
  [/\b(?:run|runs|ran) out\b/i, 'expire, end'],
  [/\bbears\b/i, 'have, carry'],
  [/\bone and all\b/i, 'all'],
  [/\bis silent\b|\bkeeps? silent\b/i, 'does not report'],
  // the words of Boards, instead of our own for the same
  [/\bkept in hand\b/i, 'controls and assurance'],
  [/\bwhy (?:it|they) exists?\b/i, 'rationale'],
  [/\banswers? for (?:it|them|what|its)\b|\b(?:roles?|who|body) answers? for\b/i, 'accountabilities; accountable for'],
  [/\bhow far\b/i, 'status'],
  [/(?<!\bof |normal )\bcourse\b/i, 'trend'],
  [/\bsums? besides?\b|\bother sums\b/i, 'other funding'],
  [/\bbear(?:s|ing)? (?:it|this|that|them) out\b/i, 'evidence'],
  [/\bwhich way (?:the|its) money\b|\bdirection of (?:the )?(?:money|value)\b/i, 'funding direction'],
  [/\bpeople get (?:no )?care\b/i, 'care is delivered'],
  [/\bsection (?=\d+ agreement)/, 'Section 75 agreement'],
  [/\bpowers passed on\b/i, 'delegations'],
  [/^who does what\b/i, 'accountabilities'],
  [/\bwhich way (?:the|its) data\b/i, 'direction of data'],
]
/** Only in what is said to users. */
const NEVER_SAID: typeof GIVEN_UP = [
  [/\binvalid\b/i, 'say what is wrong with this value'],
  [/\bfailed to\b/i, 'say what could not be done'],
  [/\bplease\b/i, 'a plain statement'],
  [/\b(?:its|the|their|whose) keepers?\b/i, 'register owner'],
  [/^(?:none |no document )?(?:is |are )?not in the register\b(?!s)|[:;,*|] ?not in the register\b/i, 'not on file'],
  [/\| *(?:Day|By|Role and (?:date|day)|Role(?! *\| *(?:Reports to|Leads|Sponsors))) *(?=\|)/, 'owner; due date'],
]

interface Text {
  readonly file: string
  readonly line: number
  readonly text: string
}

const files = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => join(folder, path))
    .sort()
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length

/** Tokens after which a slash divides; after any other it begins a regular expression. */
const ENDS_A_VALUE = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateTail,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
])
const TEXTS = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
])

/** The literals of a module, apart from names of modules and words by themselves, which are keys and coded values. */
function literalsOf(file: string): Text[] {
  const source = read(file)
  const scanner = createScanner(true, undefined, source)
  const found: Text[] = []
  const open: ('brace' | 'template')[] = []
  let before = SyntaxKind.Unknown
  for (let token = scanner.scan(); token !== SyntaxKind.EndOfFile; token = scanner.scan()) {
    if (token === SyntaxKind.SlashToken && !ENDS_A_VALUE.has(before)) token = scanner.reScanSlashToken()
    if (token === SyntaxKind.OpenBraceToken) open.push('brace')
    if (token === SyntaxKind.CloseBraceToken && open.pop() === 'template') token = scanner.reScanTemplateToken(false)
    if (token === SyntaxKind.TemplateHead || token === SyntaxKind.TemplateMiddle) open.push('template')
    const namesModule = before === SyntaxKind.FromKeyword || before === SyntaxKind.ImportKeyword
    const text = scanner.getTokenValue()
    if (TEXTS.has(token) && !namesModule && !/^[\w/-]*$/.test(text))
      found.push({ file, line: lineAt(source, scanner.getTokenStart()), text })
    before = token
  }
  return found
}

/** The prose of a page, line by line: what is quoted as code or output is left out. */
function linesOf(file: string): Text[] {
  const hidden = (quoted: string) => quoted.replace(/[^\n]/g, ' ')
  const prose = read(file)
    .replace(/^( *)```[^]*?^\1```/gm, hidden)
    .replace(/`[^`\n]*`|\{\{[^}]*\}\}|\]\([^)]*\)|^> .*$|^ {4,}\S.*$/gm, hidden)
  return prose.split('\n').map((text, index) => ({ file, line: index + 1, text }))
}

// pages that are generated say what the code says
const said = [
  ...[...files('src', /\.ts$/), 'scripts/docs.js'].flatMap(literalsOf),
  ...files('templates', /\.hbs$|\.md$/).flatMap(linesOf),
]
const pages = [
  ...files('docs', /^(?:decisions\/)?[^/]+\.md$/),
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
].flatMap(linesOf)

const offenders = [
  ...[...said, ...pages].flatMap((it) => offencesOf(it, GIVEN_UP)),
  ...said.flatMap((it) => offencesOf(it, NEVER_SAID)),
]

function offencesOf({ file, line, text }: Text, words: typeof GIVEN_UP) {
  return words.flatMap(([pattern, instead]) => {
    const match = pattern.exec(text)
    if (match === null) return []
    const around = text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 30)
    return [{ at: `${file}:${line}`, word: match[0], instead, text: around.replaceAll('\n', ' ').trim() }]
  })
}

test('literals are found where they are, and only there', () => {
  const found = literalsOf('src/model/words.ts')
  expect(found.length).toBeGreaterThan(5)
  const lines = read('src/model/words.ts').split('\n')
  for (const { line, text } of found) expect(lines[line - 1]).toContain(text.slice(0, 3).replaceAll('\n', ''))
})

test('the words that we no longer use are not in what the tool says', () => {
  expect(offenders).toEqual([])
})
