import { Argument, Command } from 'commander'
import { didYouMean } from '../../model/did-you-mean.js'
import { RECORD_KINDS } from '../../model/record-kinds.js'
import { UsageError } from '../../model/usage-error.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

export const schema = (ports: Ports, exit: Exit) =>
  new Command('schema')
    .description('print the JSON Schema of a kind of record, for editors')
    .addArgument(new Argument('[record]', `which kind: ${RECORD_KINDS.join(', ')}`).default('partnership'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ partners schema partnership > partnership.schema.json\n  $ partners schema policy',
    )
    .action(async (named: string) => {
      const record = RECORD_KINDS.find((it) => it === named)
      if (record === undefined)
        throw new UsageError(`there is no kind of record "${named}"`, didYouMean(named, RECORD_KINDS))
      const { jsonSchema } = await import('../../output/json-schema.js')
      ports.stdout.write(`${JSON.stringify(jsonSchema(record), null, 2)}\n`)
      exit(0)
    })
