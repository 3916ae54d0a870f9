import { Argument, Command } from 'commander'
import { RECORD_KINDS, type RecordKind } from '../../model/record-kinds.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

export const schema = (ports: Ports, exit: Exit) =>
  new Command('schema')
    .description('print the JSON Schema of a kind of record, for editors')
    .addArgument(new Argument('[record]', 'which kind').choices([...RECORD_KINDS]).default('partnership'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ partners schema partnership > partnership.schema.json\n  $ partners schema policy',
    )
    .action(async (record: RecordKind) => {
      const { jsonSchema } = await import('../../output/json-schema.js')
      ports.stdout.write(`${JSON.stringify(jsonSchema(record), null, 2)}\n`)
      exit(0)
    })
