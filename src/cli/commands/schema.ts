import { dirname } from 'node:path'
import { clean } from '../../model/clean.js'
import { didYouMean } from '../../model/nearest.js'
import { RECORD_KINDS } from '../../model/record-kinds.js'
import { UsageError } from '../../model/usage-error.js'
import { makeFolders } from '../../source/make-folders.js'
import { placeWithin } from '../../source/place-within.js'
import { MAX_BYTES, bytesOf } from '../../source/read-files.js'
import { replaceFile } from '../../source/write-file.js'
import { readingOptions } from '../options.js'
import { argument, defineCommand, option, type OptionsOf } from '../define-command.js'
import { openRegister } from '../open-register.js'
import type { Ports } from '../ports.js'
import { SCHEMAS, schemaFiles } from '../../output/json-schema.js'

const options = [
  option('--write', `write the schemas of all kinds into ${SCHEMAS}/ of the register, for example after an upgrade`),
  ...readingOptions,
] as const
type Options = OptionsOf<typeof options>

export const schema = defineCommand({
  name: 'schema',
  description: 'Print the JSON Schema of a kind of record, or write all of them for editors',
  arguments: [
    argument('[record]', `kind of record: ${RECORD_KINDS.join(', ')} (default: "partnership")`, {
      completes: () => RECORD_KINDS.map((value) => ({ value })),
    }),
  ],
  options,
  examples: ['partners schema partnership > partnership.schema.json', 'partners schema --write'],
  async run(ports, options, named) {
    if (options.write && named !== undefined)
      throw new UsageError('--write writes the schemas of all kinds', `leave ${named} out`)
    if (options.write) await writeSchemas(ports, options)
    else ports.stdout.write(schemaOf(named ?? 'partnership'))
  },
})

function schemaOf(named: string): string {
  const record = RECORD_KINDS.find((it) => it === named)
  if (record === undefined)
    throw new UsageError(`there is no kind of record "${named}"`, didYouMean(named, RECORD_KINDS))
  return schemaFiles()[`${SCHEMAS}/${record}.schema.json`]!
}

/** Replaces the schemas of an earlier release; a file that is not such a schema is not overwritten. */
async function writeSchemas(ports: Ports, options: Options): Promise<void> {
  const { root, printed } = await openRegister(ports, options)
  for (const [path, text] of Object.entries(schemaFiles())) {
    const place = placeWithin(root, path)
    makeFolders(dirname(place))
    const older = bytesOf(place, MAX_BYTES)
    if (older !== undefined && !older.includes('file of a register of partnerships"'))
      throw new UsageError(`${printed(path)} is not a schema of this tool, so it was not overwritten`, 'move it away')
    const isSame = older?.equals(Buffer.from(text)) === true
    if (!isSame) replaceFile(place, text, older ?? 'absent')
    ports.stdout.write(`${isSame ? 'kept' : 'wrote'} ${clean(printed(path))}${isSame ? ', which is current' : ''}\n`)
  }
}
