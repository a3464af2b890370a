import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { formatTerm } from '../../platform/term.ts'
import { maskPersonalId } from '../../identity/index.ts'
import { unitsByIds, type Unit } from '../../organisation/index.ts'
import { actingOfDossier } from '../acting/store.ts'
import { paperNamesOf } from '../acting/ground-paper.ts'
import { coApplicantsOf } from '../co-applicants/store.ts'
import { parseCode } from '../filing/dossier-code.ts'
import { nameOf, type Dossier, type Party } from '../dossier.ts'
import { procedureOf } from '../known.ts'
import type { IntakeRefusal } from '../intake/store.ts'
import { actsAsWords } from './texts.ts'
import type { AppointmentSlip, SuppliedItem } from './appointment-slip.ts'
import type { DossierPaper, IssuingAgency, PaperPerson } from './dossier-paper.ts'
import type { RejectionNoticePaper } from './rejection-notice.ts'
import type { SupplementRequestPaper } from './supplement-request.ts'
import { numberPaper, type NumberedForm } from './number-form.ts'
import { formInForce } from './statutory-form.ts'
import type { PaperKind } from './store.ts'
import { componentsOfDossier, stepsOf } from '../store.ts'
import type { SupplementRequest } from '../supplement/supplement.ts'
import { supplementRequestsOf } from '../supplement/store.ts'
import { HOTLINE, deliveryWords, feeWords, supplementDocument, supplementStageWords } from '../texts.ts'

/** Contents of form 01; undefined when the dossier waits again and no due date runs. */
export async function appointmentSlip(
  app: App,
  dossier: Dossier,
  line: { book: string; line: number } | null,
): Promise<AppointmentSlip | undefined> {
  const received = (await stepsOf(app.db, dossier.id)).findLast(({ toHandling }) => toHandling === 'received')
  if (!received || !dossier.dueAt) return undefined
  const procedure = await procedureOf(app.db, dossier.procedureVersionId)
  const names = paperNamesOf(procedure, dossier.answers)
  const acting = await actingOfDossier(app.db, dossier.id)
  const given = (await componentsOfDossier(app.db, dossier.id)).filter(({ form }) => form !== null)
  const { paper, desk } = await common(app, dossier, received.byName, { form: 'appointment-slip' })
  return {
    ...paper,
    submitterName: dossier.submitter.fullName,
    actsAs: acting ? actsAsWords(acting) : null,
    together: (await coApplicantsOf(app.db, dossier.id)).map(({ fullName }) => fullName),
    components: given.map(({ code, form, files }) => ({
      name: names.get(code) ?? code,
      form: form === 'original' || form === 'electronic' ? form : 'copy',
      quantity: files.length,
    })),
    supplied: await suppliedLast(app, dossier),
    sets: 1,
    fees: feeWords(procedure, dossier.channel),
    term: formatTerm(dossier.term),
    promisedTerm: null,
    receivedAt: received.at,
    dueAt: dossier.dueAt,
    provisional: dossier.dueExplanation.some(({ status }) => status === 'predicted'),
    pickUpAt: desk.name,
    delivery: deliveryWords[dossier.resultDelivery],
    register: line && { book: line.book, line: String(line.line) },
    hotline: HOTLINE,
  }
}

/** The answer to the last request, as the slip after it lists it. */
async function suppliedLast({ db }: App, { id }: Dossier): Promise<AppointmentSlip['supplied']> {
  const last = (await supplementRequestsOf(db, id)).findLast(({ answeredAt }) => answeredAt !== null)
  if (!last?.answeredAt) return null
  const items = last.items.map(({ no, what }): SuppliedItem => {
    const own = last.taken?.items.find((one) => one.no === no)
    return { what, form: own?.form ?? null, reason: own?.reason ?? null }
  })
  return { request: supplementDocument(last.no), on: vietnamDate(last.answeredAt), items }
}

export async function supplementRequestPaper(
  app: App,
  dossier: Dossier,
  request: SupplementRequest,
): Promise<SupplementRequestPaper> {
  const { paper } = await common(app, dossier, request.byName, {
    form: 'supplement-request',
    no: request.no,
  })
  return {
    ...paper,
    items: request.items.map(({ what, how }) => ({ what, how })),
    reason: request.items.map(({ reason }) => reason).join(' '),
    stage: supplementStageWords(request.stage),
    legalBasis: request.legalBasis,
    supplyBy: request.replyBy,
    approvedBy: null,
    contact: { fullName: request.byName, phone: HOTLINE },
  }
}

