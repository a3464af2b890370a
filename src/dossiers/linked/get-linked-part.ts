import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { fileById, filesByIds, type StoredFile } from '../../documents/index.ts'
import { shownAnswers, type ShownAnswer } from '../../forms/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { ANSWERING, bodiesAnsweredFor } from '../consultation/consulted-reach.ts'
import { nameOf, type Dossier } from '../dossier.ts'
import { formOfDossier } from '../filing/filing-form.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { procedureOf, processOf } from '../known.ts'
import { dossierById } from '../store.ts'
import {
  partState,
  whyNotAccept,
  whyNotComplete,
  whyNotReturn,
  type LinkDirection,
  type LinkedPart,
  type PartEnd,
  type PartState,
} from './linked-part.ts'
import { partWithinSight } from './part-reach.ts'
import { partsOf } from './store.ts'

/** What a linked body sees of a dossier: its part, whose request it is, and what the sender chose to show. Nothing else. */
export type OwnPart = {
  id: string
  dossierId: string
  dossierCode: string
  procedureName: string
  applicantName: string
  stepName: string
  unitName: string
  leadUnitName: string
  direction: LinkDirection
  duty: string
  note: string | null
  sentBy: string
  sentAt: Date
  dueAt: Date
  dueOn: LegalDate
  state: PartState
  acceptedAt: Date | null
  acceptedByName: string | null
  ended: (PartEnd & { file: StoredFile | null }) | null
  /** What was declared; empty where the sender keeps it. */
  answers: ShownAnswer[]
  files: { name: string; file: StoredFile }[]
  whyNotAccept: Reason | null
  whyNotReturn: Reason | null
  whyNotComplete: Reason | null
}

const SEEN_BY = [...ANSWERING, 'intake-officer'] as const

/** A part of the reader's body, or of one their one-stop desk serves. The reading is on the dossier's record. */
export const getLinkedPart = query({
  name: 'dossiers.get-linked-part',
  roles: [...SEEN_BY],
  input: Type.Object({ partId: FileIdInput }),
  run: ({ db }, actor, { partId }): Promise<OwnPart> => openPart(db, actor, partId),
  reads: (_actor, _input, { dossierId }) => [`dossier:${dossierId}`],
})

/** A paper shown with the part, or what the body made. */
export const getPartFile = query({
  name: 'dossiers.get-part-file',
  roles: [...SEEN_BY],
  input: Type.Object({ partId: FileIdInput, fileId: FileIdInput }),
  async run({ db }, actor, { partId, fileId }): Promise<StoredFile> {
    const { files, ended } = await openPart(db, actor, partId)
    const shown = [...files.map(({ file }) => file.id), ended?.fileId]
    const file = shown.includes(fileId) ? await fileById(db, fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_actor, { fileId }) => [`file:${fileId}`],
})

async function openPart(db: Db, actor: Actor, partId: string): Promise<OwnPart> {
  const { dossierId, unitId } = await partWithinSight(db, actor, partId)
  const isOwn = (await bodiesAnsweredFor(db, actor)).includes(unitId)
  const dossier = await dossierById(db, dossierId)
  const part = (await partsOf(db, dossierId)).find(({ id }) => id === partId)
  if (!dossier || !part) throw new Refusal('platform.not-found')
  const notOwn: Reason | undefined = isOwn ? undefined : { code: 'dossiers.not-your-step' }
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const { steps } = await processOf(db, dossier.processId)
  const { direction, duty, note, sentAt, dueAt, dueOn, acceptedAt, acceptedByName } = part
  const given = { direction, duty, note, sentAt, dueAt, dueOn, acceptedAt, acceptedByName }
  return {
    ...given,
    id: partId,
    dossierId,
    dossierCode: dossier.code,
    procedureName: procedure.name,
    applicantName: nameOf(dossier.applicant),
    stepName: steps.find(({ code }) => code === part.stepCode)?.name ?? part.stepCode,
    ...(await unitNames(db, dossier, unitId)),
    sentBy: part.byName,
    state: partState(part),
    ...(await shownFiles(db, part)),
    answers: part.showsAnswers
      ? shownAnswers(await formOfDossier(db, procedure, dossier.formVersion), dossier.answers)
      : [],
    whyNotAccept: notOwn ?? whyNotAccept(part, dossier) ?? null,
    whyNotReturn: notOwn ?? whyNotReturn(part, dossier) ?? null,
    whyNotComplete: notOwn ?? whyNotComplete(part, dossier) ?? null,
  }
}

async function unitNames(db: Db, { handlingUnitId, competentUnitId }: Dossier, unitId: string) {
  const leadUnitId = handlingUnitId ?? competentUnitId
  const names = new Map((await unitsByIds(db, [unitId, leadUnitId])).map(({ id, name }) => [id, name]))
  return { unitName: names.get(unitId) ?? '', leadUnitName: names.get(leadUnitId) ?? '' }
}

async function shownFiles(db: Db, { files, ended }: LinkedPart): Promise<Pick<OwnPart, 'files' | 'ended'>> {
  const ids = [...files, ...(ended?.fileId ? [{ fileId: ended.fileId }] : [])].map(({ fileId }) => fileId)
  const stored = new Map((await filesByIds(db, ids)).map((file) => [file.id, file]))
  return {
    files: files.flatMap(({ fileId, name }) => {
      const file = stored.get(fileId)
      return file ? [{ name, file }] : []
    }),
    ended: ended && { ...ended, file: stored.get(ended.fileId ?? '') ?? null },
  }
}
