// Loads the program with the code that V8 made of it when it was built. What that is worth and why it is safe:
// docs/decisions/0010-code-cache.md.
'use strict'

const { createHash } = require('node:crypto')
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const nodeModule = require('node:module')
const { dirname } = require('node:path')
const { Script } = require('node:vm')

/** Loads the program: with its cache when there is one of these very bytes and this very Node, or else as Node does. */
exports.load = function load(file) {
  const bytes = readFileSync(file)
  const cachedData = readCache(cacheOf(file, bytes))
  if (cachedData !== undefined) return run(file, bytes, cachedData).exports
  if (nodeModule.enableCompileCache) nodeModule.enableCompileCache() // from Node 22.8
  return require(file)
}

/** Part of the build: keeps what V8 compiles while `use` uses the program. */
exports.keep = async function keep(file, use) {
  const bytes = readFileSync(file)
  const { exports: program, script } = run(file, bytes)
  await use(program)
  const cachedData = script.createCachedData()
  const cache = cacheOf(file, bytes)
  writeFileSync(`${cache}.new`, Buffer.concat([sha256(cachedData), cachedData]))
  renameSync(`${cache}.new`, cache)
}

/** Runs the program as `require` would; the build writes it in ASCII. */
function run(file, bytes, cachedData) {
  const script = new Script(nodeModule.wrap(bytes.latin1Slice()), { filename: file, cachedData })
  const module = { exports: {} }
  const require = nodeModule.createRequire(file)
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file))
  return { exports: module.exports, script }
}

function cacheOf(file, bytes) {
  const hash = sha256(bytes).toString('hex', 0, 16)
  return `${file}.${process.version}-${process.platform}-${process.arch}-${hash}.cache`
}

/** What was kept; V8 itself does not notice a damaged cache, and crashes. */
function readCache(cache) {
  try {
    const kept = readFileSync(cache)
    const cachedData = kept.subarray(32)
    return sha256(cachedData).equals(kept.subarray(0, 32)) ? cachedData : undefined
  } catch {
    return undefined // another Node, or another build
  }
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest()
}
