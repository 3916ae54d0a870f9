import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OURS, caseOf } from '../builds.js'
import { runOf } from '../measure.js'
import { verdict } from '../table.js'
import { ROOT } from '../work.js'

/** A size counts from this much time of the processor on; below it the start of the program hides how it grows. */
const SECOND = 1000
/** Twice the size may take a little more than twice the time: n log n, and what a larger heap costs. */
const MOST_TIMES = 2.6
/** No file may be larger: the tool refuses it, so nothing grows beyond. */
const LARGEST = 5_000_000

const times = (count, of) => Array.from({ length: count }, (_, index) => of(index)).join('')
const PARTNERSHIP = 'name: Alpha\nstatus: active\n'
const one = (text) => ({ 'partnerships/alpha.yaml': PARTNERSHIP + text })
const many = (folder, count, of) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/a${index}.yaml`, of(index)]))
const paper = (text) => ({ 'templates/board-update.md.hbs': `# A\n${text}\n` })

/**
 * What a register, a file or a template can have more and more of: the files for a size, where sizes begin, and the
 * command that is measured.
 */
const DIMENSIONS = {
  'letters of a name in a table': {
    from: 10_000,
    args: ['list'],
    files: (n) => ({ 'partnerships/alpha.yaml': `name: "${'word '.repeat(n / 5)}"\nstatus: active\n` }),
  },
  'rows of a table': {
    from: 1000,
    args: ['list'],
    files: (n) => many('partnerships', n, (it) => `name: A ${it}\nstatus: active\n`),
  },
  'groups of a table': {
    from: 500,
    args: ['due', '--by', 'partnership'],
    files: (n) => many('partnerships', n, (it) => `name: A ${it}\nstatus: active\nkind: grant\n`),
  },
  'letters of an amount': { from: 20_000, files: (n) => one(`value:\n  amount: "1${' '.repeat(n)}x"\n  per: year\n`) },
  'digits of an amount': {
    from: 20_000,
    files: (n) => one(`value:\n  amount: "${'1,'.repeat(n / 2)}x"\n  per: year\n`),
  },
  'letters of a day': { from: 20_000, files: (n) => one(`start: "2019${' '.repeat(n)}x"\n`) },
  'letters of a text, wrapped': {
    from: 20_000,
    args: ['show', 'alpha', '--format', 'text'],
    files: (n) => one(`summary: "${'word '.repeat(n / 5)}"\n`),
  },
  'letters of one word, wrapped': {
    from: 20_000,
    args: ['show', 'alpha', '--format', 'text'],
    files: (n) => one(`summary: "${'w'.repeat(n)}"\n`),
  },
  'misspelt keys of a file': { from: 4000, files: (n) => one(times(n, (it) => `lead${it}: x\n`)) },
  'list items with a mistake': {
    from: 4000,
    files: (n) => one(`risks:\n${times(n, (it) => `  - text: ${it}\n    score: x\n`)}`),
  },
  'list items without a key': { from: 4000, files: (n) => one(`documents:\n${times(n, () => '  - version: 1\n')}`) },
  'keys written twice': { from: 4000, files: (n) => one(times(n, () => 'lead: x\n')) },
  'commas in a value': { from: 4000, files: (n) => one(`value: {amount: 1${',1'.repeat(n)}}\n`) },
  'risks of a partnership': {
    from: 2000,
    files: (n) => one(`risks:\n${times(n, (it) => `  - id: r${it}\n    text: Risk ${it}\n`)}`),
  },
  'documents of a partnership': {
    from: 2000,
    files: (n) =>
      one(`documents:\n${times(n, (it) => `  - type: agreement\n    version: v${it}\n    signed: 2020-01-01\n`)}`),
  },
  'partners of a partnership': {
    from: 2000,
    files: (n) => one(`partners:\n${times(n, (it) => `  - organisation: b${it}\n    role: x\n`)}`),
  },
  'parts of parts': {
    from: 500,
    files: (n) =>
      many('partnerships', n, (it) => `name: A ${it}\nstatus: active\n${it === 0 ? '' : `parent: a${it - 1}\n`}`),
  },
  'parts in a circle': {
    from: 500,
    files: (n) => many('partnerships', n, (it) => `name: A ${it}\nstatus: active\nparent: a${(it + 1) % n}\n`),
  },
  'mergers of mergers': {
    from: 500,
    files: (n) =>
      many(
        'organisations',
        n,
        (it) => `name: Trust ${it}\nkind: other\nmerged:\n  into: ${it + 1 < n ? `a${it + 1}` : 'us'}\n`,
      ),
  },
  'misspelt roles among as many': {
    from: 500,
    files: (n) => ({
      'register.yaml': `schema: 1\norganisation: us\nroles:\n${times(n, (it) => `  - title: Head of Service ${it}\n`)}`,
      ...many('partnerships', n, (it) => `name: A ${it}\nstatus: active\nlead: Haed of Service ${it}\n`),
    }),
  },
  'misspelt organisations among as many': {
    from: 500,
    files: (n) => ({
      ...many('organisations', n, (it) => `name: Trust of ${it}\nkind: other\n`),
      ...many('partnerships', n, (it) => `name: A ${it}\nstatus: active\npartners:\n  - organisation: aa${it}\n`),
    }),
  },
  'names that look alike': {
    from: 500,
    files: (n) => many('organisations', n, (it) => `name: Trust of the Town ${it}\nkind: other\n`),
  },
  'tags of a template': { from: 5000, files: (n) => paper('{{organisation.name}}\n'.repeat(n)) },
  'blocks inside blocks': {
    from: 1000,
    files: (n) => paper(`${'{{#with organisation}}'.repeat(n)}x${'{{/with}}'.repeat(n)}`),
  },
  'partials that call the next twice': {
    from: 15,
    files: (n) => ({
      ...paper('{{> p0}}'),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, it) => [`templates/partials/p${it}.md.hbs`, `{{> p${it + 1}}}{{> p${it + 1}}}`]),
      ),
      [`templates/partials/p${n}.md.hbs`]: 'x',
    }),
  },
  'calls of a partial': {
    from: 5000,
    files: (n) => ({ ...paper('{{> p}}\n'.repeat(n)), 'templates/partials/p.md.hbs': '{{organisation.name}}' }),
  },
  'sections of an update': {
    from: 2000,
    files: (n) => ({
      'updates/2019-04.md': `---\nas-of: 2019-04-30\n---\n${times(n, (it) => `\n## Section ${it}\n\nText.\n`)}`,
    }),
  },
}

