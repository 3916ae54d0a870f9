// Writes the pages that are generated from the code: docs/rules, docs/commands, docs/records, docs/papers, docs/policy-2026.md, docs/templates.md and schemas. CI fails if they are not current.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commentPicture } from './comment-picture.js'
import { picture } from './picture.js'
import { policyPage } from './policy-page.js'
import { templatesPage } from './templates-page.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const partners = (...args) => run(args, { NO_COLOR: '1' }).stdout
const inColour = (...args) => run(args, { FORCE_COLOR: '1' }).stdout

/** For papers with an update, whose sections can name figures, too. */
const SECTIONS =
  '\n\nThe sections of an update can use the same names, except those of `narrative`: “The register holds {{count held}} partnerships; {{count value-over-1m}} are worth a million pounds a year or more.” Income and expenditure are never added together, so there is a total for each direction: “{{#each totals}}{{direction}}: {{money total}}. {{/each}}” If a name does not exist, `partners validate` reports it, and suggests the one that was probably meant.'

const { rules } = JSON.parse(partners('rules', '--format', 'json'))
const commands = commandsBelow(partners('--help'))
const records = ['partnership', 'organisation', 'register', 'policy', 'update', 'baseline']
/** Those whose own keys templates can print. */
const OWN = ['partnership', 'organisation', 'register', 'update']

fresh('docs/rules')
for (const rule of rules) page(`docs/rules/${rule.code}.md`, rulePage(rule))
page('docs/rules/README.md', ruleIndex())
fresh('docs/commands')
for (const command of commands) page(`docs/commands/${command}.md`, commandPage(command))
fresh('schemas')
fresh('docs/records')
for (const record of records) {
  const schema = partners('schema', record)
  page(`schemas/${record}.schema.json`, schema)
  page(`docs/records/${record}.md`, recordPage(record, JSON.parse(schema)))
}
page('docs/records/README.md', recordIndex())

// Papers, each of a register that suits it.
const { papers } = JSON.parse(partners('report', '--list', '--data'))
const shown = {
  review: ['-r', 'examples/nhs-brent-2010'],
  risk: ['-r', 'tests/registers/harbour'],
  documents: ['-r', 'tests/registers/harbour'],
  partnership: ['omhp'],
  governance: ['-r', 'examples/nw-london-2009'],
  evidence: ['--sample', '1', '--seed', 'audit-2019'],
}
fresh('docs/papers')
for (const paper of papers) page(`docs/papers/${paper.name}.md`, paperPage(paper))
page('docs/papers/README.md', paperIndex())

page('docs/policy-2026.md', policyPage(documentsIn))

// As a register without templates of its own sees them.
const asJson = (what) => JSON.parse(partners('template', what, '--format', 'json'))
page('docs/templates.md', templatesPage(asJson('helpers'), asJson('list')))

// Pictures of real output of command lines in the README.
const pictures = {
  validate: { args: ['validate', '-r', 'examples/ten-mistakes'], most: 40 },
  due: { args: ['due', '-r', 'examples/nhs-brent-2010', '--within', '365', '--by', 'month'], most: 30 },
  list: {
    args: ['list', '--where', 'annual-value>=1m', '--sort', '-annual-value', '--columns', 'name,annual-value,tier'],
    most: 30,
  },
  review: { args: ['report', 'review', '-r', 'examples/nhs-brent-2010', '--format', 'text'], most: 66 },
  risk: { args: ['report', 'risk', '-r', 'tests/registers/harbour', '--format', 'text'], most: 46 },
  show: { args: ['show', 'omhp'], most: 60 },
  record: { args: ['record', 'review', 'omhp', '--by', 'Board', '--outcome', 'continue', '--dry-run'], most: 40 },
}
fresh('docs/pictures')
for (const [name, { args, most }] of Object.entries(pictures))
  page(`docs/pictures/${name}.svg`, picture(`npx partners ${args.join(' ')}`, shortened(inColour(...args), most)))

const change = ['diff', 'examples/riverside/before', 'examples/riverside/after']
const comment = partners(...change, '--format', 'markdown').replaceAll('examples/riverside/after/', 'register/')
page('docs/pictures/comment.svg', commentPicture(withRevisions(comment), 'Riverside Recovery', 1400))

/** The documents that a released policy demands, with what it inherits. */
function documentsIn(policy) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'))
  writeFileSync(join(folder, 'register.yaml'), 'schema: 1\norganisation: us\n')
  writeFileSync(join(folder, 'policy.yaml'), `extends: ${policy}\n`)
  const { sections } = JSON.parse(partners('policy', 'documents', '--format', 'json', '-r', folder))
  rmSync(folder, { recursive: true })
  return sections.documents
}

