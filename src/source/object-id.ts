import { createHash } from 'node:crypto'

/** The name that git gives to content, of the kind of another one: of SHA-1, or of SHA-256 where that is one. */
export const objectId = (bytes: Uint8Array, like = ''): string =>
  createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
