declare const __BUILD__: string | undefined

/** A hash of the whole program, inserted by the build; undefined when the sources are run. */
export const BUILD_ID: string | undefined = typeof __BUILD__ === 'undefined' ? undefined : __BUILD__
