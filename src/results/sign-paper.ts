import type { ActionContext } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import type { Officer } from '../platform/actor.ts'
import { Refusal, type Facts } from '../platform/refusal.ts'
import { recordProducedFile } from '../documents/index.ts'
import {
  keyOfAccount,
  lookOfPerson,
  requestCompleted,
  requestSignature,
  type SignatureLook,
  type SigningRequest,
} from '../signing/index.ts'
import { FIELDS } from './render-result.ts'
import { NOT_RETURNED, type Result, type ResultFile } from './result.ts'
import { insertFile, saveResult } from './store.ts'
import { signatureWords } from './signature.texts.ts'

/** What a signatory's signature looks like, kept until it is there. */
export type SignatureContext = { title: string; fullName: string; place: string }

type Paper = { result: Result; unsigned: ResultFile; subject: string }

/** Notes that the signatory's key is going to be used on the approved file. */
export async function beginSignature<Of>(
  ctx: ActionContext,
  officer: Officer,
  { result, unsigned, subject }: Paper,
  { purpose, of, signer }: { purpose: string; of: Of; signer?: 'token' | undefined },
): Promise<SigningRequest<SignatureContext & Of>> {
  const holder = await keyOfAccount(ctx.db, officer.accountId, ctx.now, signer)
  if (!holder && signer === 'token') throw new Refusal('signing.no-token')
  const { no, version, title } = result
  const { signature, agency } = result.content
  const request = await requestSignature(ctx, officer, holder, {
    purpose,
    subject,
    fileId: unsigned.fileId,
    sha256: unsigned.sha256,
    context: { title, fullName: signature.fullName, place: agency.place, ...of },
  })
  const { id, sha256 } = request
  const certificate = holder?.fingerprint
  ctx.journal({
    subject,
    what: 'results.signature-requested',
    facts: { request: id, no, version, sha256, certificate },
  })
  return request
}

/** Certified, so that afterwards only number, date and the agency's seal may be added. */
export async function signatureLook(
  app: App,
  { byAccountId, context: { title, fullName, place } }: SigningRequest<SignatureContext>,
  of: string,
): Promise<SignatureLook> {
  if (byAccountId === null) throw new Error('a person signs')
  return {
    title: `${title} · ${of}`,
    field: { name: FIELDS.sign },
    appearance: await lookOfPerson(app, { accountId: byAccountId, fullName }),
    reason: signatureWords.sign,
    location: place,
    certify: true,
  }
}

/** Keeps the signed file. */
export async function completeSignature(
  ctx: ActionContext,
  { result, unsigned, subject, name, facts }: Paper & { name: string; facts?: Facts },
  { requestId, bytes }: { requestId: string; bytes: Uint8Array },
): Promise<string> {
  const { pages, version } = unsigned
  const { id: fileId, sha256 } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
  await requestCompleted(ctx, requestId, fileId)
  await saveResult(ctx.db, { ...result, ...NOT_RETURNED, state: 'signed' }, result)
  const madeAt = ctx.now
  const signatures = unsigned.signatures + 1
  await insertFile(ctx.db, result, { version, stage: 'signed', fileId, sha256, pages, signatures, madeAt })
  ctx.journal({
    subject,
    what: 'results.signed',
    facts: { request: requestId, no: result.no, version, sha256, ...facts },
  })
  return sha256
}
