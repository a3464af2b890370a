import { newId } from '../platform/id.ts'
import { Readable } from 'node:stream'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Citizen, Officer } from '../platform/actor.ts'
import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate, type LegalDate } from '../platform/dates.ts'
import {
  draftProcess,
  papersOf,
  procedureInForce,
  processInForce,
  publishProcess,
  type ProcessDefinition,
} from '../catalogue/index.ts'
import { receiveUpload } from '../documents/index.ts'
import { fieldsOf } from '../forms/index.ts'
import { GROUND_PAPER, papersAskedOf } from './acting/ground-paper.ts'
import { filingForm } from './filing/filing-form.ts'
import type { FilingInput } from './filing/filing-input.ts'

/** Answers of a person who files for themselves, as the form of most procedures asks for them. */
export function answersOfPerson({
  fullName,
  personalId,
}: Pick<Citizen, 'fullName' | 'personalId'>): Record<string, unknown> {
  return {
    applicantKind: 'person',
    identityPaper: 'personal-id',
    fullName,
    personalId,
    bornOn: `19${personalId.slice(4, 6)}-03-14`,
    phone: '0912000512',
    address: 'Tổ 5, khu 2',
    communeCode: '06673',
    onBehalf: 'self',
    request: 'Đề nghị chứng thực bản sao bằng tốt nghiệp',
    resultDelivery: 'electronic',
    declaredTrue: true,
  }
}

/** Answers of a person who files for another by an authorisation of theirs. */
export function answersForAnother(
  filer: Pick<Citizen, 'fullName' | 'personalId'>,
  applicant: { fullName: string; personalId: string },
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    ...answersOfPerson(filer),
    onBehalf: 'other',
    capacity: 'authorised',
    ownerName: applicant.fullName,
    ownerPersonalId: applicant.personalId,
    ownerBornOn: `19${applicant.personalId.slice(4, 6)}-05-01`,
    ownerRelation: 'hàng xóm',
    groundNumber: '12/UQ',
    groundIssuedOn: '2026-10-01',
    groundIssuer: 'UBND phường Bãi Cháy',
    groundScope: 'Nộp hồ sơ và nhận kết quả',
    ...changes,
  }
}

/** A one-page PDF uploaded by this person. */
export async function uploadPdf(app: App, actor: Citizen | Officer, text = 'Ban chinh'): Promise<string> {
  const document = await PDFDocument.create()
  // Two of one text within one second are two files all the same.
  document.setSubject(newId())
  document.addPage([300, 200]).drawText(text, { x: 20, y: 100, size: 12 })
  const bytes = await document.save()
  const { id } = await receiveUpload(app, actor, { name: `${text}.pdf`, stream: Readable.from([Buffer.from(bytes)]) })
  return id
}

/** A complete filing of a procedure: one upload for the first paper asked of everybody, the other papers left out with a reason. */
export async function aFiling(
  app: App,
  actor: Citizen | Officer,
  procedureCode: string,
  changes: Partial<FilingInput> = {},
): Promise<FilingInput> {
  const procedure = await procedureInForce(app.db, procedureCode, vietnamDate(app.clock.now()))
  if (!procedure) throw new Error(`no procedure ${procedureCode}`)
  const { definition } = await filingForm(app.db, procedure, vietnamDate(app.clock.now()))
  const asked = new Set(fieldsOf(definition).map(({ name }) => name))
  const { answers, ...more } = changes
  const told = answers ?? (actor.kind === 'citizen' ? answersOfPerson(actor) : {})
  const [first, ...others] = papersOf(procedure).filter(({ conditional, eform }) => !conditional && !eform)
  const given = Object.fromEntries(Object.entries(told).filter(([name]) => asked.has(name)))
  const ground = papersAskedOf(procedure, given).filter(({ code }) => code === GROUND_PAPER)
  const components = await Promise.all(
    [...(first ? [first] : []), ...ground].map(async ({ code }) => ({
      componentCode: code,
      form: 'electronic' as const,
      fileIds: [await uploadPdf(app, actor)],
    })),
  )
  return {
    procedureCode,
    competentUnitCode: 'H49.136',
    answers: given,
    components,
    omitted: others.map(({ code }) => ({ componentCode: code, reason: 'not-my-case' })),
    ...more,
  }
}

/** Gives a procedure a process of its own, made from the one it follows today; in force at once where no day is given. */
export async function publishOwnProcess(
  app: App,
  administrator: Officer,
  procedureCode: string,
  change: (process: ProcessDefinition) => ProcessDefinition,
  from?: LegalDate,
): Promise<void> {
  const today = vietnamDate(app.clock.now())
  const model = (await processInForce(app.db, procedureCode, today))?.definition
  if (!model) throw new Error(`no process for ${procedureCode}`)
  const code = `rieng-${procedureCode.replace('.', '-')}`
  const definition = change({ ...model, code, version: 1, name: 'Quy trình riêng', procedureCode })
  const { revision } = await runAction(app, draftProcess, administrator, { definition, over: 0 })
  await runAction(app, publishProcess, administrator, { code, revision, validFrom: from ?? today })
}

type Step = ProcessDefinition['steps'][number]

/** A step that runs beside the appraisal. */
export function besideAppraisal(step: Pick<Step, 'code' | 'name' | 'kind'> & Partial<Step>): Step {
  return {
    role: 'specialist',
    unitRule: 'handling',
    states: [],
    beside: 'tham-dinh',
    budgetHours: null,
    produces: [],
    signed: false,
    outcomes: [],
    consultation: null,
    linked: null,
    ...step,
  }
}
