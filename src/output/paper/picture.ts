import type { Picture } from './house.js'

/** The size of a picture in its own dots. */
export interface Size {
  readonly width: number
  readonly height: number
}

export const MAX_PICTURE_BYTES = 1024 * 1024
const MAX_DOTS = 4000

/** What a file is by its first bytes, with its size; undefined where it is no whole PNG or JPEG. */
export function pictureOf(bytes: Uint8Array): (Picture & Size) | undefined {
  const size = sizeOfPng(bytes)
  if (size !== undefined) return { bytes, type: 'image/png', ...size }
  const ofJpeg = sizeOfJpeg(bytes)
  return ofJpeg && { bytes, type: 'image/jpeg', ...ofJpeg }
}

/** Why a file cannot be placed as a picture, and what to do; undefined where it can. */
export function pictureProblem(bytes: Uint8Array): { readonly message: string; readonly hint: string } | undefined {
  if (bytes.length > MAX_PICTURE_BYTES)
    return { message: `has ${bytes.length} bytes`, hint: 'save it smaller: at most 1 MB' }
  const picture = pictureOf(bytes)
  if (picture === undefined) return { message: 'is no PNG or JPEG', hint: 'save the picture as one of the two' }
  const { width, height } = picture
  if (width === 0 || height === 0) return { message: 'is an empty picture', hint: 'save the picture again' }
  if (Math.max(width, height) <= MAX_DOTS) return undefined
  return { message: `is ${width} by ${height} dots`, hint: `save it smaller: at most ${MAX_DOTS} dots each way` }
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function sizeOfPng(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || PNG.some((it, index) => bytes[index] !== it)) return undefined
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Goes from segment to segment up to the one that begins a frame, which has the size. */
function sizeOfJpeg(bytes: Uint8Array): Size | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined
  const view = viewOf(bytes)
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength)

/** As large as it is at 96 dots to the inch, or smaller where that is more than there is room for. */
export function fitted({ width, height }: Size, room: Size): Size {
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
