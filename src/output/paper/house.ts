/** A picture as bytes, of a kind that both browsers and Word show. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
}

/** How an organisation has its papers look; everything in it is optional. */
export interface House {
  /** Stands at the top of the first page; `alt` is read aloud in its place. */
  readonly logo?: Picture & { readonly alt: string }
  /** A line at the top of each printed page, and one at its foot. */
  readonly header?: string
  readonly footer?: string
  /** Who may read the paper (“OFFICIAL”), on each printed page. */
  readonly marking?: string
  /** The meeting that the paper goes to, on each printed page. */
  readonly meeting?: string
  /** Rules of style that come after ours; `checkStyleSheet` says whether they may be used. */
  readonly styleSheet?: string
}
