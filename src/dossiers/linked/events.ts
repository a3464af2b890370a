import { defineEvent } from '../../platform/events.ts'

/** What happened to a part, for those who are told. */
export const PART_NEWS = ['sent', 'reminded', 'overdue', 'returned', 'done', 'released'] as const
export type PartNews = (typeof PART_NEWS)[number]

/** A part of a dossier another body does; readers load the rest by `partId`. `count` tells news of one kind apart. */
export type LinkedPartEvent = { dossierId: string; code: string; partId: string; news: PartNews; count: number }

export const linkedPartMoved = defineEvent<LinkedPartEvent>('dossiers.linked-part-moved')
