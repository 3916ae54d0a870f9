// The notices of the packages that are in the bundle: name, version, licence and its text.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The text of THIRD-PARTY.txt for what esbuild put into its outputs; sorted, so the same packages give the same bytes. */
export function thirdParty(root, metafile) {
  const notices = bundledPackages(metafile).map((folder) => notice(root, folder))
  const intro = 'The programs in dist/ contain parts of these packages.\n'
  return [intro, ...notices.toSorted()].join(`\n${'-'.repeat(80)}\n\n`)
}

/** Packages that others have in their own files, where esbuild does not see them. */
const WITHIN = { docx: ['nanoid'] }

/** Folders of the packages with at least one byte in an output. */
function bundledPackages({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs))
  const folders = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput === 0 ? [] : (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  )
  const within = folders.flatMap((it) => (WITHIN[basename(it)] ?? []).map((name) => join(dirname(it), name)))
  return [...new Set([...folders, ...within])]
}

function notice(root, folder) {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  )
  const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
  const texts = files.toSorted().map((file) =>
    readFileSync(join(root, folder, file), 'utf8')
      .replace(/\r\n/g, '\n')
      .trim(),
  )
  if (texts.length === 0)
    texts.push(`No licence file in the package; its author: ${author?.name ?? author ?? 'not named'}.`)
  const home = typeof repository === 'string' ? repository : (repository?.url ?? '')
  return `${name} ${version}\nLicence: ${license ?? 'not named'}\n${home && `Source: ${home}\n`}\n${texts.join('\n\n')}\n`
}
