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

/** How likely it is that what these signs speak of is right. */
export function probabilityOf({ intercept, weights, bend }: Calibration, signs: Signs): number {
  const odds = Object.entries(weights).reduce(
    (sum, [sign, { mean, spread, weight }]) => sum + (weight * (signs[sign as Sign] - mean)) / spread,
    intercept,
  )
  return Math.min(MOST, sigmoid(bend.slope * odds + bend.shift))
}

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))
export const oddsOf = (probability: number): number => {
  const inside = Math.min(1 - 1e-4, Math.max(1e-4, probability))
  return Math.log(inside / (1 - inside))
}
