/** A ground and the ink that can be read on it (contrast of 4.5 or better). */
export interface Colour {
  readonly ground: string
  readonly ink: string
}

/** Grades of how things are. */
export const GRADE_COLOURS = {
  R: { ground: '#b3261e', ink: '#ffffff' },
  'R/A': { ground: '#e07a3f', ink: '#000000' },
  A: { ground: '#ffbf47', ink: '#000000' },
  'A/G': { ground: '#c5d86d', ink: '#000000' },
  G: { ground: '#1e7a34', ink: '#ffffff' },
} as const satisfies Record<string, Colour>

/**
 * Bands of risk, as Boards know them from their heat maps: green, yellow, orange, red. Printed in grey, each is darker
 * than the one before it.
 */
export const BAND_COLOURS = {
  L: { ground: '#cfe8cb', ink: '#000000' },
  M: { ground: '#f8dc4e', ink: '#000000' },
  H: { ground: '#f0953f', ink: '#000000' },
  E: { ground: '#c3201f', ink: '#ffffff' },
} as const satisfies Record<string, Colour>
