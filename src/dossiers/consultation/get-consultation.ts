import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { fileById, filesByIds, type StoredFile } from '../../documents/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { hasEnded, type ReachedDossier } from '../dossier.ts'
import { whyNotLeadSteps } from '../demands/leading.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import {
  bodyState,
  isOpen,
  tallyOf,
  whyNotClose,
  whyNotRelease,
  whyNotRemind,
  type BodyState,
  type ConsultedBody,
  type Consultation,
  type Opinion,
  type Tally,
} from './consultation.ts'
import { consultationsOf } from './store.ts'

export type OpinionView = Opinion & { file: StoredFile | null }
export type BodyView = Omit<ConsultedBody, 'opinions'> & {
  unitName: string
  state: BodyState
  opinions: OpinionView[]
  /** Why the reader may not remind it now. */
  whyNotRemind: Reason | null
  /** Why the reader may not stop waiting for it now. */
  whyNotRelease: Reason | null
}
export type ConsultationView = Omit<Consultation, 'bodies' | 'dossierId'> & {
  leadUnitName: string
  isOpen: boolean
  tally: Tally
  bodies: BodyView[]
  /** Why the reader may not close it now. */
  whyNotClose: Reason | null
}

export type DossierConsultations = { dossierId: string; code: string; consultations: ConsultationView[] }

/** Officers who may read what other bodies say about a dossier they reach. */
export const READERS = ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'] as const

/** Every consultation of a dossier with all answers, for officers who reach the dossier. */
export const getConsultation = query({
  name: 'dossiers.get-consultation',
  roles: [...READERS],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db, clock }, actor, { dossierCode }): Promise<DossierConsultations> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    return {
      dossierId: dossier.id,
      code: dossier.code,
      consultations: await consultationViews(db, dossier, actor, clock.now()),
    }
  },
  reads: (_actor, _input, { dossierId }) => [`dossier:${dossierId}`],
})

/** The signed or scanned reply of a consulted body, for officers who reach the dossier. */
export const getOpinionFile = query({
  name: 'dossiers.get-opinion-file',
  roles: [...READERS],
  input: Type.Object({ dossierCode: DossierCodeInput, fileId: FileIdInput }),
  async run({ db }, actor, { dossierCode, fileId }): Promise<StoredFile> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    const opinions = (await consultationsOf(db, dossier.id)).flatMap(({ bodies }) =>
      bodies.flatMap((one) => one.opinions),
    )
    const file = opinions.some((opinion) => opinion.fileId === fileId) ? await fileById(db, fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_actor, { fileId }) => [`file:${fileId}`],
})

/** The consultations of a dossier already opened, with what its reader may do about them. */
export async function consultationViews(
  db: Db,
  dossier: ReachedDossier,
  actor: Actor,
  now: Date,
): Promise<ConsultationView[]> {
  const found = await consultationsOf(db, dossier.id)
  if (found.length === 0) return []
  const fileIds = found.flatMap(({ bodies }) =>
    bodies.flatMap(({ opinions }) => opinions.flatMap((one) => one.fileId ?? [])),
  )
  const files = new Map((await filesByIds(db, fileIds)).map((file) => [file.id, file]))
  const unitIds = found.flatMap(({ leadUnitId, bodies }) => [leadUnitId, ...bodies.map(({ unitId }) => unitId)])
  const names = new Map((await unitsByIds(db, [...new Set(unitIds)])).map(({ id, name }) => [id, name]))
  const whyNotLead = await whyNotLeadSteps(db, dossier, actor)
  return found.map(({ dossierId: _id, ...consultation }) => {
    const open = { ...consultation, handling: dossier.handling }
    const whyNot = whyNotLead(consultation.stepCode)
    return {
      ...consultation,
      leadUnitName: names.get(consultation.leadUnitId) ?? '',
      isOpen: isOpen(open),
      tally: tallyOf(consultation.completeness, consultation.bodies, now),
      whyNotClose: whyNot ?? whyNotClose(consultation, now) ?? null,
      bodies: consultation.bodies.map((body) => ({
        ...body,
        unitName: names.get(body.unitId) ?? '',
        state: bodyState(body, consultation.completeness, now),
        opinions: body.opinions.map((opinion) => ({
          ...opinion,
          file: opinion.fileId === null ? null : (files.get(opinion.fileId) ?? null),
        })),
        whyNotRemind: whyNot ?? whyNotRemind(open, body, now) ?? null,
        whyNotRelease: whyNot ?? whyNotRelease(open, body, now) ?? null,
      })),
    }
  })
}

/** A body whose answer is awaited, as the applicant is told. */
export type Awaited = { unitName: string; replyBy: LegalDate }

/** Whose answers a dossier waits for; bodies whose silence has come to count are left out. */
export async function opinionsAwaited(db: Db, dossier: ReachedDossier, now: Date): Promise<Awaited[]> {
  if (hasEnded(dossier.handling) || dossier.finishedAt !== null) return []
  const open = (await consultationsOf(db, dossier.id)).filter(({ closedAt }) => closedAt === null)
  const bodies = open.flatMap(({ completeness, bodies: asked }) =>
    asked.filter((body) => ['waiting', 'missing'].includes(bodyState(body, completeness, now))),
  )
  const names = new Map(
    (
      await unitsByIds(
        db,
        bodies.map(({ unitId }) => unitId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return bodies.map(({ unitId, replyBy }) => ({ unitName: names.get(unitId) ?? '', replyBy }))
}
