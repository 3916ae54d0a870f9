// Writes the pages that come from the code: docs/rules, docs/commands, docs/papers and schemas. CI fails when they are not current.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { picture } from './picture.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const partners = (...args) => run(args, { NO_COLOR: '1' }).stdout
const inColour = (...args) => run(args, { FORCE_COLOR: '1' }).stdout

const { rules } = JSON.parse(partners('rules', '--format', 'json'))
const commands = ['validate', 'due', 'list', 'report', 'baseline', 'rules', 'explain', 'schema']
const records = ['partnership', 'organisation', 'register', 'policy', 'update', 'baseline']

fresh('docs/rules')
for (const rule of rules) page(`docs/rules/${rule.code}.md`, rulePage(rule))
page('docs/rules/README.md', ruleIndex())
fresh('docs/commands')
for (const command of commands)
  page(`docs/commands/${command}.md`, `# partners ${command}\n\n\`\`\`\n${partners('help', command).trim()}\n\`\`\`\n`)
fresh('schemas')
for (const record of records) page(`schemas/${record}.schema.json`, partners('schema', record))

// Pictures of real output; each is a command line of the README.
const pictures = { validate: { args: ['validate', '-r', 'examples/ten-mistakes'], most: 40 } }
fresh('docs/pictures')
for (const [name, { args, most }] of Object.entries(pictures))
  page(`docs/pictures/${name}.svg`, picture(`npx partners ${args.join(' ')}`, shortened(inColour(...args), most)))

/** A command may find something, exit 1; a fault of the tool stops the making of pages. */
function run(args, env) {
  const done = spawnSync(process.execPath, [join(root, 'bin', 'partners.cjs'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })
  if (done.status === 0 || done.status === 1) return done
  throw new Error(`partners ${args.join(' ')}: ${done.stderr}`)
}

/** The first blocks of an output that fit, a sign that some were left out, and the last block. */
function shortened(output, most) {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= most) return output
  const cut = lines.lastIndexOf('', most)
  return [...lines.slice(0, cut), '', '…', ...lines.slice(lines.lastIndexOf(''))].join('\n')
}

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
