import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

export const ROOT = join(import.meta.dirname, '..')

/** The launcher, for tests that start a process in a way of their own. */
export const BINARY = join(ROOT, 'bin', 'partners.cjs')

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

interface Where {
  cwd?: string
  /** Put over what every run has: PATH and HOME. */
  env?: Readonly<Record<string, string>>
}

/**
 * Runs a command as a user would, in a process that stays, as most of the time of a process goes into its start. With
 * CI_DEEP=1 through the real binary.
 */
export function runPartners(args: readonly string[], where: Where = {}): Run {
  return process.env['CI_DEEP'] ? runBinary(args, where) : runInProcess(args, where)
}

/** Runs the real binary in a process of its own: for what only a process has, such as its launcher or its time zone. */
export function runBinary(args: readonly string[], { cwd = ROOT, env = {} }: Where = {}): Run {
  return ask({ program: process.execPath, args: [BINARY, ...args], cwd, env: environment(env) })
}

/** Runs a command as `runPartners` does, whatever CI_DEEP says. */
export function runInProcess(args: readonly string[], { cwd = ROOT, env = {} }: Where = {}): Run {
  return ask({ args, cwd, env: environment(env) })
}

/** Runs another program, and waits for its end. @throws Error where it could not be started */
export function runProgram(
  program: string,
  args: readonly string[],
  where: { cwd: string; env: Readonly<Record<string, string | undefined>> },
): Run {
  return ask({ program, args, ...where })
}

const environment = (env: Readonly<Record<string, string>>) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  ...env,
})

let commands: ReturnType<typeof startCommands> | undefined

/** Hands something to the process that runs commands (tests/commands), and waits for its answer. */
function ask(request: object): Run {
  commands ??= startCommands()
  const { bell, port } = commands
  Atomics.store(bell, 0, 0)
  port.postMessage(request)
  Atomics.wait(bell, 0, 0)
  const answer = receiveMessageOnPort(port)!.message as Run | { fault: string }
  if ('fault' in answer) throw new Error(answer.fault)
  return answer
}

function startCommands() {
  const flag = new SharedArrayBuffer(4)
  const { port1, port2 } = new MessageChannel()
  const bridge = new Worker(join(import.meta.dirname, 'commands', 'bridge.cjs'), {
    workerData: { port: port2, flag },
    transferList: [port2],
  })
  bridge.unref()
  port1.unref()
  return { port: port1, bell: new Int32Array(flag) }
}

/** A paper without the revision that it names, which is another with every commit. */
export const unstamped = (paper: string) =>
  paper
    .replace(/, (?:revision \w+(?: with changes that are not committed)?|not under version control)/, '')
    .replace(/; (?:revision \w+(?: with changes that are not committed)?|not under version control);/, ';')
    .replace(/; template \w{32};/, ';')
