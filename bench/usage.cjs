// Loaded before a measured program: writes, as it ends, where the bench asks, the most memory that it held, in kilobytes,
// and the time that the processor worked for it, in microseconds.
'use strict'
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }))
})
