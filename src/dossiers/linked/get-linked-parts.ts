import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { fileById, filesByIds, type StoredFile } from '../../documents/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { whyNotLead } from '../consultation/consultation.ts'
import { READERS } from '../consultation/get-consultation.ts'
import { whyNotLeadSteps } from '../demands/leading.ts'
import { hasEnded, type ReachedDossier } from '../dossier.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import {
  partState,
  whyNotReleasePart,
  whyNotRemindPart,
  whyNotResend,
  type LinkedPart,
  type PartState,
} from './linked-part.ts'
import { partsOf } from './store.ts'

/** A part as those who reach the dossier see it, with what the reader may do about it. */
export type LinkedPartView = LinkedPart & {
  unitName: string
  state: PartState
  isLate: boolean
  file: StoredFile | null
  whyNotRemind: Reason | null
  whyNotResend: Reason | null
  whyNotRelease: Reason | null
}

export type DossierParts = { dossierId: string; code: string; parts: LinkedPartView[] }

/** Every part other bodies do of a dossier, for officers who reach the dossier; its one-stop desk among them. */
export const getLinkedParts = query({
  name: 'dossiers.get-linked-parts',
  roles: [...READERS],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db, clock }, actor, { dossierCode }): Promise<DossierParts> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    return { dossierId: dossier.id, code: dossier.code, parts: await partViews(db, dossier, actor, clock.now()) }
  },
  reads: (_actor, _input, { dossierId }) => [`dossier:${dossierId}`],
})

/** What a body made in its part, for officers who reach the dossier. */
export const getLinkedPartFile = query({
  name: 'dossiers.get-linked-part-file',
  roles: [...READERS],
  input: Type.Object({ dossierCode: DossierCodeInput, fileId: FileIdInput }),
  async run({ db }, actor, { dossierCode, fileId }): Promise<StoredFile> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    const made = (await partsOf(db, dossier.id)).some(({ ended }) => ended?.fileId === fileId)
    const file = made ? await fileById(db, fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_actor, { fileId }) => [`file:${fileId}`],
})

/** The parts of a dossier already opened. */
export async function partViews(db: Db, dossier: ReachedDossier, actor: Actor, now: Date): Promise<LinkedPartView[]> {
  const parts = await partsOf(db, dossier.id)
  if (parts.length === 0) return []
  const fileIds = parts.flatMap(({ ended }) => ended?.fileId ?? [])
  const files = new Map((await filesByIds(db, fileIds)).map((file) => [file.id, file]))
  const names = await namesOf(db, parts)
  const notSender = whyNotLead(dossier, actor)
  const whyNotLeadStep = await whyNotLeadSteps(db, dossier, actor)
  const withLead = parts.map((part) => ({ part, notLead: whyNotLeadStep(part.stepCode) }))
  return withLead.map(({ part, notLead }) => ({
    ...part,
    unitName: names.get(part.unitId) ?? '',
    state: partState(part),
    isLate: (part.ended?.at ?? now) > part.dueAt,
    file: files.get(part.ended?.fileId ?? '') ?? null,
    whyNotRemind: notLead ?? whyNotRemindPart(part, dossier, now) ?? null,
    whyNotResend: notSender ?? whyNotResend(part, dossier) ?? null,
    whyNotRelease: notLead ?? whyNotReleasePart(part, dossier, now) ?? null,
  }))
}

export async function namesOf(db: Db, parts: readonly { unitId: string }[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(parts.map(({ unitId }) => unitId))]
  return new Map((await unitsByIds(db, ids)).map(({ id, name }) => [id, name]))
}

/** Who has a part of a dossier in hand, as the applicant is told. */
export type PartAwaited = { unitName: string; duty: string; dueOn: string; isAccepted: boolean }

export async function partsAwaited(db: Db, dossier: ReachedDossier): Promise<PartAwaited[]> {
  if (hasEnded(dossier.handling) || dossier.finishedAt !== null) return []
  const open = (await partsOf(db, dossier.id)).filter(({ ended }) => ended === null)
  const names = await namesOf(db, open)
  return open.map(({ unitId, duty, dueOn, acceptedAt }) => ({
    unitName: names.get(unitId) ?? '',
    duty,
    dueOn,
    isAccepted: acceptedAt !== null,
  }))
}
