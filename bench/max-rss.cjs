// Loaded before a measured program: writes, as it ends, the most memory that it held, in kilobytes, where the bench asks.
'use strict'
const { writeFileSync } = require('node:fs')

process.on('exit', () => writeFileSync(process.env.BENCH_MAX_RSS, String(process.resourceUsage().maxRSS)))
