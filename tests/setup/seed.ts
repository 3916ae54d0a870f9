import { configureGlobal, readConfigureGlobal } from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a change is refused for what it does and never by chance.
 * PROPERTY_SEED draws others: a number, or `new` for ones that nobody has seen yet; a failure prints its own seed.
 */
const asked = process.env['PROPERTY_SEED']
if (asked !== 'new') configureGlobal({ ...readConfigureGlobal(), seed: Number(asked ?? 1) })
