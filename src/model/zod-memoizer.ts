import * as z from 'zod'

/*
 * For the whole process, and for every schema that is read with in it: what was read of a text is a tree, so zod need not
 * look, group by group, whether anything in it leads back to itself. Imported before anything makes a schema.
 */
z.config({ memoizer: { attach: () => {}, guard: () => {}, alloc: (_group, _payload, empty) => empty } })
