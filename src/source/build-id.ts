declare const __BUILD__: string | undefined

/** What this very program is known by: a hash of all of it, put in when it is bundled; undefined when sources are run. */
export const BUILD_ID: string | undefined = typeof __BUILD__ === 'undefined' ? undefined : __BUILD__
