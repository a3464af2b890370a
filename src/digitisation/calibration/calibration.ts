import type { SIGNS } from '../extraction/extracted-field.ts'

export type Sign = (typeof SIGNS)[number]
export type Signs = Record<Sign, number>

/**
 * Hiệu chỉnh độ tin cậy: how signs make a probability. `bend` is what officers' verdicts have taught since: the odds are raised
 * to its first number and multiplied with e to its second.
 */
export type Calibration = {
  version: string
  intercept: number
  weights: Record<Sign, { mean: number; spread: number; weight: number }>
  bend: { slope: number; shift: number }
}

/** Nothing read by a machine alone is called certain. */
const MOST = 0.995
/**
 * What two looks see differently is not sure, whatever else speaks for it, nor what holds signs no paper has; nor are words on a page that
 * reads badly as a whole (photocopies of photocopies stay below, what a printer gave is above): their marks are gone, and what is left may
 * be another word.
 */
const MOST_IN_DOUBT = 0.94
const READS_BADLY = 0.88

/** How likely it is that what these signs speak of is right. */
export function probabilityOf({ intercept, weights, bend }: Calibration, signs: Signs): number {
  const odds = Object.entries(weights).reduce(
    (sum, [sign, { mean, spread, weight }]) => sum + (weight * (signs[sign as Sign] - mean)) / spread,
    intercept,
  )
  const isDoubtful = signs.differs === 1 || signs.odd === 1 || (signs.clear < READS_BADLY && signs.checked === 0)
  const most = isDoubtful ? MOST_IN_DOUBT : MOST
  return Math.min(most, sigmoid(bend.slope * odds + bend.shift))
}

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))
export const oddsOf = (probability: number): number => {
  const inside = Math.min(1 - 1e-4, Math.max(1e-4, probability))
  return Math.log(inside / (1 - inside))
}
