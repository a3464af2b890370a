import sharp from 'sharp'
import type { Turn } from './page.ts'

const SIZE = 480

/** A page small enough for a list, turned as it will be. Only of pages made here, which harm no reader. */
export function thumbnail(jpeg: Uint8Array, turn: Turn): Promise<Buffer> {
  return sharp(jpeg).rotate(turn).resize({ width: SIZE, height: SIZE, fit: 'inside' }).jpeg({ quality: 60 }).toBuffer()
}
