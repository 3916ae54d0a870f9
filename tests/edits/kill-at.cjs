// Ends the process, as kill -9 does, before a call that changes something on the disk: the one of the number KILL_AT, or
// the first one when there is the file KILL_ONCE.
'use strict'

const fs = require('node:fs')

const { KILL_AT, KILL_ONCE } = process.env
let calls = 0
const isTime = () => ++calls === Number(KILL_AT) || (KILL_ONCE !== undefined && fs.existsSync(KILL_ONCE))
for (const name of ['writeFileSync', 'writeSync', 'renameSync', 'rmSync', 'openSync', 'symlinkSync', 'linkSync']) {
  const call = fs[name]
  fs[name] = (...args) => {
    const isReading = name === 'openSync' && !String(args[1]).includes('w')
    if (!isReading && isTime()) process.kill(process.pid, 'SIGKILL')
    return call(...args)
  }
}