const LIMIT_OF_FILES = 16_000

/**
 * Doubles each dimension from a size that costs a second on, and tells how many times as long it then takes. What no size
 * that is taken brings to a second is told as such.
 */
export function growth({ work, only }) {
  const rows = []
  for (const [name, dimension] of Object.entries(DIMENSIONS)) {
    if (only !== undefined && !name.includes(only)) continue
    process.stderr.write(`bench: ${name}\n`)
    rows.push({ name, ...grown(dimension, work) })
  }
  const lines = rows.map(
    ({ name, size, cpu, doubled, ratio }) =>
      `| ${name} | ${size} | ${Math.round(cpu)} ms | ${doubled === undefined ? 'less than a second at the largest size' : `${Math.round(doubled)} ms`} | ${ratio?.toFixed(2) ?? ''} |`,
  )
  const table = [
    '| What there is more of | size | processor | twice the size | ratio |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ]
  const slow = rows.filter(({ ratio }) => ratio !== undefined && ratio > MOST_TIMES).map((it) => it.name)
  return {
    title: 'Growth: twice of something',
    notes: [table.join('\n')],
    targets: [
      {
        what: `twice of anything in at most ${MOST_TIMES}x the time`,
        measured:
          slow.length === 0
            ? `${Math.max(0, ...rows.map((it) => it.ratio ?? 0)).toFixed(2)}x at most`
            : slow.join(', '),
        verdict: verdict(slow.length === 0),
      },
    ],
  }
}

function grown({ from, args = ['validate', '--quiet'], files }, work) {
  let size = from
  let cpu = timeOf(files(size), args, work)
  while (cpu < SECOND && isTaken(files(size * 4))) cpu = timeOf(files((size *= 2)), args, work)
  const next = files(size * 2)
  if (cpu < SECOND || !isTaken(next)) return { size, cpu }
  const doubled = timeOf(next, args, work)
  return { size, cpu, doubled, ratio: doubled / cpu }
}

const isTaken = (files) =>
  Object.keys(files).length <= LIMIT_OF_FILES && Object.values(files).every((it) => it.length < LARGEST)

function timeOf(files, args, work) {
  const root = join(work.folder, 'growth')
  rmSync(root, { recursive: true, force: true })
  cpSync(join(ROOT, 'bench', 'growing'), root, { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return runOf(caseOf(OURS, '', [...args, '--register', root], work.folder), work).processor
}
