import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { sha256Hex } from '../../../platform/journal/line.ts'
import { query } from '../../../platform/query.ts'
import { refuse, Refusal } from '../../../platform/refusal.ts'
import { verifyPassword } from '../../../identity/index.ts'
import type { StoredFile } from '../../file.ts'
import { filesByIds } from '../../store.ts'
import { statusOf, type VaultStatus } from '../entry.ts'
import { fileOf } from '../my-vault.ts'
import { entryById } from '../store.ts'
import { triesLeft, whyNotOpen } from './share.ts'
import { saveOpened, saveWrongTry, shareByToken, shareForUpdate } from './store.ts'

const Token = Type.String({ minLength: 1, maxLength: 100 })

export type SharedPaper = {
  title: string
  status: VaultStatus
  expiresAt: Date
  opensLeft: number
  needsPassword: boolean
  files: { no: number; size: number; mediaType: string }[]
}

/** What a link leads to, before it is opened: the kind of paper and how long still. Looking counts as nothing. */
export const lookAtShare = query({
  name: 'documents.look-at-share',
  roles: ['anyone'],
  input: Type.Object({ token: Token }),
  async run({ db, clock }, _, { token }): Promise<SharedPaper> {
    const now = clock.now()
    const share = await shareByToken(db, sha256Hex(token))
    refuse(whyNotOpen(share, now))
    const entry = share && (await entryById(db, share.entryId))
    if (!share || !entry) throw new Refusal('documents.share-over')
    const files = await filesByIds(db, entry.fileIds)
    return {
      title: entry.title,
      status: statusOf(entry, vietnamDate(now)),
      expiresAt: share.expiresAt,
      opensLeft: share.mostOpens - share.opens,
      needsPassword: share.passwordHash !== null,
      files: files.map(({ size, mediaType }, index) => ({ no: index + 1, size, mediaType })),
    }
  },
})

export type OpenedShare = { opened: true; file: StoredFile } | { opened: false; triesLeft: number }

/** Opens a shared paper, on record with its owner. A wrong password is counted, and five of them lock the link. */
export const openShare = action({
  name: 'documents.open-share',
  roles: ['anyone'],
  input: Type.Object({
    token: Token,
    no: Type.Integer({ minimum: 1, maximum: 50 }),
    password: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  async run(ctx, _, { token, no, password = '' }): Promise<OpenedShare> {
    const { db, now } = ctx
    const share = await shareForUpdate(db, sha256Hex(token))
    refuse(whyNotOpen(share, now))
    const entry = share && (await entryById(db, share.entryId))
    if (!share || !entry) throw new Refusal('documents.share-over')
    const subject = `vault:${entry.id}`
    if (share.passwordHash !== null && !(await verifyPassword(share.passwordHash, password))) {
      await saveWrongTry(db, share.id)
      ctx.journal({ subject, what: 'documents.vault-share-wrong-password', facts: { share: share.id } })
      return { opened: false, triesLeft: triesLeft({ wrongTries: share.wrongTries + 1 }) }
    }
    const file = await fileOf(db, entry, no)
    await saveOpened(db, share.id)
    ctx.journal({ subject, what: 'documents.vault-opened-by-link', facts: { share: share.id, no } })
    return { opened: true, file }
  },
})
