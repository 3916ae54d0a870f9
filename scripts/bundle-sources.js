// Which source file each line of a readable bundle is from.
import { readFileSync } from 'node:fs'

/** The source file of each line of a bundle: esbuild writes its name before each. */
export function sourcesOf(bundle) {
  let current
  return readFileSync(bundle, 'utf8')
    .split('\n')
    .map((line) => (current = /^ *\/\/ ((?:src|node_modules)\/\S+)$/.exec(line)?.[1] ?? current))
}
