import { defineEvent } from '../../platform/events.ts'

/** One body's part of a consultation; readers load the rest by `bodyId`. */
export type ConsultedEvent = { dossierId: string; code: string; bodyId: string }

/** A body is asked for its opinion. */
export const opinionRequested = defineEvent<ConsultedEvent>('dossiers.opinion-requested')
/** A body that has not answered is reminded; `count` numbers its reminders. */
export const opinionReminded = defineEvent<ConsultedEvent & { count: number }>('dossiers.opinion-reminded')
/** The term of a body is over without an answer. */
export const opinionOverdue = defineEvent<ConsultedEvent>('dossiers.opinion-overdue')
/** A body answered, or replaced its answer; `no` numbers its answers. */
export const opinionGiven = defineEvent<ConsultedEvent & { no: number; isLate: boolean }>('dossiers.opinion-given')
/** The lead waits no longer for a body that did not answer in its term. */
export const bodyReleased = defineEvent<ConsultedEvent>('dossiers.body-released')
