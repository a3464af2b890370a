import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { newId } from '../../platform/id.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { decideOn, takeBackOf } from '../learning/decide.ts'
import { oddsOf, sigmoid, type Calibration } from './calibration.ts'
import { bendToVerdicts, type Verdict } from './fit.ts'
import { calibrationInForce, calibrations, verdicts, type Measured, type StoredCalibration } from './store.ts'
import { above, brier } from './table.ts'

/** Fewer verdicts teach nothing that would hold. */
const LEAST_VERDICTS = 200
const SURE = 0.95
/** Every fourth verdict is kept back, to measure on what was not learned from. */
const KEPT_BACK = 4

/**
 * Learns from officers' verdicts how far to trust signs, and proposes it with numbers before and after. Puts nothing in force. Refuses with
 * `digitisation.too-few-verdicts`.
 */
export const proposeFromVerdicts = action({
  name: 'digitisation.propose-calibration',
  roles: ['system', 'administrator'],
  input: Type.Object({}),
  async run({ db, now, journal }): Promise<{ learnedFrom: number }> {
    const all = await verdicts(db)
    if (all.length < LEAST_VERDICTS)
      throw new Refusal('digitisation.too-few-verdicts', { count: all.length, least: LEAST_VERDICTS })
    const inForce = await calibrationInForce(db)
    const [taught, held] = [all.filter((_, at) => at % KEPT_BACK > 0), all.filter((_, at) => at % KEPT_BACK === 0)]
    const content = bendToVerdicts(inForce, `${inForce.version}+${all.length}`, taught)
    const after = held.map((one) => ({ ...one, confidence: bent(inForce, content, one.confidence) }))
    const measured = { learnedFrom: taught.length, before: measure(held), after: measure(after) }
    await calibrations.propose(db, { id: newId(), content, measured }, now)
    journal({ subject: 'calibration', what: 'digitisation.calibration-proposed', facts: { verdicts: all.length } })
    return { learnedFrom: taught.length }
  },
})

/** What a confidence told by one calibration would have been by another of the same weights. */
function bent(told: Calibration, by: Calibration, confidence: number): number {
  const odds = (oddsOf(confidence) - told.bend.shift) / told.bend.slope
  return sigmoid(by.bend.slope * odds + by.bend.shift)
}

function measure(held: readonly Verdict[]): Measured {
  const sure = above(held, SURE)
  return {
    count: held.length,
    sure: sure.count,
    sureRight: sure.right,
    brier: Math.round(brier(held) * 10_000) / 10_000,
  }
}

/** An administrator saw the numbers and accepts the proposal, or refuses it. */
export const decideOnCalibration = action({
  name: 'digitisation.decide-calibration',
  roles: ['administrator'],
  input: Type.Object({ id: Type.String({ format: 'uuid' }), accept: Type.Boolean() }),
  async run(ctx, actor, input): Promise<void> {
    await decideOn(ctx, actor, ['calibration', calibrations], input, (measured) => measured)
  },
})

/** The former calibration holds again. */
export const takeBackCalibration = action({
  name: 'digitisation.take-back-calibration',
  roles: ['administrator'],
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  run: (ctx, _, { id }): Promise<void> => takeBackOf(ctx, ['calibration', calibrations], id),
})

export const listCalibrations = query({
  name: 'digitisation.list-calibrations',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({}),
  run: ({ db }): Promise<StoredCalibration[]> => calibrations.all(db),
})
