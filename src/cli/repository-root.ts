import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findRepository } from '../source/repository.js'
import { existingAbove, printedFrom } from './open-register.js'
import type { Ports } from './ports.js'

/**
 * A file of the register as CI and code scanning want it named: from the checkout that CI names, or else from the top of
 * the repository that holds the register; where there is neither, from the folder that the tool runs in.
 * @param root the folder of the register, absolute
 */
export function printedFromRepository(ports: Ports, root: string): (file: string) => string {
  const there = existingAbove(root)
  const folder = real(there) ?? there
  return printedFrom(rootOf(ports, folder), join(folder, relative(there, root)))
}

function rootOf({ cwd, env }: Ports, folder: string): string {
  const named = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']].filter((it) => it !== undefined && it !== '')
  const checkout = named.map((it) => real(it!)).find((it) => it !== undefined && holds(it, folder))
  return checkout ?? findRepository(folder)?.top ?? cwd
}

function real(folder: string): string | undefined {
  try {
    return realpathSync(folder)
  } catch {
    return undefined // a checkout of another machine: the repository itself knows better
  }
}

const holds = (above: string, folder: string) => !relative(above, folder).startsWith('..')
