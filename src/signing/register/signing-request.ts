import type { ActionContext } from '../../platform/action.ts'
import type { Officer, System } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import type { KeyRef } from '../signer.ts'
import { whyNotUse, type UsableHolder } from './key-holder.ts'
import { abandonRequests, endRequest, insertRequest, requestById } from './store.ts'

export type SignatureRequestState = 'requested' | 'completed' | 'failed' | 'abandoned'

/** yêu cầu ký số: asked for in one transaction, completed in another; the key and the time stamp are used in between. */
export type SigningRequest = {
  id: string
  purpose: 'result-signature' | 'result-seal'
  /** What the document belongs to, as the journal names it. */
  subject: string
  fileId: string
  /** Of the bytes to sign. */
  sha256: string
  signer: string
  keyRef: KeyRef
  /** Of the certificate in use when it was asked. */
  fingerprint: string | null
  /** Null: the system, by the agency's key and under a recorded authority. */
  byAccountId: string | null
  byName: string
  /** Texts filled in together with the signature. */
  fill: Record<string, string>
  state: SignatureRequestState
  requestedAt: Date
}

type Asked = Pick<SigningRequest, 'purpose' | 'subject' | 'fileId' | 'sha256'> & { fill?: Record<string, string> }

/**
 * Notes that this officer, or the system, is going to sign with this key. Refuses with the codes of
 * `whyNotUse`. The PIN is not asked here and never kept.
 */
export async function requestSignature(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  by: Officer | System,
  holder: UsableHolder | undefined,
  { fill = {}, ...asked }: Asked,
): Promise<SigningRequest> {
  refuse(whyNotUse(holder, now))
  if (!holder) throw new Refusal('signing.key-unknown')
  await abandonRequests(db, asked.subject, accountOf(by), now)
  const request: SigningRequest = {
    ...asked,
    id: newId(),
    signer: holder.signer,
    keyRef: holder.keyRef,
    fingerprint: holder.fingerprint,
    byAccountId: accountOf(by),
    byName: by.kind === 'system' ? by.name : by.fullName,
    fill,
    state: 'requested',
    requestedAt: now,
  }
  await insertRequest(db, request)
  return request
}

const accountOf = (by: Officer | System) => (by.kind === 'system' ? null : by.accountId)

/** The request this officer made and has not ended; anybody else's and ended ones are refused with `platform.conflict`. */
export async function openRequest(
  { db }: Pick<ActionContext, 'db'>,
  by: Officer | System,
  id: string,
): Promise<SigningRequest> {
  const request = await requestById(db, id)
  if (!request || request.byAccountId !== accountOf(by) || request.state !== 'requested') {
    throw new Refusal('platform.conflict')
  }
  return request
}

export async function requestCompleted(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  id: string,
  signedFileId: string,
): Promise<void> {
  if (!(await endRequest(db, id, { state: 'completed', signedFileId }, now))) throw new Refusal('platform.conflict')
}

/** `code`: the refusal's code, or `error` for a fault of the program. */
export async function requestFailed(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  id: string,
  code: string,
): Promise<void> {
  await endRequest(db, id, { state: 'failed', error: code }, now)
}
