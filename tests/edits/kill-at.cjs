// Ends the process, as kill -9 does, before the call of that number that changes something on the disk.
'use strict'

const fs = require('node:fs')

const last = Number(process.env.KILL_AT)
let calls = 0
for (const name of ['writeFileSync', 'writeSync', 'renameSync', 'rmSync', 'openSync', 'symlinkSync', 'linkSync']) {
  const call = fs[name]
  fs[name] = (...args) => {
    const isReading = name === 'openSync' && !String(args[1]).includes('w')
    if (!isReading && ++calls === last) process.kill(process.pid, 'SIGKILL')
    return call(...args)
  }
}
