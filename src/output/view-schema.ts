import * as z from 'zod'
import { figureSchema } from '../figures/figure.js'

/** The JSON Schema of a paper's view model. */
export function viewSchema(view: z.ZodType): object {
  return z.toJSONSchema(view, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) === figureSchema)
        Object.assign(jsonSchema, { type: 'object', required: ['figure', 'atLeast', 'how', 'sources'] })
    },
  })
}
