import sharp from 'sharp'
import { MOST_PIXELS } from '../file.ts'
import { decodeHeic, HeicFault } from '../pictures/heic.ts'
import { Objected } from './verdict.ts'

const JPEG_END = Buffer.from([0xff, 0xd9])
const PNG_END = Buffer.from('IEND', 'latin1')

/** Reads an image's head only: decoding is left to whoever makes pictures of it, with the same limits. */
export async function inspectImage(content: Buffer, mediaType: 'image/jpeg' | 'image/png'): Promise<void> {
  const image = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  const { format, width, height } = await image.metadata().catch((error: Error) => {
    throw new Objected(/pixel limit/i.test(error.message) ? 'documents.image-too-large' : 'documents.image-broken')
  })
  if (`image/${format}` !== mediaType || width === 0 || height === 0) throw new Objected('documents.image-broken')
  if (width * height > MOST_PIXELS) throw new Objected('documents.image-too-large')
  if (!isWhole(content, mediaType)) throw new Objected('documents.image-broken')
}

/** Decoded at the door: officers' browsers cannot open such a photo, so it is worth something only if it opens here. */
export async function inspectHeic(content: Buffer): Promise<void> {
  await decodeHeic(content).catch((error: unknown) => {
    if (error instanceof HeicFault) throw new Objected(`documents.image-${error.why}`)
    throw error
  })
}

/** A cut upload has no end mark. A camera's preview inside the head has one of its own, phones append data after theirs. */
function isWhole(content: Buffer, mediaType: 'image/jpeg' | 'image/png'): boolean {
  return mediaType === 'image/png' ? content.includes(PNG_END) : content.lastIndexOf(JPEG_END) > content.length / 4
}
