// Writes the pages that come from the code: docs/rules, docs/commands, docs/papers and schemas. CI fails when they are not current.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const environment = { PATH: process.env.PATH, NO_COLOR: '1' }
const partners = (...args) =>
  execFileSync(process.execPath, [join(root, 'bin', 'partners.cjs'), ...args], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  })

const { rules } = JSON.parse(partners('rules', '--format', 'json'))
const commands = ['validate', 'report', 'baseline', 'rules', 'explain', 'schema']
const records = ['partnership', 'organisation', 'register', 'policy', 'update', 'baseline']

fresh('docs/rules')
for (const rule of rules) page(`docs/rules/${rule.code}.md`, rulePage(rule))
page('docs/rules/README.md', ruleIndex())
fresh('docs/commands')
for (const command of commands)
  page(`docs/commands/${command}.md`, `# partners ${command}\n\n\`\`\`\n${partners('help', command).trim()}\n\`\`\`\n`)
fresh('schemas')
for (const record of records) page(`schemas/${record}.schema.json`, partners('schema', record))

function rulePage({ code, severity, cause, summary, source, why, mend }) {
  const brought = cause === 'time' ? 'the passing of days' : 'a change of the files'
  const parts = [`# ${code}`, summary, `Severity: **${severity}** · brought by ${brought} · source: ${source}`]
  parts.push('## Why it matters', why, '## How to mend it', mend)
  for (const [folder, title] of [
    ['fail', 'It speaks of'],
    ['pass', 'It is silent about'],
  ]) {
    const path = join(root, 'tests', 'rules', code, folder)
    if (!existsSync(path)) continue
    parts.push(`## ${title}`)
    for (const file of files(path)) parts.push(`\`${file}\``, fenced(readFileSync(join(path, file), 'utf8'), file))
  }
  return `${parts.join('\n\n')}\n`
}

function fenced(text, file) {
  const lines = text.trimEnd().split('\n')
  const shown = lines.length > 40 ? [...lines.slice(0, 40), '…'] : lines
  return ['````' + (file.endsWith('.md') ? 'markdown' : 'yaml'), ...shown, '````'].join('\n')
}

function ruleIndex() {
  const rows = rules.map(({ code, severity, summary }) => `| [${code}](${code}.md) | ${severity} | ${summary} |`)
  return `# Rules\n\n${rules.length} rules; \`partners explain CODE\` prints a page.\n\n| Rule | Severity | What is wrong when it speaks |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function files(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((it) => (it.isDirectory() ? files(folder, `${prefix}${it.name}/`) : [`${prefix}${it.name}`]))
}

function fresh(folder) {
  rmSync(join(root, folder), { recursive: true, force: true })
}

function page(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
