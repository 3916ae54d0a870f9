import { Argument, Command } from 'commander'
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../output/json-schema.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

export const schema = (ports: Ports, exit: Exit) =>
  new Command('schema')
    .description('print the JSON Schema of a kind of record, for editors')
    .addArgument(new Argument('[record]', 'which kind').choices([...SCHEMA_NAMES]).default('partnership'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ partners schema partnership > partnership.schema.json\n  $ partners schema policy',
    )
    .action((record: SchemaName) => {
      ports.stdout.write(`${JSON.stringify(jsonSchema(record), null, 2)}\n`)
      exit(0)
    })
