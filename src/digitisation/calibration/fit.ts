import { SIGNS } from '../extraction/extracted-field.ts'
import { oddsOf, sigmoid, type Calibration, type Sign, type Signs } from './calibration.ts'

/** A value whose truth is known. */
export type Known = { signs: Signs; isRight: boolean }

const ROUNDS = 3_000
const STEP = 0.5
/** Keeps weights small where papers say little. */
const SHRINK = 0.003

/** Fits the weights of signs on values whose truth is known: logistic regression by descent, the same for the same values. */
export function fitCalibration(version: string, known: readonly Known[]): Calibration {
  const scale = new Map(SIGNS.map((sign) => [sign, spreadOf(known.map(({ signs }) => signs[sign]))]))
  const rows = known.map(({ signs, isRight }) => ({
    at: SIGNS.map((sign) => (signs[sign] - (scale.get(sign)?.mean ?? 0)) / (scale.get(sign)?.spread ?? 1)),
    truth: isRight ? 1 : 0,
  }))
  const { intercept, weights } = descend(rows, SIGNS.length)
  return {
    version,
    intercept,
    weights: Object.fromEntries(
      SIGNS.map((sign, no) => [sign, { ...(scale.get(sign) ?? { mean: 0, spread: 1 }), weight: weights[no] ?? 0 }]),
    ) as Record<Sign, { mean: number; spread: number; weight: number }>,
    bend: { slope: 1, shift: 0 },
  }
}

/** A verdict of an officer on a value that was told with a confidence. */
export type Verdict = { confidence: number; isRight: boolean }

/** What verdicts teach: the same weights, the odds bent to what came true (Platt). Few verdicts bend little. */
export function bendToVerdicts(calibration: Calibration, version: string, verdicts: readonly Verdict[]): Calibration {
  const rows = verdicts.map(({ confidence, isRight }) => ({ at: [oddsOf(confidence)], truth: isRight ? 1 : 0 }))
  const { intercept, weights } = descend(rows, 1, { intercept: 0, weights: [1] })
  const [slope = 1] = weights
  const { bend } = calibration
  return { ...calibration, version, bend: { slope: bend.slope * slope, shift: bend.shift * slope + intercept } }
}

type Row = { at: number[]; truth: number }
type Line = { intercept: number; weights: number[] }

/** Shrinks towards where it begins. */
function descend(rows: readonly Row[], count: number, from?: Line): Line {
  const begin = from ?? { intercept: 0, weights: Array.from({ length: count }, () => 0) }
  let { intercept, weights } = { intercept: begin.intercept, weights: [...begin.weights] }
  for (let round = 0; round < ROUNDS && rows.length > 0; round += 1) {
    const slope = Array.from({ length: count }, () => 0)
    let shift = 0
    for (const { at, truth } of rows) {
      const miss = sigmoid(at.reduce((sum, value, no) => sum + value * (weights[no] ?? 0), intercept)) - truth
      shift += miss
      at.forEach((value, no) => void (slope[no] = (slope[no] ?? 0) + miss * value))
    }
    const step = STEP / Math.sqrt(1 + round / 200)
    intercept -= (step * shift) / rows.length
    weights = weights.map((weight, no) => {
      const pull = SHRINK * (weight - (begin.weights[no] ?? 0))
      return weight - step * ((slope[no] ?? 0) / rows.length + pull)
    })
  }
  return { intercept, weights }
}

function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, spread: Math.sqrt(square) || 1 }
}
