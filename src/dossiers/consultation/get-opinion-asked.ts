import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, filesByIds, type StoredFile } from '../../documents/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { nameOf } from '../dossier.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { procedureOf, processOf } from '../known.ts'
import { consultationToSign } from '../step-records/step-record.ts'
import { dossierById } from '../store.ts'
import { isOpen, type Completeness } from './consultation.ts'
import { ANSWERING, askedWithinReach } from './consulted-reach.ts'
import type { OpinionView } from './get-consultation.ts'
import { consultationsOf } from './store.ts'

/** What a consulted body sees of a dossier: the question, the papers chosen for it, whose request it is. Nothing else. */
export type OpinionAsked = {
  id: string
  dossierId: string
  dossierCode: string
  procedureName: string
  applicantName: string
  unitName: string
  leadUnitName: string
  askedBy: string
  askedAt: Date
  question: string
  /** To this body alone. */
  ownQuestion: string | null
  completeness: Completeness
  legalBasis: string | null
  replyAt: Date
  replyBy: LegalDate
  files: { name: string; file: StoredFile }[]
  /** Own answers, oldest first. */
  opinions: OpinionView[]
  isOpen: boolean
  /** The answer must bear the officer's signature. */
  isToSign: boolean
}

/** A question put to the reader's body. The reading is on the dossier's record. */
export const getOpinionAsked = query({
  name: 'dossiers.get-opinion-asked',
  roles: [...ANSWERING],
  input: Type.Object({ opinionId: FileIdInput }),
  run: ({ db }, actor, { opinionId }): Promise<OpinionAsked> => openAsked(db, actor, opinionId),
  reads: (_actor, _input, { dossierId }) => [`dossier:${dossierId}`],
})

/** A paper shown with the question, or the file of an own answer. */
export const getAskedFile = query({
  name: 'dossiers.get-asked-file',
  roles: [...ANSWERING],
  input: Type.Object({ opinionId: FileIdInput, fileId: FileIdInput }),
  async run({ db }, actor, { opinionId, fileId }): Promise<StoredFile> {
    const asked = await openAsked(db, actor, opinionId)
    const shown = [...asked.files.map(({ file }) => file.id), ...asked.opinions.map((opinion) => opinion.fileId)]
    const file = shown.includes(fileId) ? await fileById(db, fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_actor, { fileId }) => [`file:${fileId}`],
})

async function openAsked(db: Db, actor: Actor, bodyId: string): Promise<OpinionAsked> {
  const { dossierId, consultationNo, unitId } = await askedWithinReach(db, actor, bodyId)
  const dossier = await dossierById(db, dossierId)
  const consultation = (await consultationsOf(db, dossierId)).find(({ no }) => no === consultationNo)
  const body = consultation?.bodies.find(({ id }) => id === bodyId)
  if (!dossier || !consultation || !body) throw new Refusal('platform.not-found')
  const fileIds = [...consultation.files, ...body.opinions].flatMap(({ fileId }) => fileId ?? [])
  const files = new Map((await filesByIds(db, fileIds)).map((file) => [file.id, file]))
  const names = new Map((await unitsByIds(db, [unitId, consultation.leadUnitId])).map(({ id, name }) => [id, name]))
  const { question, completeness, legalBasis, byName, askedAt } = consultation
  return {
    id: bodyId,
    dossierId,
    dossierCode: dossier.code,
    procedureName: (await procedureOf(db, dossier.procedureVersionId)).name,
    applicantName: nameOf(dossier.applicant),
    unitName: names.get(unitId) ?? '',
    leadUnitName: names.get(consultation.leadUnitId) ?? '',
    askedBy: byName,
    askedAt,
    question,
    ownQuestion: body.question,
    completeness,
    legalBasis,
    replyAt: body.replyAt,
    replyBy: body.replyBy,
    files: consultation.files.flatMap(({ fileId, name }) => {
      const file = files.get(fileId)
      return file ? [{ name, file }] : []
    }),
    opinions: body.opinions.map((opinion) => ({
      ...opinion,
      file: opinion.fileId === null ? null : (files.get(opinion.fileId) ?? null),
    })),
    isOpen: body.released === null && isOpen({ ...consultation, handling: dossier.handling }),
    isToSign: consultationToSign(consultation.stepCode, await processOf(db, dossier.processId)) !== undefined,
  }
}
