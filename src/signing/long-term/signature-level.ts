/**
 * Levels of a PAdES baseline signature, EN 319 142-1 clause 6: signed; with a trusted time; with all that is needed to check it
 * later; with an archive time stamp over all of that.
 */
export const SIGNATURE_LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const
export type SignatureLevel = (typeof SIGNATURE_LEVELS)[number]

export const isAtLeast = (level: SignatureLevel, wanted: SignatureLevel): boolean =>
  SIGNATURE_LEVELS.indexOf(level) >= SIGNATURE_LEVELS.indexOf(wanted)
