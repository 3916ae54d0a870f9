// A small process that stays, in which command lines of partners run one after the other as if each had a process of its
// own, and which starts other programs. It is small on purpose: starting a program costs 4 ms for each 100 MB of the
// process that starts it, and a process full of tests has several hundred.
'use strict'

const { spawnSync } = require('node:child_process')
const { join } = require('node:path')
const { load } = require('../../bin/code-cache.cjs')

const { main, clock } = load(join(__dirname, '..', '..', 'dist', 'main.cjs'))

process.on('message', (request) => void answer(request))

async function answer(request) {
  try {
    process.send('program' in request ? start(request) : await run(request))
  } catch (error) {
    process.send({ fault: String(error?.stack ?? error) })
  }
}

/** Runs a command line with a folder, an environment and streams of its own. */
async function run({ args, cwd, env }) {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  const written = { stdout: '', stderr: '' }
  const stream = (name) => ({ write: (text) => void (written[name] += text), isTerminal: false, width: 80 })
  const [stdout, stderr] = [stream('stdout'), stream('stderr')]
  const code = await main(args, { cwd, env, stdin: { isTerminal: false }, stdout, stderr, clock })
  return { code, ...written }
}

/** Starts a program and waits for its end. */
function start({ program, args, cwd, env }) {
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
  const { status, stdout, stderr, error } = spawnSync(program, args, options)
  return error === undefined ? { code: status, stdout, stderr } : { fault: error.message }
}
