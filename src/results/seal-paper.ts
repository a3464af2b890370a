import type { ActionContext } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate, type LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'
import { recordProducedFile } from '../documents/index.ts'
import { unitById } from '../organisation/index.ts'
import {
  keyOfUnit,
  levelDemanded,
  lookOfAgency,
  renewalDay,
  requestCompleted,
  requestSignature,
  type SignatureLevel,
  type SignatureLook,
  type SignedFile,
  type SigningRequest,
} from '../signing/index.ts'
import { dateText, numberText } from './document-number.ts'
import { holdNumber, insertIssued, issueNumber } from './issued-store.ts'
import { FIELDS } from './render-result.ts'
import { isSealedAlone, type Result, type ResultContent, type ResultFile } from './result.ts'
import type { KeyUser } from './sign-result.ts'
import { insertPlan } from './renewal/store.ts'
import { insertFile, saveResult } from './store.ts'

/** Long enough for a slow time-stamp authority and a clerk who types the PIN again; then the next document may have it. */
const HOLD_NUMBER_MS = 10 * 60_000

export type Held = { year: number; no: number; numberText: string; issuedOn: string }

/** A seal asked for: with which number, and what it looks like; kept until it is there. */
export type SealContext = {
  title: string
  held: Held
  agency: ResultContent['agency']
  unitId: string
  isAlone: boolean
  reason: string
  /** What it is issued at, as demanded when it was asked for. */
  level: SignatureLevel
}

/** The sealed bytes with the times their signatures tell. */
export type Sealed = {
  requestId: string
  held: Held
  signedAt: Date
  sealedAt: Date
  /** The day by which it needs its next archive time stamp. */
  renewBy: LegalDate | null
  bytes: Uint8Array
}

type SealAsked<Of> = {
  purpose: string
  reason: string
  procedureCode: string
  of: Of
  signer?: 'token' | undefined
  /** False for a paper that carries its number and date already. */
  fills?: boolean
}

/** Takes the number, without which there is nothing to seal, and notes that the agency's key is going to be used. */
export async function beginSeal<Of>(
  ctx: ActionContext,
  clerk: KeyUser,
  { result, signed, subject }: { result: Result; signed: ResultFile; subject: string },
  { purpose, reason, procedureCode, of, signer, fills = true }: SealAsked<Of>,
): Promise<SigningRequest<SealContext & Of>> {
  const { db, now } = ctx
  const unit = await unitById(db, result.unitId)
  if (!unit) throw new Error(`no unit ${result.unitId}`)
  const holder = await keyOfUnit(db, result.unitId, now, signer)
  if (!holder && signer === 'token') throw new Refusal('signing.no-token')
  const issuedOn = vietnamDate(now)
  const until = new Date(now.getTime() + HOLD_NUMBER_MS)
  const number = await holdNumber(db, result, Number(issuedOn.slice(0, 4)), now, until)
  const held = { year: number.year, no: number.no, numberText: numberText(number.no, result, unit), issuedOn }
  const { no, version, title } = result
  const level = await levelDemanded(db, procedureCode, issuedOn)
  const request = await requestSignature(ctx, clerk, holder, {
    purpose,
    subject,
    fileId: signed.fileId,
    sha256: signed.sha256,
    fill: fills ? { [FIELDS.number]: held.numberText, [FIELDS.date]: dateText(issuedOn) } : {},
    context: {
      title,
      held,
      agency: result.content.agency,
      unitId: result.unitId,
      isAlone: isSealedAlone(result),
      reason,
      level,
      ...of,
    },
  })
  const { id, sha256 } = request
  const certificate = holder?.fingerprint
  ctx.journal({
    subject,
    what: 'results.seal-requested',
    facts: { request: id, no, version, sha256, number: held.numberText, certificate },
  })
  return request
}

export async function sealLook(
  app: App,
  { title, held, agency, unitId, reason, isAlone }: SealContext,
): Promise<SignatureLook> {
  return {
    title: `${title} · ${held.numberText}`,
    field: { name: FIELDS.seal },
    appearance: await lookOfAgency(app, { ...agency, unitId }),
    reason,
    location: agency.place,
    certify: isAlone,
  }
}

/** What the register keeps of a file just sealed. */
export function sealedOf({ id, context }: SigningRequest<SealContext>, { pdf, report }: SignedFile): Sealed {
  const times = report.signatures.map((signature) => signature.signedAt)
  // Initials may come before the person's signature, archive time stamps behind the agency's.
  const people = report.signatures.filter(({ kind }) => kind === 'signature').map(({ signedAt: at }) => at)
  const [signedAt, sealedAt] = [people.at(-2) ?? people[0], times.at(-1)]
  if (!signedAt || !sealedAt) throw new Error('every signature of a sealed result has a trusted time')
  const renewBy = renewalDay(pdf, report, sealedAt)
  return { requestId: id, held: context.held, signedAt, sealedAt, renewBy, bytes: pdf }
}

type Paper = { result: Result; signed: ResultFile; subject: string; name: string; facts?: Record<string, unknown> }

/** Keeps the sealed file: its number is issued and it stands in the register. */
export async function completeSeal(
  ctx: ActionContext,
  { result, signed, subject, name, facts }: Paper,
  { requestId, held, signedAt, sealedAt, renewBy, bytes }: Sealed,
): Promise<{ number: string; issuedOn: string; sha256: string; verificationCode: string }> {
  const { db, now } = ctx
  const { year, no } = held
  const { unitId, verificationCode } = result
  if (!(await issueNumber(db, result, { unitId, year, no }))) throw new Refusal('results.number-lost')
  const { pages, version } = signed
  const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
  await requestCompleted(ctx, requestId, file.id)
  await saveResult(db, { ...result, state: 'sealed' }, result)
  const { sha256, size, id: fileId } = file
  const signatures = signed.signatures + 1
  await insertFile(db, result, { version, stage: 'sealed', fileId, sha256, pages, signatures, madeAt: now })
  const { agency, signature } = result.content
  await insertIssued(db, result, {
    ...held,
    sha256,
    size,
    pages,
    verificationCode,
    unitId,
    title: result.title,
    agency: agency.name,
    signatory: signature.fullName,
    signatoryPosition: signature.position,
    signedAt,
    sealedAt,
    fileId,
    state: 'in-force',
  })
  await insertPlan(db, sha256, renewBy)
  const { numberText: number, issuedOn } = held
  ctx.journal({
    subject,
    what: 'results.sealed',
    facts: { request: requestId, no: result.no, version, sha256, number, verificationCode, ...facts },
  })
  return { number, issuedOn, sha256, verificationCode }
}
