import * as z from 'zod'
import type { Figure } from '../figures/figure.js'
import { fillNulls } from './engine/fill-nulls.js'
import type { Paper, PaperInput } from './paper.js'

/** A value of a view as a builder may return it: what is not stated may be left out, and becomes null. */
export type Stated<T> = T extends null
  ? null | undefined
  : T extends Figure
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Stated<Item>[]
      : T extends object
        ? StatedKeys<T>
        : T

type StatedKeys<T> = {
  readonly [Key in keyof T as null extends T[Key] ? never : Key]: Stated<T[Key]>
} & { readonly [Key in keyof T as null extends T[Key] ? Key : never]?: Stated<T[Key]> }

/** The keys of a section or row, as a builder may return them. */
export type StatedShape<Shape extends z.ZodRawShape> = StatedKeys<ViewOfShape<Shape>>

/** A part of a paper: the keys that it adds to the view, and how they are built. */
export interface Section<in Scope = never, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly shape: Shape
  /** Leaves out what is not stated: where the shape allows null, `fillNulls` puts it there. */
  readonly build: (scope: Scope) => StatedShape<Shape>
}

export const section = <Scope, Shape extends z.ZodRawShape>(
  shape: Shape,
  build: (scope: Scope) => StatedShape<Shape>,
): Section<Scope, Shape> => ({ shape, build })

type Intersection<T> = (T extends unknown ? (it: T) => void : never) extends (it: infer All) => void ? All : never
type ShapeOf<Sections extends readonly Section[]> =
  Intersection<Sections[number]['shape']> extends infer Shape extends z.ZodRawShape ? Shape : never
/** The input that all the sections need. */
type ScopeOf<Sections extends readonly Section[]> = Sections[number] extends Section<infer Scope> ? Scope : never
type ViewOfShape<Shape> = { [Key in keyof Shape]: z.output<Shape[Key]> }

/** Several sections as one: for a paper, or for each of its rows. */
export const combined = <const Sections extends readonly Section[]>(
  sections: Sections,
): Section<ScopeOf<Sections>, ShapeOf<Sections>> => ({
  shape: allOf(sections.map((it) => it.shape)) as ShapeOf<Sections>,
  build: (scope) => Object.assign({}, ...sections.map((it) => it.build(scope as never))),
})

/** @throws Error where two sections have one key: one of them would be lost */
function allOf(shapes: readonly z.ZodRawShape[]): z.ZodRawShape {
  const keys = shapes.flatMap((it) => Object.keys(it))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`two sections of a paper have the key ${twice}`)
  return Object.assign({}, ...shapes) as z.ZodRawShape
}

/** The view of a paper: `ViewOf<typeof review>`. */
export type ViewOf<It> = It extends Paper<infer View> ? View : never

interface Definition<Sections extends readonly Section[]> extends Omit<Paper, 'view' | 'build'> {
  /** What all its sections are worked out from. */
  readonly scope: (input: PaperInput) => ScopeOf<Sections>
  /** In the order of the paper. */
  readonly sections: Sections
  /** The words of the update, each a template over the view. */
  readonly narrative?: Section<PaperInput>
}

/** A paper from its sections: its view holds the keys of all of them. */
export function definePaper<const Sections extends readonly Section[]>({
  scope,
  sections,
  narrative,
  ...paper
}: Definition<Sections>): Paper<ViewOfShape<ShapeOf<Sections>>> {
  const { shape, build } = combined(sections)
  const own = z.strictObject(shape)
  return {
    ...paper,
    view: narrative === undefined ? own : own.extend({ narrative: z.strictObject(narrative.shape) }),
    build: (input) => ({
      view: fillNulls(build(scope(input)), own) as ViewOfShape<ShapeOf<Sections>>,
      narrative: (narrative?.build(input) ?? {}) as Record<string, string>,
    }),
  }
}
