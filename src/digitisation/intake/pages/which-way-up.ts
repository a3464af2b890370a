import sharp from 'sharp'
import type { ReadLine, Recogniser } from '../../reading/recogniser.ts'

type Turn = 0 | 90 | 180 | 270

const LEAST_WORDS = 8
const SURE = 0.75

/** Reads a stretch of writing one way and, unless that went well, the other: what is upside down is read badly. */
export async function whichWayUp(recogniser: Recogniser, sample: Uint8Array, turn: Turn): Promise<Turn> {
  const asThought = legibility(await recogniser.read(sample, 'vietnamese'))
  if (asThought.words >= LEAST_WORDS && asThought.confidence >= SURE) return turn
  const other = await sharp(sample).rotate(180).png({ compressionLevel: 1 }).withMetadata().toBuffer()
  const upsideDown = legibility(await recogniser.read(other, 'vietnamese'))
  return upsideDown.letters > asThought.letters ? (((turn + 180) % 360) as Turn) : turn
}

/** Words of two letters and more; `letters` counts each by how surely it was read. */
function legibility(lines: readonly ReadLine[]): { words: number; confidence: number; letters: number } {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => /\p{L}{2}/u.test(text))
  const letters = words.reduce((sum, { text, confidence }) => sum + confidence * confidence * text.length, 0)
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
  return { words: words.length, confidence, letters }
}
