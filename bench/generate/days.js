// Days as a register writes them, `YYYY-MM-DD`. The generated register is frozen at one, so that nothing asks for today.

export const AS_OF = '2026-09-30'

const numbers = (day) => day.split('-').map(Number)
const written = (date) => date.toISOString().slice(0, 10)

export function addDays(day, days) {
  const [year, month, date] = numbers(day)
  return written(new Date(Date.UTC(year, month - 1, date + days)))
}

/** The same day of another month; days after the 28th would need care, and none is handed in. */
export function addMonths(day, months) {
  const [year, month, date] = numbers(day)
  return written(new Date(Date.UTC(year, month - 1 + months, date)))
}

/** How long before its last day a document or review is told as due soon (policy nhs-2026), and two days more. */
const SOON = 62

/** A day so near before the frozen one that what is to be renewed after some months is neither due nor due soon. */
export const renewed = (random, months) => addDays(AS_OF, -random.whole(1, Math.max(1, months * 30 - SOON)))
