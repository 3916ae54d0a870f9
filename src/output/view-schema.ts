import * as z from 'zod'

/** The JSON Schema of a paper's view model. */
export const viewSchema = (view: z.ZodType): object => z.toJSONSchema(view)
