import type { Reason } from '../../platform/refusal.ts'

/** ảnh chữ ký tay; ảnh con dấu. */
export type InkKind = 'hand-signature' | 'seal'

/** Exactly one of the two: an officer, or an agency. */
export type InkHolder = { accountId: string; unitId?: undefined } | { unitId: string; accountId?: undefined }

export const kindFor = (holder: InkHolder): InkKind => (holder.accountId === undefined ? 'seal' : 'hand-signature')

export type InkImage = {
  id: string
  kind: InkKind
  accountId: string | null
  unitId: string | null
  /** Of the PNG in the file store. */
  sha256: string
  width: number
  height: number
  keptAt: Date
}

/** What was found in an uploaded picture; shares between 0 and 1, colours between 0 and 255. */
export type InkFacts = {
  width: number
  height: number
  transparentShare: number
  inkShare: number
  /** Mean of what is inked. */
  colour: { red: number; green: number; blue: number }
}

/** Bytes; a clean signature has a tenth of it. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024
export const IMAGE_PIXELS = { least: 120, most: 4000 }
/** A photograph on white has none of it, lines of ink leave much more. */
const LEAST_TRANSPARENT = 0.25
const LEAST_INK = 0.005
/** How far the ink's own colour must stand out. */
const STANDS_OUT = 25

/** Why a picture may not stand for a signature. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I: blue signature, red seal, transparent ground. */
export function whyNotInk(
  kind: InkKind,
  { width, height, transparentShare, inkShare, colour }: InkFacts,
): Reason | undefined {
  const { least, most } = IMAGE_PIXELS
  if (Math.min(width, height) < least || Math.max(width, height) > most) {
    return { code: 'signing.image-size', facts: { least, most, width, height } }
  }
  if (transparentShare < LEAST_TRANSPARENT) return { code: 'signing.image-not-transparent' }
  if (inkShare < LEAST_INK) return { code: 'signing.image-empty' }
  const { red, green, blue } = colour
  const isRightColour =
    kind === 'seal' ? red - Math.max(green, blue) >= STANDS_OUT : blue - Math.max(red, green) >= STANDS_OUT
  return isRightColour ? undefined : { code: kind === 'seal' ? 'signing.image-not-red' : 'signing.image-not-blue' }
}
