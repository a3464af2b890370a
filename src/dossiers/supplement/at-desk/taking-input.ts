import { Type, type Static } from 'typebox'
import { DossierCodeInput, FileIdInput } from '../../filing/filing-input.ts'
import type { TakenItem } from './taking.ts'

const ItemInput = Type.Object(
  {
    no: Type.Integer({ minimum: 1, maximum: 50 }),
    form: Type.Optional(Type.Enum(['original', 'copy', 'certified-copy', 'electronic'])),
    fileIds: Type.Array(FileIdInput, { maxItems: 50 }),
    vaultEntryIds: Type.Optional(Type.Array(FileIdInput, { maxItems: 20 })),
    /** Why it cannot be brought, or the answer where no paper was asked for. */
    reason: Type.Optional(Type.String({ maxLength: 2_000 })),
  },
  { additionalProperties: false },
)

/** What a desk says of an answer, kept half done or taken. */
export const TAKING_FIELDS = {
  dossierCode: DossierCodeInput,
  items: Type.Array(ItemInput, { maxItems: 50 }),
  channel: Type.Optional(Type.Enum(['counter', 'postal'])),
  /** Left out where applicant or submitter brings it. */
  broughtBy: Type.Optional(Type.String({ maxLength: 200 })),
}

export function itemsIn(items: readonly Static<typeof ItemInput>[]): TakenItem[] {
  return items.map(({ no, form = 'electronic', fileIds, vaultEntryIds = [], reason = '' }) => ({
    no,
    form,
    fileIds: [...new Set(fileIds)],
    vaultEntryIds: [...new Set(vaultEntryIds)],
    reason: wordsOrNothing(reason),
  }))
}

export function wordsOrNothing(words: string | undefined): string | null {
  return words?.trim() || null
}