export async function rejectionNotice(
  app: App,
  dossier: Dossier,
  refusal: IntakeRefusal,
): Promise<RejectionNoticePaper> {
  const { paper } = await common(app, dossier, refusal.byName, { form: 'refusal-notice' })
  return {
    ...paper,
    reasons: [refusal.reason],
    legalBases: [refusal.legalBasis],
    advice: null,
    contact: { fullName: refusal.byName, phone: HOTLINE },
  }
}

const PRINTER = { kind: 'system', name: 'dossiers.printer' } as const

/** Which paper it is; `no` tells several of one form apart. */
type Which = { form: PaperKind; no?: number; speaks?: 'desk' | 'competent' }

/** What all papers of a dossier carry; issued by the receiving desk unless the deciding body speaks. */
export async function common(
  app: App,
  dossier: Dossier,
  officerName: string,
  { form, no = 1, speaks = 'desk' }: Which,
): Promise<{ paper: DossierPaper; desk: Unit }> {
  const now = app.clock.now()
  const issuedOn = vietnamDate(now)
  const units = new Map(
    (await unitsByIds(app.db, [dossier.receivedByUnitId, dossier.competentUnitId])).map((unit) => [unit.id, unit]),
  )
  const desk = units.get(dossier.receivedByUnitId)
  if (!desk) throw new Error(`no unit ${dossier.receivedByUnitId}`)
  const { code, name } = await procedureOf(app.db, dossier.procedureVersionId)
  const issuer = speaks === 'desk' ? desk : (units.get(dossier.competentUnitId) ?? desk)
  const numbered = { subjectId: dossier.id, form, no, unitId: issuer.id, issuedOn }
  const paper: DossierPaper = {
    size: formInForce(form, issuedOn).paper,
    agency: await issuingAgency(app, issuer),
    number: await numberOf(app, dossier, numbered),
    issuedOn,
    dossierCode: dossier.code,
    trackingAddress: `${app.settings.publicAddress}/tra-cuu?ma=${encodeURIComponent(dossier.code)}`,
    applicant: personOf(dossier.applicant, dossier.submitter),
    procedure: { code, name },
    officer: { fullName: officerName, position: null },
    copyNote: null,
    printedAt: now,
  }
  return { paper, desk }
}

/** Form 01 goes by the dossier's own number of the day; the others have a run of their own. */
async function numberOf(app: App, { code }: Dossier, paper: NumberedForm): Promise<string | null> {
  const { numbering } = formInForce(paper.form, paper.issuedOn)
  if (numbering === null) return null
  if (numbering.counts === 'unit-year') return runAction(app, numberPaper, PRINTER, paper)
  const ofTheDay = parseCode(code)?.number
  return ofTheDay === undefined ? null : `${ofTheDay}/${numbering.symbol}`
}

/** A desk as its papers name it. */
export async function issuingAgency({ db }: Pick<App, 'db'>, desk: Unit): Promise<IssuingAgency> {
  const above = desk.parentId === null ? undefined : (await unitsByIds(db, [desk.parentId]))[0]
  return { parent: above?.name ?? null, name: desk.name, place: placeOf(desk, above), phone: null }
}

/** Where it was written: the commune's own name, else the province's. */
function placeOf(desk: Unit, above: Unit | undefined): string {
  const named = desk.communeCode === null ? (above ?? desk) : desk
  return named.name.replace(/^.*?(?:(?:phường|xã|đặc khu|thành phố|tỉnh)\s+)/iu, '')
}

/** Owners filed for by others leave no address of their own: the submitter's is how they are reached. */
function personOf(applicant: Party, submitter: Party): PaperPerson {
  const reach = applicant.address === null ? submitter : applicant
  return {
    fullName: nameOf(applicant),
    personalId: applicant.personalId && maskPersonalId(applicant.personalId),
    address: reach.address,
    phone: reach.phone,
    email: reach.email,
  }
}
