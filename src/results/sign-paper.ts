import type { ActionContext } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import type { Officer } from '../platform/actor.ts'
import { recordProducedFile } from '../documents/index.ts'
import { handwrittenSignatureImage, keyOfAccount, requestCompleted, requestSignature } from '../signing/index.ts'
import { FIELDS } from './render-result.ts'
import { NOT_RETURNED, type Result, type ResultFile } from './result.ts'
import { orFailed, signOutside, type Begun } from './sign-outside.ts'
import { insertFile, saveResult } from './store.ts'
import { signatureWords } from './texts.ts'

export type BegunSignature = Begun & { fullName: string; place: string }

type Paper = { result: Result; unsigned: ResultFile; subject: string }

/** Notes that the signatory's key is going to be used on the approved file. */
export async function beginSignature(
  ctx: ActionContext,
  officer: Officer,
  { result, unsigned, subject }: Paper,
): Promise<BegunSignature> {
  const holder = await keyOfAccount(ctx.db, officer.accountId, ctx.now)
  const { id, sha256, signer, keyRef, fill } = await requestSignature(ctx, officer, holder, {
    purpose: 'result-signature',
    subject,
    fileId: unsigned.fileId,
    sha256: unsigned.sha256,
  })
  const { no, version, content } = result
  const certificate = holder?.fingerprint
  ctx.journal({
    subject,
    what: 'results.signature-requested',
    facts: { request: id, no, version, sha256, certificate },
  })
  const { signature, agency } = content
  return { requestId: id, sha256, signer, keyRef, fill, fullName: signature.fullName, place: agency.place }
}

/** The key at work while no transaction is open; then the outcome is kept. */
export async function signPaperOutside<T>(
  app: App,
  officer: Officer,
  { fullName, place, ...begun }: BegunSignature,
  pin: string,
  keep: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  const look = {
    field: { name: FIELDS.sign },
    appearance: { image: await handwrittenSignatureImage(fullName) },
    reason: signatureWords.sign,
    location: place,
    certify: true,
  }
  const { pdf } = await signOutside(app, officer, begun, look, pin)
  return orFailed(app, officer, begun, () => keep(pdf))
}

/** Keeps the signed file. */
export async function completeSignature(
  ctx: ActionContext,
  { result, unsigned, subject, name }: Paper & { name: string },
  { requestId, bytes }: { requestId: string; bytes: Uint8Array },
): Promise<string> {
  const { pages, version } = unsigned
  const { id: fileId, sha256 } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
  await requestCompleted(ctx, requestId, fileId)
  await saveResult(ctx.db, { ...result, ...NOT_RETURNED, state: 'signed' }, result)
  const madeAt = ctx.now
  await insertFile(ctx.db, result, { version, stage: 'signed', fileId, sha256, pages, signatures: 1, madeAt })
  ctx.journal({ subject, what: 'results.signed', facts: { request: requestId, no: result.no, version, sha256 } })
  return sha256
}
