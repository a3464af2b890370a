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
import { isSameOwner, statusOf, type VaultEntry, type VaultStatus } from './entry.ts'
import type { ServedDecision } from './decided.ts'
import { decisionsFor, entriesOf, usesOf, versionsOf, type VaultUse } from './store.ts'
import { disputesOf } from './dispute/store.ts'
import type { Dispute } from './dispute/dispute.ts'
import type { VaultShare } from './share/share.ts'
import { sharesOf } from './share/store.ts'
import type { Archived } from './archived/archived.ts'
import { archivedOf } from './archived/store.ts'
import { vaultEntryOf } from './use-entries.ts'
import { vaultsOpenTo, type OpenVault } from './vaults-open.ts'

export const EntryId = Type.String({ format: 'uuid' })

export type ListedEntry = VaultEntry & { status: VaultStatus; timesUsed: number } & Pick<OpenVault, 'organisation'>

type Reached = { entry: VaultEntry; vault: OpenVault }

/** An entry of a vault the reader has before them; another's is not found. */
async function reached(db: Db, actor: Actor, id: string, now: Date): Promise<Reached> {
  const vaults = await vaultsOpenTo(db, actor, vietnamDate(now))
  const owners = vaults.map(({ owner }) => owner)
  const entry = await vaultEntryOf(db, owners, id)
  const vault = entry && vaults.find(({ owner }) => isSameOwner(owner, entry.owner))
  if (!entry || !vault) throw new Refusal('platform.not-found')
  return { entry, vault }
}

/** An entry the reader decides about: their own, or their organisation's where they represent it. */
export async function ownEntry(db: Db, actor: Actor, id: string, now: Date): Promise<VaultEntry> {
  const { entry, vault } = await reached(db, actor, id, now)
  if (!vault.decides) throw new Refusal('platform.not-found')
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
    const vaults = await vaultsOpenTo(db, actor, on)
    const owners = vaults.map(({ owner }) => owner)
    const entries = await entriesOf(db, owners)
    const uses = await usesOf(
      db,
      entries.map(({ id }) => id),
    )
    const listed = entries.map((entry): ListedEntry => {
      const timesUsed = uses.filter(({ entryId }) => entryId === entry.id).length
      const organisation = vaults.find(({ owner }) => isSameOwner(owner, entry.owner))?.organisation ?? null
      return { ...entry, status: statusOf(entry, on), timesUsed, organisation }
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

function isAbout({ title, about, number, issuer, sourceCode, organisation }: ListedEntry, words: string): boolean {
  const text = foldText(
    [title, about, number, issuer, sourceCode, organisation].filter((part) => part !== null).join(' '),
  )
  return foldText(words)
    .split(' ')
    .every((word) => text.includes(word))
}

export type OwnEntry = Pick<OpenVault, 'organisation' | 'decides'> & {
  entry: VaultEntry
  status: VaultStatus
  files: StoredFile[]
  /** Newest first, this one included. */
  versions: VaultEntry[]
  uses: VaultUse[]
  /** What was decided in the dossiers it served. */
  decisions: ServedDecision[]
  shares: VaultShare[]
  disputes: Dispute[]
  keeperName: string
  /** The archive that has taken it. */
  archived: Archived | undefined
}

/** One of the reader's papers with its files, its versions and what it was used for. */
export const getVaultEntry = query({
  name: 'documents.get-vault-entry',
  roles: ['citizen'],
  input: Type.Object({ id: EntryId }),
  async run({ db, clock }, actor, { id }): Promise<OwnEntry> {
    const { entry, vault } = await reached(db, actor, id, clock.now())
    const { organisation, decides } = vault
    const [files, versions, uses, shares, disputes, [keeper]] = await Promise.all([
      filesByIds(db, entry.fileIds),
      versionsOf(db, entry.paperId),
      usesOf(db, [id]),
      sharesOf(db, id),
      disputesOf(db, id),
      unitsByIds(db, [entry.keeperUnitId]),
    ])
    const decisions = await decisionsFor(
      db,
      uses.map(({ usedFor }) => usedFor),
    )
    const status = statusOf(entry, vietnamDate(clock.now()))
    const keeperName = keeper?.name ?? ''
    const archived = await archivedOf(db, id)
    return {
      archived,
      organisation,
      decides,
      entry,
      status,
      files,
      versions,
      uses,
      decisions,
      shares,
      disputes,
      keeperName,
    }
  },
})

/** A file of one of the reader's papers. */
export const getVaultFile = query({
  name: 'documents.get-vault-file',
  roles: ['citizen'],
  input: Type.Object({ id: EntryId, no: Type.Integer({ minimum: 1, maximum: 50 }) }),
  async run({ db, clock }, actor, { id, no }): Promise<StoredFile> {
    const { entry } = await reached(db, actor, id, clock.now())
    return fileOf(db, entry, no)
  },
})

export async function fileOf(db: Db, { fileIds }: Pick<VaultEntry, 'fileIds'>, no: number): Promise<StoredFile> {
  const fileId = fileIds[no - 1]
  const file = fileId === undefined ? undefined : await fileById(db, fileId)
  if (!file) throw new Refusal('platform.not-found')
  return file
}
