import type { Role } from '../../../platform/actor.ts'
import { defineEvent } from '../../../platform/events.ts'

export const DISPUTE_OUTCOMES = ['will-be-corrected', 'is-right'] as const
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number]

/** báo sai: the owner says that a paper is wrong; the unit that issued it or took it in answers. */
export type Dispute = {
  id: string
  no: bigint
  entryId: string
  unitId: string
  words: string
  createdAt: Date
  outcome: DisputeOutcome | null
  answer: string | null
  answeredAt: Date | null
  answeredByAccountId: string | null
  answeredByName: string | null
}

/** Who answers for papers of their unit. */
export const ANSWERERS = ['intake-officer', 'head-of-division', 'clerk', 'signatory'] as const satisfies readonly Role[]

export type DisputeEvent = { disputeId: string; entryId: string; source: string; sourceCode: string; title: string }
export const entryDisputed = defineEvent<DisputeEvent & { unitId: string }>('documents.vault-disputed')
export const disputeAnswered = defineEvent<DisputeEvent & { no: number; ownerNumber: string; unitId: string }>(
  'documents.vault-dispute-answered',
)
