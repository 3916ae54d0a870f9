import type { ScalarStyle } from './node.js'

/*
 * What may be written where, for the quick reader of plain YAML (`plain-yaml.ts`). The model makes shapes from the
 * catalogue of fields (`model/shapes.ts`).
 */

/** What may be written at a place, and what becomes of it. */
export type Shape = ScalarShape | ListShape | MapShape | GroupShape | AnyShape

/** A single value. */
export interface ScalarShape {
  readonly kind: 'scalar'
  /** The typed value of a text. @throws GIVE_UP where it does not fit */
  read(text: string, style: ScalarStyle): unknown
  /** What is to be told of how it is written; undefined for most values. */
  noted(text: string, style: ScalarStyle): string | undefined
}
export interface ListShape {
  readonly kind: 'list'
  readonly item: Shape
}
/** A map of any keys. */
export interface MapShape {
  readonly kind: 'map'
  readonly value: Shape
}
/** A map of known keys, each with a slot. */
export interface GroupShape {
  readonly kind: 'group'
  readonly slots: ReadonlyMap<string, number>
  /** The shape of a slot. */
  shape(slot: number): Shape
  /** The map of the values by slot, undefined where a key is not there. @throws GIVE_UP where one must be */
  make(values: readonly unknown[]): object
}
/** Whatever is written; all of it together is read by `finish`. */
export interface AnyShape {
  readonly kind: 'any'
  readonly scalar: ScalarShape
  readonly list: ListShape
  readonly map: MapShape
  /** @throws GIVE_UP where it does not fit */
  finish(plain: unknown): unknown
}

/** Is thrown where only the careful reader can tell. */
export const GIVE_UP = new Error('this text is not plain')

export function giveUp(): never {
  throw GIVE_UP
}
