import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { orFailed } from '../ceremony/note-failed.ts'
import { bytesOf } from '../ceremony/prepare-request.ts'
import { fillFields } from '../fill-fields.ts'
import { readPdf } from '../pdf/file.ts'
import { findPlace } from '../placement/find-place.ts'
import type { PlaceWish } from '../placement/wish.ts'
import { prepareFields } from '../prepare-fields.ts'
import { refusingUnreadable } from '../unreadable.ts'
import { findSignatures } from '../verification/find-signatures.ts'
import { openRequest, type SigningRequest } from '../register/signing-request.ts'
import { TOKEN_ADDRESSES } from './addresses.ts'
import { endPassesOf, insertPass } from './store.ts'
import { newSecret, passEnds, secretHash, type TokenAction, type TokenPass } from './token-pass.ts'

export type TokenOrder = {
  passId: string
  expiresAt: Date
  /** Where the page finds the local program. */
  service: string
  /** What it sends there: the protocol's own words. */
  order: {
    FileUploadHandler: string
    FileName: string
    SessionId: ''
    JWTToken: ''
    MetaData: { Key: string; Value: string }[]
  }
}

type Asked = {
  action: TokenAction
  fileName: string
  metaData?: Record<string, string>
  /** Where its signature belongs: an empty field is put there, for the program signs in the first it finds. */
  room?: { name: string; place: PlaceWish }
}

/**
 * Gives the officer's local program two addresses for a request they made: one to fetch the file, one to bring it back. Number and
 * date are in the file already, as the request says: the program has nothing to fill in.
 */
export function openTokenPass(
  app: App,
  by: Actor,
  request: SigningRequest<unknown>,
  asked: Asked,
): Promise<TokenOrder> {
  return orFailed(app, request.id, () => order(app, by, request, asked))
}

async function order(
  app: App,
  by: Actor,
  request: SigningRequest<unknown>,
  { action: what, fileName, metaData = {}, room }: Asked,
): Promise<TokenOrder> {
  const bytes = await bytesOf(app, request)
  const roomy = room ? await withRoom(bytes, room) : bytes
  const handed = Object.keys(request.fill).length > 0 ? await fillFields(roomy, request.fill) : roomy
  const { sha256 } = await app.files.put(handed)
  const [download, upload] = [newSecret(), newSecret()]
  const hashes = { downloadHash: secretHash(download), uploadHash: secretHash(upload) }
  const { id, expiresAt } = await runAction(app, issuePass, by, {
    requestId: request.id,
    action: what,
    sha256,
    fileName,
    ...hashes,
  })
  const { publicAddress, tokenService } = app.settings
  return {
    passId: id,
    expiresAt,
    service: `${tokenService}/${what}`,
    order: {
      FileUploadHandler: `${publicAddress}${TOKEN_ADDRESSES.upload}/${upload}`,
      FileName: `${publicAddress}${TOKEN_ADDRESSES.download}/${download}`,
      SessionId: '',
      JWTToken: '',
      MetaData: Object.entries(metaData).map(([Key, Value]) => ({ Key, Value })),
    },
  }
}

/** Nothing is added once somebody has signed: the program finds a place of its own then. */
async function withRoom(pdf: Buffer, { name, place }: NonNullable<Asked['room']>): Promise<Buffer> {
  return refusingUnreadable(async () => {
    const file = readPdf(pdf)
    if (findSignatures(file).length > 0) return pdf
    const { page, rect } = await findPlace(file, place)
    return prepareFields(pdf, { signatures: [{ name, page, rect }] })
  })
}

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const ACTIONS: TokenAction[] = ['SignApproved', 'SignIssued', 'SignCopy', 'SignAppendix', 'Comment']

const issuePass = action({
  name: 'signing.issue-token-pass',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'],
  input: Type.Object({
    requestId: Type.String({ format: 'uuid' }),
    action: Type.Enum(ACTIONS),
    sha256: Hash,
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    downloadHash: Hash,
    uploadHash: Hash,
  }),
  async run(ctx, officer, asked): Promise<Pick<TokenPass, 'id' | 'expiresAt'>> {
    const { db, now } = ctx
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const request = await openRequest(ctx, officer, asked.requestId)
    if (request.signer !== 'token') throw new Refusal('signing.no-token')
    await endPassesOf(db, request.id, now)
    const pass: TokenPass = {
      ...asked,
      id: newId(),
      accountId: officer.accountId,
      issuedAt: now,
      expiresAt: passEnds(now),
      downloadedAt: null,
      uploadedAt: null,
      outcome: null,
      outcomeFacts: null,
    }
    await insertPass(db, pass)
    const { id, expiresAt, action: what, sha256 } = pass
    ctx.journal({
      subject: `signature:${request.id}`,
      what: 'signing.token-pass-issued',
      facts: { pass: id, action: what, sha256, expiresAt },
    })
    return { id, expiresAt }
  },
})
