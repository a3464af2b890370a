import sharp from 'sharp'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { IMAGE_PIXELS, MAX_IMAGE_BYTES, whyNotInk } from './ink-image.ts'
import type { InkFacts, InkKind } from './ink-image.ts'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Half a millimetre of a seal has five of them; more only makes every signed file heavier. */
const KEPT = { 'hand-signature': { width: 720, height: 330 }, seal: { width: 420, height: 420 } }
/** Strength of ink from which it counts as ink. */
const INKED = 64

/**
 * An uploaded picture checked, cut to its ink and drawn anew as PNG: nothing else that was in the file is kept.
 * @throws Refusal `signing.image-*`
 */
export async function readInkImage(
  bytes: Uint8Array,
  kind: InkKind,
): Promise<{ png: Buffer; width: number; height: number }> {
  if (bytes.length > MAX_IMAGE_BYTES) {
    throw new Refusal('signing.image-too-large', { megabytes: MAX_IMAGE_BYTES / 1024 / 1024 })
  }
  if (!PNG.equals(bytes.subarray(0, PNG.length))) throw new Refusal('signing.image-not-png')
  try {
    const { data, info } = await open(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    refuse(whyNotInk(kind, factsOf(data, info)))
    const drawn = await open(bytes)
      .ensureAlpha()
      .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 20 })
      .resize({ ...KEPT[kind], fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true })
    return { png: drawn.data, width: drawn.info.width, height: drawn.info.height }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('signing.image-unreadable')
  }
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: IMAGE_PIXELS.most ** 2, failOn: 'error' }).toColourspace('srgb')

function factsOf(data: Buffer, { width, height }: { width: number; height: number }): InkFacts {
  let [transparent, inked, red, green, blue] = [0, 0, 0, 0, 0]
  for (let at = 0; at + 3 < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    if (alpha < INKED / 4) transparent++
    if (alpha < INKED) continue
    inked++
    red += data[at] ?? 0
    green += data[at + 1] ?? 0
    blue += data[at + 2] ?? 0
  }
  const pixels = width * height
  const mean = (sum: number) => sum / Math.max(1, inked)
  return {
    width,
    height,
    transparentShare: transparent / pixels,
    inkShare: inked / pixels,
    colour: { red: mean(red), green: mean(green), blue: mean(blue) },
  }
}
