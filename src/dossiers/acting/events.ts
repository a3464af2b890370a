import { defineEvent } from '../../platform/events.ts'
import type { DossierEvent } from '../events.ts'

/** Both sides hear of a right to act; `no` tells one telling from the next. */
type OfRight = DossierEvent & { no: number }

export const actingRecorded = defineEvent<OfRight>('dossiers.acting-recorded')
/** An officer doubts the paper, or accepts it, perhaps after a doubt. */
export const groundDoubted = defineEvent<OfRight>('dossiers.ground-doubted')
export const groundAccepted = defineEvent<OfRight>('dossiers.ground-accepted')
/** Taken back, given up, or over by its day. */
export const actingEnded = defineEvent<OfRight>('dossiers.acting-ended')
