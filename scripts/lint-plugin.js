// Lint rules of our own, for what oxlint's have no words for; a plugin of oxlint.
import { isBuiltin } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders of src/ in the order of the data: each imports only from those before it (docs/architecture.md). */
const LAYERS = 'document model source policy duties stamps rules figures diff lists reports edits output cli'.split(' ')
/** These touch the machine; what the others need of it is handed in. */
const EDGES = ['source', 'cli']
const SOURCES = resolve(dirname(dirname(fileURLToPath(import.meta.url))), 'src')

/** Data flows one way, only the edges touch the machine, and only src/document parses YAML. */
const layers = {
  create(context) {
    const folder = folderOf(context.filename)
    if (folder === undefined) return {}
    const check = (node, source) => {
      const message = trouble(folder, context.filename, source)
      if (message !== undefined) context.report({ node, message })
    }
    const ofDeclaration = (node) => node.source && check(node, node.source.value)
    return {
      ImportDeclaration: ofDeclaration,
      ExportNamedDeclaration: ofDeclaration,
      ExportAllDeclaration: ofDeclaration,
      ImportExpression: (node) => check(node, node.source.value),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value ?? node.argument?.value),
    }
  },
}

function trouble(folder, file, source) {
  if (typeof source !== 'string') return undefined
  if (isBuiltin(source))
    return EDGES.includes(folder) ? undefined : 'only src/source and src/cli touch the machine; have it handed in'
  if (/^(?:js-yaml|yaml)(?:\/|$)/.test(source))
    return folder === 'document' ? undefined : 'only src/document parses YAML, so that every value comes with its place'
  const other = source.startsWith('.') ? folderOf(resolve(dirname(file), source)) : undefined
  if (other === undefined || LAYERS.indexOf(other) <= LAYERS.indexOf(folder)) return undefined
  return `src/${folder} comes before src/${other}: data flows one way (docs/architecture.md)`
}

/** The folder of src/ that a file is in; a new one must be put into its place in the order first. */
function folderOf(file) {
  const [folder, rest] = relative(SOURCES, file).split(sep)
  if (folder === '..' || rest === undefined) return undefined
  if (!LAYERS.includes(folder)) throw new Error(`src/${folder} has no place in the order of scripts/lint-plugin.js`)
  return folder
}

/** Only a day of numbers, `new Date(2019, 3, 30)` or `new Date(Date.UTC(2019, 3, 30))`, is the same on every machine and at every moment. */
const noLooseDate = {
  create: (context) => ({
    NewExpression(node) {
      if (!isDate(node.callee) || (node.arguments.length > 1 && !hasSpread(node)) || isUtc(node.arguments)) return
      const now = 'this reads the clock; take the day as an argument (`asOf`): only src/cli knows what day it is'
      const text = 'this may be another day west of Greenwich; keep days as text, and read them with model/day.ts'
      context.report({ node, message: node.arguments.length === 0 ? now : text })
    },
    CallExpression(node) {
      if (isDate(node.callee)) context.report({ node, message: '`Date()` reads the clock; only src/cli may' })
    },
  }),
}

const isDate = (callee) =>
  (callee.type === 'Identifier' && callee.name === 'Date') ||
  (callee.type === 'MemberExpression' && callee.object.name === 'globalThis' && callee.property.name === 'Date')
const isUtc = ([first]) => first?.type === 'CallExpression' && first.callee.property?.name === 'UTC'
const hasSpread = (node) => node.arguments.some(({ type }) => type === 'SpreadElement')

export default { meta: { name: 'partners' }, rules: { layers, 'no-loose-date': noLooseDate } }
