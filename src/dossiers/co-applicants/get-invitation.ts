import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import { filesByIds, type StoredFile } from '../../documents/index.ts'
import { shownAnswers, withCommunes, type ShownAnswer } from '../../forms/index.ts'
import { accountById } from '../../identity/index.ts'
import { communes } from '../../organisation/index.ts'
import { paperNamesOf } from '../acting/ground-paper.ts'
import { demandOf, isLaidOutFor, paperOf } from '../application/application.ts'
import { draftApplication } from '../application/store.ts'
import { citizenOnly } from '../application/open-application.ts'
import { draftById } from '../drafts/store.ts'
import { fileIdsOf } from '../filing/filing.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { filingForm } from '../filing/filing-form.ts'
import { procedureOf } from '../known.ts'
import { openDraft } from '../drafts/open-draft.ts'
import {
  isProved,
  severalRule,
  waysToAgree,
  type DraftCoApplicant,
  type HowAgreed,
  type SeveralRule,
} from './co-applicant.ts'
import { PersonIdInput, ResumeCodeInput } from './name-co-applicants.ts'
import { ownInvitation } from './open-draft-together.ts'
import { askedContent, draftCoApplicants, openedBy } from './store.ts'

export type TogetherView = {
  people: DraftCoApplicant[]
  rule: SeveralRule
  /** Hash of what everybody was asked about; nothing while nobody was. */
  askedSha256: string | null
  /** Whether everybody signs, and when the filer did; null: not yet. */
  mustSign: boolean
  filerSignedAt: Date | null
  /** Whether there is a paper with whatever signatures it has. */
  hasPaper: boolean
}

/** Who is named in a draft and what each answered, for whoever fills in. */
export const getTogether = query({
  name: 'dossiers.get-co-applicants',
  roles: ['citizen'],
  input: Type.Object({ resumeCode: ResumeCodeInput }),
  async run({ db, clock }, actor, { resumeCode }): Promise<TogetherView> {
    const draft = await openDraft(db, actor, resumeCode)
    const today = vietnamDate(clock.now())
    const asked = (await askedContent(db, draft.id))?.contentSha256
    const application = await draftApplication(db, draft.id)
    const paper = application && application.voidedAt === null ? application : undefined
    return {
      people: await draftCoApplicants(db, draft.id),
      rule: severalRule(draft.procedureCode, today),
      askedSha256: asked ?? null,
      mustSign: demandOf(draft.procedureCode, today) === 'required',
      filerSignedAt: paper?.how === 'digital-signature' ? paper.signedAt : null,
      hasPaper: asked !== undefined && isLaidOutFor(paper, asked),
    }
  },
})

export type InvitationView = {
  draftId: string
  person: DraftCoApplicant
  procedure: ProcedureVersion
  filerName: string
  others: Pick<DraftCoApplicant, 'id' | 'fullName' | 'answer' | 'how'>[]
  /** When the filer signed the paper; null: not yet. */
  filerSignedAt: Date | null
  ways: readonly HowAgreed[]
  /** They proved minutes ago who they are. */
  isProved: boolean
  /** What will be filed; nothing after a change, until they are asked anew. */
  content: {
    sha256: string
    /** Whether it is laid out to be signed. */
    hasPaper: boolean
    pages: { title: string; answers: ShownAnswer[] }[]
    papers: { name: string; files: StoredFile[] }[]
  } | null
}

