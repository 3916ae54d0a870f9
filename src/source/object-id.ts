import { createHash } from 'node:crypto'

/** The id that git gives to content, made with the same hash (SHA-1 or SHA-256) as another id. */
export const objectId = (bytes: Uint8Array, like = ''): string =>
  createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
