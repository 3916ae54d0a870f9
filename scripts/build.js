// Bundles the tool: ESM, split by command and heavy format, behind the launcher in bin/. Silent unless it fails.
// `node scripts/build.js [entry [folder]]` builds something else, for trying.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { thirdParty } from './third-party.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [entry = 'src/cli/main.ts', folder = 'dist'] = process.argv.slice(2)
const outdir = resolve(root, folder)

try {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: entry },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true, // names stay, so that a stack trace in a bug report can be read
    chunkNames: '[name]-[hash]',
    legalComments: 'none', // all licences are in THIRD-PARTY.txt
    alias: {
      // Node's entry of handlebars brings file loading and source maps, which templates here never use
      handlebars: resolve(root, 'node_modules/handlebars/dist/cjs/handlebars.js'),
    },
    // libraries written as CommonJS ask for node's own modules by require
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  mkdirSync(outdir, { recursive: true })
  const made = new Set(outputFiles.map(({ path }) => basename(path)))
  // the entry last: until then it is the old one, whose chunks are still there
  for (const { path, contents } of outputFiles.toSorted((a, b) => isEntry(a) - isEntry(b)))
    writeFileSync(path, contents)
  for (const name of readdirSync(outdir)) if (!made.has(name)) rmSync(join(outdir, name), { recursive: true })
  if (folder === 'dist') writeIfNew(join(root, 'THIRD-PARTY.txt'), thirdParty(root, metafile))
} catch (error) {
  if (!error?.errors) console.error(error) // esbuild has told its own errors
  process.exitCode = 1
}

function isEntry({ path }) {
  return basename(path) === 'main.js' ? 1 : 0
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
