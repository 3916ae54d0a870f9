// A thread between a test, which waits, and the process that runs commands, which answers by messages.
'use strict'

const { fork } = require('node:child_process')
const { join } = require('node:path')
const { workerData } = require('node:worker_threads')

const { port, flag } = workerData
const bell = new Int32Array(flag)
const { PARTNERS_COVERAGE } = process.env
const commands = fork(join(__dirname, 'process.cjs'), {
  serialization: 'advanced',
  env: { ...process.env, ...(PARTNERS_COVERAGE && { NODE_V8_COVERAGE: PARTNERS_COVERAGE }) },
})

port.on('message', (request) => commands.send(request))
commands.on('message', answer)
commands.on('exit', (code, signal) => answer({ fault: `the process that runs commands ended (${code ?? signal})` }))

function answer(message) {
  port.postMessage(message)
  Atomics.store(bell, 0, 1)
  Atomics.notify(bell, 0)
}
