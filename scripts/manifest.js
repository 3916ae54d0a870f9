// The package.json that is published: without scripts, as none runs where the package is installed and npm warns of any that
// could, and without what is about devDependencies, as everything is bundled. npm packs what lies on the disk, so `prepack` writes it there
// and `postpack` puts the other one back. Where npm was stopped in between, `git checkout package.json` does the same.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const [MANIFEST, KEPT] = ['package.json', '.package.json']

const commands = {
  publish() {
    const text = readFileSync(MANIFEST, 'utf8')
    const { scripts, devDependencies: _bundled, allowScripts: _ofThose, ...published } = JSON.parse(text)
    if (scripts === undefined) throw new Error(`${MANIFEST} is already as published; git checkout ${MANIFEST}`)
    writeFileSync(KEPT, text)
    writeFileSync(MANIFEST, `${JSON.stringify(published, null, 2)}\n`)
  },
  restore() {
    if (existsSync(KEPT)) renameSync(KEPT, MANIFEST)
  },
  /** The registry shows the package.json of a folder as it is after packing, but that of a tarball as it was packed. */
  refuse() {
    throw new Error('publish the tarball that was tested, not this folder; docs/releasing.md says how')
  },
}

try {
  commands[process.argv[2]]()
} catch (error) {
  console.error(`scripts/manifest.js: ${error.message}`)
  process.exitCode = 1
}
