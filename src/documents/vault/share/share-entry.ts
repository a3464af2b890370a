import { randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import { newId } from '../../../platform/id.ts'
import { sha256Hex } from '../../../platform/journal/line.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { hashPassword } from '../../../identity/index.ts'
import { EntryId, ownEntry } from '../my-vault.ts'
import { MOST_OPENS, SHARE_DAYS, type VaultShare } from './share.ts'
import { insertShare, saveRevoked } from './store.ts'

const DAY_MS = 86_400_000

/**
 * Makes a link by which somebody else may open one of the person's own papers. The token is given here once and kept as its hash alone.
 * Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (chủ thể dữ liệu quyết định việc cung cấp).
 */
export const shareEntry = action({
  name: 'documents.share-vault-entry',
  roles: ['citizen'],
  input: Type.Object({
    id: EntryId,
    forWhom: Type.String({ minLength: 1, maxLength: 200 }),
    days: Type.Enum([...SHARE_DAYS]),
    mostOpens: Type.Integer({ minimum: 1, maximum: MOST_OPENS }),
    password: Type.Optional(Type.String({ minLength: 4, maxLength: 100 })),
  }),
  async run(ctx, citizen, { id, forWhom, days, mostOpens, password }) {
    const { db, now } = ctx
    const entry = await ownEntry(db, citizen, id, now)
    const token = randomBytes(24).toString('base64url')
    const share: VaultShare = {
      id: newId(),
      entryId: entry.id,
      passwordHash: password === undefined ? null : await hashPassword(password),
      forWhom,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      mostOpens,
      opens: 0,
      wrongTries: 0,
      revokedAt: null,
    }
    await insertShare(db, share, sha256Hex(token))
    const { id: shareId, expiresAt } = share
    const facts = { share: shareId, expiresAt, mostOpens, withPassword: password !== undefined }
    ctx.journal({ subject: `vault:${id}`, what: 'documents.vault-shared', facts })
    return { shareId, token, expiresAt }
  },
})

/** Takes a link back: from now on it opens nothing. */
export const revokeShare = action({
  name: 'documents.revoke-vault-share',
  roles: ['citizen'],
  input: Type.Object({ id: EntryId, shareId: EntryId }),
  async run(ctx, citizen, { id, shareId }): Promise<void> {
    const entry = await ownEntry(ctx.db, citizen, id, ctx.now)
    if (!(await saveRevoked(ctx.db, shareId, entry.id, ctx.now))) throw new Refusal('platform.not-found')
    ctx.journal({ subject: `vault:${id}`, what: 'documents.vault-share-revoked', facts: { share: shareId } })
  },
})
