import type { ActionContext } from '../../platform/action.ts'
import type { Citizen, Officer, System } from '../../platform/actor.ts'
import { formatDateTime } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import type { KeyRef } from '../signer.ts'
import { raisingOnFile } from '../raising/store.ts'
import { whyNotUse, type UsableHolder } from './key-holder.ts'
import { abandonRequests, endRequest, insertRequest, requestById, waitingOnFile } from './store.ts'

export type SignatureRequestState =
  | 'requested'
  | 'waiting' // its holder has been asked on their own device
  | 'raising' // signed; waits for the level it is issued at
  | 'completed'
  | 'failed'
  | 'abandoned'

/** yêu cầu ký số: asked for in one transaction, completed in another; the key and the time stamp are used in between. */
export type SigningRequest<Context = unknown> = {
  id: string
  /** Name of its `SigningPurpose`. */
  purpose: string
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
  /** What its purpose needs to finish it: plain data. */
  context: Context
  state: SignatureRequestState
  requestedAt: Date
}

type Asked<Context> = Pick<SigningRequest<Context>, 'purpose' | 'subject' | 'fileId' | 'sha256' | 'context'> & {
  fill?: Record<string, string>
}

/**
 * Notes that this officer, or the system, is going to sign with this key. Refuses with the codes of `whyNotUse`, and with
 * `signing.waits-already` while somebody is asked on their own device about the same file: nobody may append to it meanwhile. The PIN is
 * not asked here and never kept.
 */
export async function requestSignature<Context>(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  by: Citizen | Officer | System,
  holder: UsableHolder | undefined,
  { fill = {}, ...asked }: Asked<Context>,
): Promise<SigningRequest<Context>> {
  refuse(whyNotUse(holder, now))
  if (!holder) throw new Refusal('signing.key-unknown')
  refuse(await whyWaitsAlready(db, asked.fileId))
  await abandonRequests(db, asked.subject, accountOf(by), now)
  const request: SigningRequest<Context> = {
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

async function whyWaitsAlready(db: Db, fileId: string): Promise<Reason | undefined> {
  const raising = await raisingOnFile(db, fileId)
  if (raising) return { code: 'signing.raises-already', facts: { name: raising.byName } }
  const waiting = await waitingOnFile(db, fileId)
  return (
    waiting && {
      code: 'signing.waits-already',
      facts: { name: waiting.byName, until: formatDateTime(waiting.expiresAt) },
    }
  )
}

const isOpen = ({ state }: SigningRequest) => state === 'requested' || state === 'waiting' || state === 'raising'

const accountOf = (by: Citizen | Officer | System) => (by.kind === 'system' ? null : by.accountId)

/** The request this officer made and has not ended; anybody else's and ended ones are refused with `platform.conflict`. */
export async function openRequest(
  { db }: Pick<ActionContext, 'db'>,
  by: Citizen | Officer | System,
  id: string,
): Promise<SigningRequest> {
  const request = await requestById(db, id)
  if (!request || request.byAccountId !== accountOf(by) || !isOpen(request)) {
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
