// Begins a rule, `npm run new:rule -- GROUP/NAME`: its file, its line in the group, and a fixture that fails and one that passes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as prettier from 'prettier'

const code = process.argv[2] ?? ''
const [group, name] = code.split('/')
if (!/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/.test(code))
  refuse(`"${code}" is not the code of a rule; name its group and itself, such as document/link-missing`)
if (['syntax', 'file', 'schema', 'own'].includes(group))
  refuse(`rules of ${group}/ come from the reader or the policy; see src/rules/reader-rules.ts and src/rules/own/`)
const file = `src/rules/${code}.ts`
const index = `src/rules/${group}/index.ts`
if (existsSync(file) || existsSync(`tests/rules/${code}`)) refuse(`there is a rule ${code} already`)

const camel = (text) => text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
const list = `${camel(group)}Rules`
await write(
  file,
  `import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const ${camel(name)} = definePartnershipRule({
  code: '${code}',
  severity: 'warning',
  summary: 'What it reports, in a sentence.',
  source: 'Where the requirement comes from: policy entry, law, paper, or the format',
  why: 'Why it matters, in a sentence.',
  remedy: 'How to fix it, as a command.',
  *check(partnership) {
    if (partnership.name !== 'Replace me') return
    yield { at: at(partnership, 'name'), message: 'what is wrong with this value' }
  },
})
`,
)
if (existsSync(index)) await write(index, listed(readFileSync(index, 'utf8'), `./${name}.js`, camel(name)))
else {
  await write(
    index,
    `import type { Rule } from '../rule.js'\nimport { ${camel(name)} } from './${name}.js'\n\nexport const ${list}: readonly Rule[] = [${camel(name)}]\n`,
  )
  const all = 'src/rules/index.ts'
  await write(all, listed(readFileSync(all, 'utf8'), `./${group}/index.js`, list))
}
const record = (text) => `${text}\nstatus: proposed\n`
await write(`tests/rules/${code}/fail/partnerships/riverside.yaml`, record(`name: Replace me  # expect: ${code}`))
await write(`tests/rules/${code}/pass/partnerships/riverside.yaml`, record('name: Riverside Recovery'))
process.stdout.write(`Next: write the fixtures, then the rule; npm run test:rule ${code}; npm run docs\n`)

/** A module with one more import, and what it imports at the end of the list that closes the module. */
function listed(text, from, imported) {
  const end = text.lastIndexOf('\nimport ') + 1
  const after = text.indexOf('\n', text.indexOf(" from '", end)) + 1
  const withImport = `${text.slice(0, after)}import { ${imported} } from '${from}'\n${text.slice(after)}`
  return withImport.replace(/,?\s*\](?=(?:\.flatMap\(.*\))?\s*$)/, `, ${imported}]`)
}

async function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  const options = { ...(await prettier.resolveConfig('src/rules/rule.ts')), filepath: path }
  writeFileSync(path, path.endsWith('.ts') ? await prettier.format(text, options) : text)
  process.stdout.write(`${path}\n`)
}

function refuse(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