/** Exactly what will be filed, for somebody asked to stand for it: every answer, and every file with its SHA-256. */
export const getInvitation = query({
  name: 'dossiers.get-co-invitation',
  roles: ['citizen'],
  input: Type.Object({ id: PersonIdInput }),
  async run({ db, clock }, actor, { id }): Promise<InvitationView> {
    const { citizen, draft, person } = await ownInvitation(db, actor, id)
    const today = vietnamDate(clock.now())
    const procedure = await procedureOf(db, draft.procedureVersionId)
    const asked = await askedContent(db, draft.id)
    const places = (await communes(db, today)).map(({ communeCode, name }) => ({
      value: communeCode ?? '',
      label: name,
    }))
    const form = withCommunes((await filingForm(db, procedure, today)).definition, places)
    const files = asked ? await filesByIds(db, fileIdsOf(asked.input.components)) : []
    const names = asked ? paperNamesOf(procedure, asked.input.answers) : new Map<string, string>()
    const shown = asked ? shownAnswers(form, asked.input.answers) : []
    const everybody = await draftCoApplicants(db, draft.id)
    const application = asked && (await draftApplication(db, draft.id))
    const provedAt = (await accountById(db, citizen.accountId))?.lastSignInAt ?? null
    const hasPaper = asked !== undefined && isLaidOutFor(application, asked.contentSha256)
    return {
      draftId: draft.id,
      person,
      procedure,
      filerName: (await accountById(db, draft.ownerAccountId))?.fullName ?? String(asked?.input.answers.fullName ?? ''),
      others: everybody
        .filter((one) => one.id !== id)
        .map(({ id: other, fullName, answer, how }) => ({ id: other, fullName, answer, how })),
      filerSignedAt: hasPaper && application?.how === 'digital-signature' ? application.signedAt : null,
      ways: waysToAgree(demandOf(draft.procedureCode, today)),
      isProved: asked !== undefined && isProved(provedAt, asked.askedAt, clock.now()),
      content: asked
        ? {
            sha256: asked.contentSha256,
            hasPaper,
            pages: form.layout.pages
              .map(({ id: pageId, title }) => ({ title, answers: shown.filter((one) => one.pageId === pageId) }))
              .filter(({ answers }) => answers.length > 0),
            papers: asked.input.components.map(({ componentCode, fileIds }) => ({
              name: names.get(componentCode) ?? componentCode,
              files: files.filter((file) => fileIds.includes(file.id)),
            })),
          }
        : null,
    }
  },
  reads: (_actor, _, { draftId }) => [`draft:${draftId}`],
})

/** One file of what they are asked about. */
export const getInvitationFile = query({
  name: 'dossiers.get-co-invitation-file',
  roles: ['citizen'],
  input: Type.Object({ id: PersonIdInput, fileId: FileIdInput }),
  async run({ db }, actor, { id, fileId }): Promise<{ draftId: string; file: StoredFile }> {
    const { draft } = await ownInvitation(db, actor, id)
    const asked = await askedContent(db, draft.id)
    const [file] = asked && fileIdsOf(asked.input.components).includes(fileId) ? await filesByIds(db, [fileId]) : []
    if (!file) throw new Refusal('platform.not-found')
    return { draftId: draft.id, file }
  },
  reads: (_actor, { fileId }, { draftId }) => [{ subject: `draft:${draftId}`, facts: { file: fileId } }],
})

/** The application they are asked about, with every signature on it so far. */
export const getInvitationPaper = query({
  name: 'dossiers.get-co-invitation-paper',
  roles: ['citizen'],
  input: Type.Object({ id: PersonIdInput }),
  async run({ db }, actor, { id }): Promise<{ draftId: string; file: StoredFile }> {
    const { draft } = await ownInvitation(db, actor, id)
    const asked = await askedContent(db, draft.id)
    const application = await draftApplication(db, draft.id)
    const isAsked = application && asked && isLaidOutFor(application, asked.contentSha256)
    const [file] = isAsked ? await filesByIds(db, [paperOf(application).fileId]) : []
    if (!file) throw new Refusal('platform.not-found')
    return { draftId: draft.id, file }
  },
  reads: (_actor, _, { draftId, file }) => [{ subject: `draft:${draftId}`, facts: { file: file.id } }],
})

export type OpenInvitation = Pick<DraftCoApplicant, 'id' | 'answer' | 'addedAt'> & {
  procedureName: string
  waits: boolean
}

/** What the reader is asked to agree to, or has answered, while it is not filed. */
export const myInvitations = query({
  name: 'dossiers.my-co-invitations',
  roles: ['citizen'],
  input: Type.Object({}),
  async run({ db }, actor): Promise<OpenInvitation[]> {
    const opened = await openedBy(db, citizenOnly(actor).citizenId)
    return Promise.all(
      opened.map(async ({ id, answer, addedAt, draftId }) => {
        const draft = await draftById(db, draftId)
        const procedureName = draft ? (await procedureOf(db, draft.procedureVersionId)).name : ''
        return {
          id,
          answer,
          addedAt,
          procedureName,
          waits: answer === null && (await askedContent(db, draftId)) !== undefined,
        }
      }),
    )
  },
})
