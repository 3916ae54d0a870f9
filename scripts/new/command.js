// Begins a command: its file, its line in the list of commands, and a test. Both work as they are:
// node scripts/new/command.js archive
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const [name] = process.argv.slice(2)
if (!/^[a-z][a-z-]*$/.test(name ?? ''))
  stop('name the command in lower-case letters: node scripts/new/command.js archive')
const files = { command: `src/cli/commands/${name}.ts`, test: `tests/${name}.test.ts` }
for (const file of Object.values(files)) if (existsSync(join(root, file))) stop(`${file} exists already`)

const variable = `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Command`
write(
  files.command,
  `import { rowFormats } from '../../output/rows/index.js'
import { textCell } from '../../output/rows/rows.js'
import { openComplete, writeRows } from '../answer.js'
import { choicesOf, defineCommand, optionWithDefault } from '../define-command.js'
import { answeringOptions } from '../options.js'

export const ${variable} = defineCommand({
  name: '${name}',
  description: 'Show the names of the partnerships',
  options: [
    optionWithDefault('--format <format>', 'output format', 'table', { choices: choicesOf(rowFormats) }),
    ...answeringOptions,
  ],
  examples: ['partners ${name}'],
  async run(ports, options) {
    const { register, asOf } = await openComplete(ports, options)
    const names = register.partnerships.map((it) => it.name)
    await writeRows(ports, options, {
      tables: () => [
        { columns: [{ key: 'name', label: 'Name' }], rows: names.map((it) => ({ cells: { name: textCell(it) } })) },
      ],
      json: () => ({ asOf, names }),
    })
  },
})
`,
)
write(
  files.test,
  `import { expect, test } from 'vitest'
import { runPartners } from './run-partners.js'

test('partners ${name} shows the names of the partnerships', () => {
  const { code, stdout, stderr } = runPartners(['${name}', '-r', 'examples/riverside/after'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('Riverside Recovery Partnership')
})
`,
)
const list = 'src/cli/program.ts'
const last = '  __complete: '
const text = readFileSync(join(root, list), 'utf8')
const key = name.includes('-') ? `'${name}'` : name
write(list, text.replace(last, `  ${key}: async () => (await import('./commands/${name}.js')).${variable},\n${last}`))
console.log(`next: npx vitest run ${files.test}; npm run docs`)

function write(file, text) {
  writeFileSync(join(root, file), text)
  console.log(`wrote ${file}`)
}

function stop(message) {
  console.error(message)
  process.exit(2)
}