/** The commands that a help text lists. */
function commandsBelow(help) {
  const list = /^Commands:\n([^]*?)\n\n/m.exec(help)?.[1] ?? ''
  return [...list.matchAll(/^ {2}([\w-]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help')
}

/** The help of a command, and of its subcommands. */
function commandPage(command) {
  const help = partners(command, '--help').trim()
  const names = commandsBelow(help)
  const block = (text) => `\`\`\`\n${text}\n\`\`\`\n`
  const parts = names.map((name) => `\n## ${name}\n\n${block(partners(command, name, '--help').trim())}`)
  return `# partners ${command}\n\n${block(help)}${parts.join('')}`
}

/** A pull request compares two revisions, not two folders. */
function withRevisions(text) {
  return text
    .replaceAll('examples/riverside/before/', 'register/')
    .replace('From examples/riverside/before to examples/riverside/after', 'From main (5f1c9a02) to HEAD (b7e3d418)')
}

/** Runs a command; exit code 1 means that it found something, and any other error stops this script. */
function run(args, env) {
  const done = spawnSync(process.execPath, [join(root, 'bin', 'partners.cjs'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })
  if (done.status === 0 || done.status === 1) return done
  throw new Error(`partners ${args.join(' ')}: ${done.stderr}`)
}

/** The first blocks of an output that fit, an ellipsis, and the last block. */
function shortened(output, most) {
  const all = output.trimEnd().split('\n')
  // the lines on the source of a paper, to its end, have the revision, which changes with every commit
  const source = all.findIndex((it) => it.startsWith('Made by partners'))
  const lines = source === -1 ? all : all.slice(0, source)
  const end = lines.lastIndexOf('')
  const last = source === -1 ? lines.slice(end) : []
  if (lines.length <= most) return [...lines.slice(0, end), ...last].join('\n')
  return [...lines.slice(0, lines.lastIndexOf('', most)), '', '…', ...last].join('\n')
}

function rulePage({ code, severity, cause, summary, source, why, mend }) {
  const brought = cause === 'time' ? 'the passing of time' : 'a change to the files'
  const parts = [`# ${code}`, summary, `Severity: **${severity}**. Caused by ${brought}. Source: ${source}.`]
  parts.push('## Why it matters', why, '## How to fix it', mend)
  for (const [folder, title] of [
    ['fail', 'Reports'],
    ['pass', 'Does not report'],
  ]) {
    const path = join(root, 'tests', 'rules', code, folder)
    if (!existsSync(path)) continue
    parts.push(`## ${title}`)
    for (const file of files(path)) parts.push(`\`${file}\``, fenced(readFileSync(join(path, file), 'utf8'), file))
  }
  return `${parts.join('\n\n')}\n`
}

function fenced(text, file) {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((it) => it.replace(/\s*# expect: .*$/, ''))
  const shown = lines.length > 40 ? [...lines.slice(0, 40), '…'] : lines
  return ['````' + (file.endsWith('.md') ? 'markdown' : 'yaml'), ...shown, '````'].join('\n')
}

function ruleIndex() {
  const rows = rules.map(({ code, severity, summary }) => `| [${code}](${code}.md) | ${severity} | ${summary} |`)
  return `# Rules\n\n${rules.length} rules; \`partners explain CODE\` prints a page.\n\n| Rule | Severity | What it reports |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function paperIndex() {
  const rows = papers.map(({ name, summary }) => `| [${name}](${name}.md) | ${capital(summary)}. |`)
  return `# Papers\n\n\`partners report PAPER\` makes them in markdown, HTML or text; \`--trace\` adds how each figure was made.\n\n| Paper | What it shows |\n| --- | --- |\n${rows.join('\n')}\n`
}

/** What a paper shows and takes, how it begins, and the names that a template can use. */
function paperPage({ name, summary, takes }) {
  const args = ['report', name, ...(shown[name] ?? [])]
  const begins = shortened(partners(...args, '--format', 'md'), 60)
  const schema = JSON.parse(partners('report', name, '--schema'))
  const rows = namesIn(schema, '', schema).map(([path, kind]) => `| \`${path}\` | ${kind} |`)
  const options =
    takes.length === 0 ? '' : ` Besides the usual options, it takes ${takes.map((it) => `\`${it}\``).join(', ')}.`
  return `# Paper: ${name}\n\n${capital(summary)}.${options}\n\n## How it begins\n\n\`partners ${args.join(' ')}\`:\n\n\`\`\`\`markdown\n${begins.trim()}\n\`\`\`\`\n\n## Names that its template can use\n\n\`--template FILE\` uses a template of your own, and \`templates/${name}.md.hbs\` in the register replaces the one that comes with the tool. [How templates work](../templates.md). \`[]\` stands for each item of a list.${takes.includes('--update') ? SECTIONS : ''}${partialsOf(name)}\n\n| Name | What it is |\n| --- | --- |\n${rows.join('\n')}\n`
}

/** The partials that the built-in template of a paper calls. */
function partialsOf(name) {
  const source = readFileSync(join(root, 'templates', `${name}.md.hbs`), 'utf8')
  const called = [...new Set(source.match(/\{\{> [\w-]+/g) ?? [])].map((it) => `\`${it} …}}\``).sort()
  if (called.length === 0) return ''
  return ` Templates can call ${called.join(', ')}, as the built-in one does.`
}

/** Every name of a view with its kind; the content of figures is only for helpers. */
function namesIn(schema, path, root) {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = path === '' ? key : `${path}.${key}`
    const choices = field.anyOf ?? [field]
    const maybe = choices.some((it) => it.type === 'null') ? ', or null if it is not stated' : ''
    const named = choices.find((it) => it.$ref)?.$ref.replace('#/$defs/', '')
    const target = choices.find((it) => it.type !== 'null') ?? field
    if (['count', 'money', 'percent'].includes(named)) return [[name, `a figure: \`{{${named} …}}\`${maybe}`]]
    const whole = target.$ref ? resolve(target, root) : target
    if (whole.type === 'array') {
      const item = whole.items.$ref ? resolve(whole.items, root) : whole.items
      return [
        [`${name}[]`, whole.description ? `a list; ${whole.description.replace(/\{\{.*?\}\}/, '`$&`')}` : 'a list'],
        ...namesIn(item, `${name}[]`, root),
      ]
    }
    if (whole.properties) return namesIn(whole, name, root)
    if (whole.additionalProperties) return [[`${name}.NAME`, `${whole.description}: \`x-NAME\``]]
    const kind = whole.enum ? `one of: ${whole.enum.join(', ')}` : whole.type === 'boolean' ? 'true or false' : 'text'
    return [[name, `${kind}${maybe}`]]
  })
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Where each kind of record is kept. */
function placeOf(record) {
  if (['register', 'baseline'].includes(record)) return `\`${record}.yaml\``
  if (record === 'policy') return '`policy.yaml`'
  return `a file in \`${record}s/\``
}

function recordIndex() {
  const rows = records.map((record) => `| [${record}](${record}.md) | ${placeOf(record)} |`)
  return `# Records\n\nWhat each file of a register can contain. Keys that begin with \`x-\` are your own, and [your templates](../templates.md#your-own-fields) can print them.\n\n| Record | Where it is kept |\n| --- | --- |\n${rows.join('\n')}\n`
}

function recordPage(record, schema) {
  const rows = rowsOf(schema, '', schema).map((cells) => `| ${cells.map(cell).join(' | ')} |`)
  return `# ${record}\n\nWhat ${placeOf(record)} can contain. Keys in **bold** are required; a nested one only if the key above it is present. \`[]\` stands for each item of a list, \`<id>\` for a name of your own.${OWN.includes(record) ? ' Keys that begin with `x-` are your own: [templates](../templates.md#your-own-fields) print them.' : ''}\n\n| Key | What to write | Values or example |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A row for each key, and for each key below it. */
function rowsOf(schema, path, root, seen = []) {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = path === '' ? key : `${path}.${key}`
    const must = schema.required?.includes(key) ? `**\`${name}\`**` : `\`${name}\``
    return below(field, name, root, seen, must)
  })
}

/** The row of a key and those below it; a field that contains itself (conditions of conditions) is shown once. */
function below(field, name, root, seen, shown) {
  const target = resolve(field, root)
  const row = [shown, target.description ?? '', valuesOf(target, root)]
  if (seen.includes(target)) return [row]
  const within = [...seen, target]
  const item = target.items && resolve(target.items, root)
  const value = typeof target.additionalProperties === 'object' && resolve(target.additionalProperties, root)
  if (item?.properties) return [row, ...rowsOf(item, `${name}[]`, root, [...within, item])]
  if (value) return [row, ...below(value, `${name}.<id>`, root, within, `\`${name}.<id>\``)]
  return [row, ...rowsOf(target, name, root, within)]
}

function resolve(field, root) {
  const name = field.$ref?.replace('#/', '').split('/')
  return name === undefined ? field : name.reduce((at, key) => (key === '#' ? at : at[key]), root)
}

function valuesOf(field, root) {
  const { enum: values, enumDescriptions = [], examples, items, type } = field
  if (values)
    return values
      .map((it, index) => `\`${it}\`${enumDescriptions[index] ? ` ${enumDescriptions[index]}` : ''}`)
      .join('; ')
  if (examples) return `such as \`${examples[0]}\``
  if (items) {
    const each = resolve(items, root)
    const inner = each.properties ? '' : valuesOf(each, root)
    return inner === '' ? 'a list' : `a list of: ${inner}`
  }
  if (type === 'boolean') return '`true` or `false`'
  if (type === 'integer') return field.maximum ? `a number from ${field.minimum} to ${field.maximum}` : 'a whole number'
  if (field.properties || typeof field.additionalProperties === 'object') return 'keys of its own'
  return ''
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
