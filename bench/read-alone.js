// What every command does at least: reads a register, and then nothing. Started as the tool is, see readingAlone in builds.js.
import { readRegister } from '../src/source/read-register.ts'

export async function start(argv) {
  await readRegister(argv[argv.indexOf('--register') + 1])
  return 0
}
