// Bundles the tool: one program behind the launcher in bin/, and a file each for libraries that few commands need.
// Silent unless it fails. `node scripts/build.js [entry [folder [readable]]]` builds something else, for trying; readable
// says before each stretch of code which file it is from.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transformSync } from 'esbuild'
import { thirdParty } from './third-party.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [entry = 'src/cli/start.ts', folder = 'dist', readable] = process.argv.slice(2)
const outdir = resolve(root, folder)

/** Libraries that are files of their own: a start reads the program whole, and these only when something imports them. */
const APART = [
  'chokidar',
  'cli-table3',
  'csv-stringify/sync',
  'docx',
  'fflate',
  'handlebars',
  'handlebars/runtime',
  'ical-generator',
  'markdown-it',
  'nodemailer/lib/mime-node',
  'yaml',
]
/** Makes files of the built-in templates and policies; it is run once, and not kept. */
const MAKER = 'make-built'
const fileOf = (library) => library.replaceAll('/', '-')

const apart = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$`) }, ({ path, importer }) =>
      importer.startsWith(join(root, 'src')) ? { path, namespace: 'apart' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({
      contents: `export * from './${fileOf(path)}.cjs'; export { default } from './${fileOf(path)}.cjs'`,
    }))
    onResolve({ filter: /\.cjs$/, namespace: 'apart' }, ({ path }) => ({ path, external: true }))
  },
}

/**
 * What libraries ask for as they load and is not used here: commander, to run commands that are programs of their own;
 * chalk, to find out whether there is colour, which it is told; nodemailer, to fetch what a mail refers to, as nothing is
 * fetched here.
 */
const UNUSED = {
  'node:child_process': /node_modules.commander/,
  '#supports-color': /node_modules.chalk/,
  '../fetch/index.js': /node_modules.nodemailer/,
}

const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(UNUSED).join('|')})$`) }, ({ path, importer }) =>
      UNUSED[path].test(importer) ? { path, namespace: 'unused' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
  },
}

try {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      main: entry,
      [MAKER]: 'src/cli/make-built.ts',
      ...Object.fromEntries(APART.map((name) => [fileOf(name), name])),
    },
    outdir,
    bundle: true,
    format: 'cjs', // starts quicker than modules do; docs/decisions has the numbers
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    minifyWhitespace: readable === undefined,
    minifySyntax: readable === undefined, // names stay, so that a stack trace in a bug report can be read
    legalComments: 'none', // all licences are in THIRD-PARTY.txt
    alias: {
      // Node's entry of handlebars brings file loading and source maps, which templates here never use
      handlebars: resolve(root, 'node_modules/handlebars/dist/cjs/handlebars.js'),
      'handlebars/runtime': resolve(root, 'node_modules/handlebars/dist/cjs/handlebars.runtime.js'),
    },
    define: { 'import.meta.url': '__url' },
    banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [apart, withoutUnused],
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  mkdirSync(outdir, { recursive: true })
  const made = new Set(outputFiles.map(({ path }) => basename(path)))
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text))
  for (const name of readdirSync(outdir)) if (!made.has(name)) rmSync(join(outdir, name), { recursive: true })
  writeBuilt()
  if (folder === 'dist') {
    writeIfNew(join(root, 'THIRD-PARTY.txt'), thirdParty(root, metafile))
    // without the environment: in CI the check that it runs would write a job summary
    const made = spawnSync(process.execPath, [join(root, 'scripts', 'code-cache.cjs')], { env: {}, stdio: 'inherit' })
    if (made.status !== 0) process.exitCode = 1
  }
} catch (error) {
  if (!error?.errors) console.error(error) // esbuild has told its own errors
  process.exitCode = 1
}

/** What the program need not do each time it runs: docs/decisions/0028-built-at-build.md. */
function writeBuilt() {
  const maker = join(outdir, `${MAKER}.cjs`)
  const { makeBuilt } = createRequire(import.meta.url)(maker)
  rmSync(maker)
  const texts = Object.entries(makeBuilt())
  mkdirSync(join(outdir, 'built'))
  for (const [name, text] of texts) {
    const short = name.endsWith('.cjs') ? transformSync(text, { minify: true }).code : text
    writeFileSync(join(outdir, 'built', name), inAscii(short))
  }
}

/** Letters that esbuild leaves in regular expressions, as escapes: a text of ASCII alone is read and compiled quicker. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function writeIfNew(path, text) {
  let older
  try {
    older = readFileSync(path, 'utf8')
  } catch {
    // not there yet
  }
  if (older !== text) writeFileSync(path, text)
}
