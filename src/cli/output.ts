import { resolve } from 'node:path'
import { writeFileWhole } from '../source/write-file.js'
import type { Ports } from './ports.js'

/** Writes a result to stdout, or whole to a file. */
export function write({ cwd, stdout }: Ports, out: string | undefined, text: string): void {
  if (out === undefined || out === '-') stdout.write(text)
  else writeFileWhole(resolve(cwd, out), text)
}
