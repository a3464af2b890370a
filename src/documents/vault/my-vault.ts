import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import { unitsByIds } from '../../organisation/index.ts'
import type { StoredFile } from '../file.ts'
import { fileById, filesByIds } from '../store.ts'
import { statusOf, type VaultEntry, type VaultOwner, type VaultStatus } from './entry.ts'
import { entriesOf, usesOf, versionsOf, type VaultUse } from './store.ts'
import { disputesOf } from './dispute/store.ts'
import type { Dispute } from './dispute/dispute.ts'
import type { VaultShare } from './share/share.ts'
import { sharesOf } from './share/store.ts'
import { vaultEntryOf } from './use-entries.ts'

export const EntryId = Type.String({ format: 'uuid' })

export type ListedEntry = VaultEntry & { status: VaultStatus; timesUsed: number }

/** Whose papers a signed-in person has before them: their own. */
export function ownVault(actor: Actor): VaultOwner {
  if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
  return { kind: 'personal-id', number: actor.personalId }
}

/** The reader's entry with this id; another's is not found. */
export async function ownEntry(db: Db, actor: Actor, id: string): Promise<VaultEntry> {
  const entry = await vaultEntryOf(db, [ownVault(actor)], id)
  if (!entry) throw new Refusal('platform.not-found')
  return entry
}

/** The reader's papers, those in force first, and how many papers they did not have to file again. */
export const listVault = query({
  name: 'documents.list-vault',
  roles: ['citizen'],
  input: Type.Object({
    words: Type.Optional(Type.String({ maxLength: 200 })),
    status: Type.Optional(Type.Enum(['in-force', 'not-yet', 'expired', 'replaced', 'revoked'])),
  }),
  async run({ db, clock }, actor, { words = '', status }) {
    const on = vietnamDate(clock.now())
    const entries = await entriesOf(db, [ownVault(actor)])
    const uses = await usesOf(
      db,
      entries.map(({ id }) => id),
    )
    const listed = entries.map((entry): ListedEntry => {
      const timesUsed = uses.filter(({ entryId }) => entryId === entry.id).length
      return { ...entry, status: statusOf(entry, on), timesUsed }
    })
    const counts = Map.groupBy(listed, (entry) => entry.status)
    const found = listed.filter((entry) => (status ? entry.status === status : true) && isAbout(entry, words))
    return {
      entries: [...found].sort((one, other) => rank(one) - rank(other)),
      counts: Object.fromEntries([...counts].map(([name, own]) => [name, own.length])) as Partial<
        Record<VaultStatus, number>
      >,
      total: listed.length,
      notFiledAgain: new Set(uses.map(({ usedFor, componentCode }) => `${usedFor} ${componentCode}`)).size,
    }
  },
})

const rank = ({ status }: ListedEntry) => (status === 'in-force' ? 0 : 1)

function isAbout({ title, about, number, issuer, sourceCode }: VaultEntry, words: string): boolean {
  const text = foldText([title, about, number, issuer, sourceCode].filter((part) => part !== null).join(' '))
  return foldText(words)
    .split(' ')
    .every((word) => text.includes(word))
}

export type OwnEntry = {
  entry: VaultEntry
  status: VaultStatus
  files: StoredFile[]
  /** Newest first, this one included. */
  versions: VaultEntry[]
  uses: VaultUse[]
  shares: VaultShare[]
  disputes: Dispute[]
  keeperName: string
}

/** One of the reader's papers with its files, its versions and what it was used for. */
export const getVaultEntry = query({
  name: 'documents.get-vault-entry',
  roles: ['citizen'],
  input: Type.Object({ id: EntryId }),
  async run({ db, clock }, actor, { id }): Promise<OwnEntry> {
    const entry = await ownEntry(db, actor, id)
    const [files, versions, uses, shares, disputes, [keeper]] = await Promise.all([
      filesByIds(db, entry.fileIds),
      versionsOf(db, entry.paperId),
      usesOf(db, [id]),
      sharesOf(db, id),
      disputesOf(db, id),
      unitsByIds(db, [entry.keeperUnitId]),
    ])
    const status = statusOf(entry, vietnamDate(clock.now()))
    return { entry, status, files, versions, uses, shares, disputes, keeperName: keeper?.name ?? '' }
  },
})

/** A file of one of the reader's papers. */
export const getVaultFile = query({
  name: 'documents.get-vault-file',
  roles: ['citizen'],
  input: Type.Object({ id: EntryId, no: Type.Integer({ minimum: 1, maximum: 50 }) }),
  async run({ db }, actor, { id, no }): Promise<StoredFile> {
    return fileOf(db, await ownEntry(db, actor, id), no)
  },
})

export async function fileOf(db: Db, { fileIds }: Pick<VaultEntry, 'fileIds'>, no: number): Promise<StoredFile> {
  const fileId = fileIds[no - 1]
  const file = fileId === undefined ? undefined : await fileById(db, fileId)
  if (!file) throw new Refusal('platform.not-found')
  return file
}
