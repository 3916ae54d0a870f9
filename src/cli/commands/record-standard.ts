import { setFields } from '../../edits/set-fields.js'
import { targetOf } from '../../edits/target.js'
import { UsageError } from '../../model/usage-error.js'
import { answerPolicy } from '../../policy/answers.js'
import { changeRegister, changingOptions } from '../change.js'
import { argument, defineCommand, option } from '../define-command.js'

const options = [
  option('--version <text>', 'the version that was signed; by default the one in force'),
  option('--date <day>', 'when it was signed; by default today'),
  ...changingOptions,
] as const

export const recordStandardCommand = defineCommand({
  name: 'standard',
  description: 'Record that a partnership or a partner has signed the partnership standard',
  arguments: [argument('<id>', 'a partnership or organisation, by id, name or alias')],
  options,
  examples: [
    'partners record standard omhp --version 1.0 --date 2019-04-30',
    'partners record standard organisations/response --version 1.0',
  ],
  run: (ports, { version, date, ...rest }, id) =>
    changeRegister(ports, rest, ({ register, asOf }) => {
      const target = targetOf(register, id)
      if (target.kind !== 'partnership' && target.kind !== 'organisation')
        throw new UsageError(`${target.name} cannot sign the standard`, 'name a partnership or an organisation')
      const signed = version ?? answerPolicy(register, asOf).policy.single('standard')?.version
      if (signed === undefined)
        throw new UsageError(
          'no version of the standard is in force',
          'write --version, or state the standard in policy.yaml',
        )
      const fields = [
        { path: 'standard.version', values: [signed] },
        { path: 'standard.agreed', values: [date ?? asOf] },
      ]
      return setFields(
        register,
        target,
        fields,
        `${target.name} has signed version ${signed} of the partnership standard`,
      )
    }),
})
