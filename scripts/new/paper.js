// Begins a paper, `npm run new:paper -- NAME`: its folder with a section, its template, its line in the list, and its golden file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as prettier from 'prettier'

const name = process.argv[2] ?? ''
if (!/^[a-z]+(?:-[a-z]+)*$/.test(name))
  refuse(`"${name}" is not the name of a paper; write small letters and hyphens, such as waiting-times`)
const folder = `src/reports/${name}`
const template = `templates/${name}.md.hbs`
if (existsSync(folder) || existsSync(template)) refuse(`there is a paper ${name} already`)

const paper = `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Paper`
const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
await write(
  `${folder}/index.ts`,
  `import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { partnerships } from './partnerships.js'

export const ${paper} = definePaper({
  name: '${name}',
  summary: 'what its readers learn from it, in a line',
  scope: (input) => input,
  sections: [paperHead, partnerships],
})
`,
)
await write(
  `${folder}/partnerships.ts`,
  `import { runningPartnerships } from '../../model/hierarchy.js'
import { section } from '../define-paper.js'
import type { PaperInput } from '../paper.js'
import { countPartnerships } from '../phrases.js'
import { count, maybe, rows, text } from '../view-parts.js'

/** What this section is about. */
export const partnerships = section(
  {
    held: count,
    partnerships: rows({ name: text, summary: maybe }),
  },
  ({ register }: PaperInput) => {
    const { held } = runningPartnerships(register)
    return {
      held: countPartnerships('partnerships that are agreed and have not ended, without the parts of others', held),
      partnerships: held.map(({ name, summary }) => ({ name, summary })),
    }
  },
)
`,
)
await write(
  template,
  `# ${title}

**{{organisation}}**

- **As of:** {{asOf}}

## Partnerships

{{#if partnerships}}
The register holds {{plural held "partnership" "partnerships"}}.

{{#each partnerships}}
- **{{name}}**{{#if summary}}: {{summary}}{{/if}}
{{/each}}
{{else}}
The register holds no partnership that is agreed and has not ended.
{{/if}}

---

{{provenance}}
`,
)
const list = 'src/reports/index.ts'
const listed = readFileSync(list, 'utf8').replace(/,?\s*\]\s*$/, `, ${paper}]\n`)
await write(list, `import { ${paper} } from './${name}/index.js'\n${listed}`)
const tests = 'tests/papers.test.ts'
const golden = `\n  ...made('${name}', ['oxford']),\n]\n\ntest.each(PAPERS)`
await write(
  tests,
  readFileSync(tests, 'utf8').replace(/\n\]\s*test\.each\(PAPERS\)/, () => golden),
)
process.stdout.write(`
It works as it is: npm run build && node bin/partners.cjs report ${name}
Next: say in ${folder}/index.ts what it is for; a file for each section, in the order of the paper, with the keys that
the template may name beside what fills them; then the template. npx vitest run tests/papers.test.ts writes
tests/papers/oxford-${name}.md, which you read to its end before you commit it; npm run docs makes its page.
`)

async function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  const options = { ...(await prettier.resolveConfig(process.argv[1])), filepath: path }
  writeFileSync(path, path.endsWith('.ts') ? await prettier.format(text, options) : text)
  process.stdout.write(`${path}\n`)
}

function refuse(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
