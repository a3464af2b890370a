import type { Verdict } from './fit.ts'

/** A row of a calibration table: of `count` values told between two confidences, so many were right. */
export type Step = { from: number; to: number; count: number; right: number }

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01]

export function calibrationTable(verdicts: readonly Verdict[]): Step[] {
  return EDGES.slice(0, -1).map((from, at) => {
    const to = EDGES[at + 1] ?? 1.01
    const own = verdicts.filter(({ confidence }) => confidence >= from && confidence < to)
    return { from, to: Math.min(1, to), count: own.length, right: own.filter(({ isRight }) => isRight).length }
  })
}

/** Of the values told with at least a confidence: how many, and how many of them were right. */
export function above(verdicts: readonly Verdict[], least: number): { count: number; right: number } {
  const own = verdicts.filter(({ confidence }) => confidence >= least)
  return { count: own.length, right: own.filter(({ isRight }) => isRight).length }
}

/** Mean squared distance between what was told and what came true: 0 is perfect. */
export function brier(verdicts: readonly Verdict[]): number {
  const miss = ({ confidence, isRight }: Verdict) => (confidence - (isRight ? 1 : 0)) ** 2
  return verdicts.reduce((sum, one) => sum + miss(one), 0) / Math.max(1, verdicts.length)
}
