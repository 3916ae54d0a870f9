#!/usr/bin/env node
// The launcher: answers --version without loading anything, then hands over to the bundle.
// CommonJS, because Node starts it quicker; plain old syntax, because an old Node must be able to read what it is told.
'use strict'

var argv = process.argv.slice(2)
var root = require('path').dirname(__dirname)

if (parseInt(process.versions.node, 10) < 20) {
  refuse('this is Node ' + process.versions.node + '; partners needs Node 20 or later')
} else if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.on('error', function (error) {
    if (error.code !== 'EPIPE') refuse('stdout cannot be written: ' + error.message)
  })
  process.stdout.write(require('../package.json').version + '\n')
} else if (!require('fs').existsSync(root + '/dist/main.cjs')) {
  refuse('not built: run npm ci (or npm run build) in ' + root)
} else {
  start()
}

function start() {
  Promise.resolve()
    .then(program)
    .then(function (loaded) {
      return loaded.start(argv)
    })
    .then(
      function (code) {
        process.exitCode = code
      },
      function (error) {
        refuse('the tool could not start: ' + ((error && error.message) || error))
      },
    )
}

function program() {
  return require('./code-cache.cjs').load(root + '/dist/main.cjs')
}

function refuse(line) {
  process.stderr.write('partners: ' + line + '\n')
  process.exitCode = 2
}
