/*
 * How many texts the two readers are compared on. READER_CASES multiplies the usual number, and READER_SEED takes other
 * ones; a failure names the seed of its text.
 */
const TIMES = Number(process.env['READER_CASES'] ?? 1)

export const SEED = Number(process.env['READER_SEED'] ?? 1)

/** @param deep the number with CI_DEEP, where it is not the multiple */
export const casesOf = (usual: number, deep = usual * 20): number =>
  process.env['CI_DEEP'] ? deep : Math.round(usual * TIMES)

/** Longer than a million texts take. */
export const PATIENCE = 60 * 60_000
