import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { recordProducedFile } from '../documents/index.ts'
import {
  formInForce,
  HOTLINE,
  issuingAgency,
  nameOf,
  numberForm,
  partiesOf,
  renderSupplementRequest,
  type SupplementRequestPaper,
} from '../dossiers/index.ts'
import { maskPersonalId } from '../identity/index.ts'
import { whyNotGuide, type GuidanceItem } from './guidance.ts'
import { stateOf } from './paper-choice.ts'
import { openReception, type Reception } from './reception.ts'
import { insertGuidance } from './store.ts'
import { copiesWords, sheetTexts } from './texts.ts'

/**
 * Not everything is there, so nothing is received: the person takes home form 02 with the whole list of what to bring, and
 * the code by which the next visit goes on. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 17, nay là Nghị định 118/2025/NĐ-CP.
 */
export const giveGuidance = action({
  name: 'desk.give-guidance',
  roles: ['intake-officer'],
  input: Type.Object({
    resumeCode: Type.String({ maxLength: 12 }),
    /** What else to do, in the officer's words; one thing a line. */
    more: Type.Optional(Type.String({ maxLength: 2_000 })),
    /** Why something is asked that an earlier sheet did not name. */
    whyAgain: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  async run(ctx, officer, { resumeCode, more = '', whyAgain: why = '' }): Promise<{ no: number; fileId: string }> {
    const { db, now } = ctx
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const reception = await openReception(ctx, officer, resumeCode)
    const { draft, procedure, desk, guidance } = reception
    if (!draft) throw new Error('an opened reception has a draft')
    const items = itemsOf(reception, more)
    const whyAgain = why.trim() === '' ? null : why.trim()
    refuse(whyNotGuide(items, guidance, whyAgain))
    const no = guidance.length + 1
    const agency = await issuingAgency(ctx, desk)
    const publicAddress = ctx.settings.publicAddress
    const [form, issuedOn] = ['supplement-request', vietnamDate(now)] as const
    const paper = sheetOf(reception, {
      items,
      agency,
      size: formInForce(form, issuedOn).paper,
      number: await numberForm(db, { subjectId: draft.id, form, no, unitId: desk.id, issuedOn }),
      issuedOn,
      resumeCode: draft.resumeCode,
      publicAddress,
      officerName: officer.fullName,
      now,
    })
    const { pdf, pages } = await renderSupplementRequest(paper)
    const file = await recordProducedFile(ctx, {
      bytes: pdf,
      pages,
      name: sheetTexts.fileName(draft.resumeCode, no),
      mediaType: 'application/pdf',
    })
    const by = { byAccountId: officer.accountId, byName: officer.fullName, at: now }
    await insertGuidance(db, {
      draftId: draft.id,
      no,
      procedureCode: procedure.code,
      unitId: desk.id,
      items,
      whyAgain,
      fileId: file.id,
      ...by,
    })
    const facts = { no, number: paper.number, procedure: procedure.code, items: items.length, file: file.id }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'desk.guidance-given', facts })
    return { no, fileId: file.id }
  },
})

/** Everything that is missing, in the order of the list, then what the officer wrote. */
function itemsOf({ papers }: Reception, more: string): GuidanceItem[] {
  const missing = papers.filter((paper) => stateOf(paper) === 'missing')
  const lines = more.split('\n').map((line) => line.trim())
  return [
    ...missing.map((paper) => ({ componentCode: paper.code, what: paper.name, how: copiesWords(paper) || null })),
    ...lines.filter((line) => line !== '').map((what) => ({ componentCode: null, what, how: null })),
  ]
}

type Sheet = Pick<SupplementRequestPaper, 'agency' | 'size' | 'number' | 'issuedOn'> & {
  items: GuidanceItem[]
  resumeCode: string
  publicAddress: string
  officerName: string
  now: Date
}

function sheetOf(
  { procedure, answers }: Reception,
  { items, resumeCode, publicAddress, officerName, now, ...head }: Sheet,
): SupplementRequestPaper {
  const { applicant, submitter } = partiesOf(answers.data)
  const reach = applicant.address === null ? submitter : applicant
  return {
    ...head,
    dossierCode: null,
    guidanceCode: resumeCode,
    trackingAddress: `${publicAddress}/thu-tuc/${procedure.code}`,
    applicant: {
      fullName: nameOf(applicant) || sheetTexts.nobody,
      personalId: applicant.personalId && maskPersonalId(applicant.personalId),
      address: reach.address,
      phone: reach.phone,
      email: reach.email,
    },
    procedure: { code: procedure.code, name: procedure.name },
    officer: { fullName: officerName, position: null },
    copyNote: null,
    printedAt: now,
    items: items.map(({ what, how }) => ({ what, how })),
    reason: sheetTexts.reason,
    stage: sheetTexts.stage,
    legalBasis: sheetTexts.legalBasis,
    supplyBy: null,
    approvedBy: null,
    contact: { fullName: officerName, phone: HOTLINE },
  }
}
