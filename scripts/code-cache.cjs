// Part of the build: keeps the code that V8 makes of the program while it checks the embedded register
// and makes a paper of it.
'use strict'

const { join } = require('node:path')
const { keep } = require('../bin/code-cache.cjs')

const root = join(__dirname, '..')
void keep(join(root, 'dist', 'main.cjs'), async (program) => {
  const write = process.stdout.write
  process.stdout.write = () => true
  try {
    for (const command of [['validate'], ['report', 'board-update']]) {
      const code = await program.start([...command, '--register', join(root, 'register'), '--as-of', '2019-04-30'])
      if (code === 2) process.exitCode = 2
    }
  } finally {
    process.stdout.write = write
  }
})
