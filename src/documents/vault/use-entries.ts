import type { ActionContext } from '../../platform/action.ts'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { isSameOwner, statusOf, whyNotUse, type VaultEntry, type VaultOwner, type VaultStatus } from './entry.ts'
import { fits, type WantedPaper } from './paper-type.ts'
import { entriesByIds, entriesOf, entryById, insertUses, type VaultUse } from './store.ts'

/** A paper of the vault that answers one of a procedure; only one in force may be chosen. */
export type OfferedEntry = VaultEntry & { status: VaultStatus }

/** What these owners have for each paper wanted, by its code: those in force first, then the newest. */
export async function offersFor(
  db: Db,
  owners: readonly VaultOwner[],
  wanted: readonly WantedPaper[],
  on: LegalDate,
): Promise<ReadonlyMap<string, OfferedEntry[]>> {
  const entries = owners.length === 0 || wanted.length === 0 ? [] : await entriesOf(db, owners)
  const offered = entries.map((entry) => ({ ...entry, status: statusOf(entry, on) }))
  return new Map(
    wanted.flatMap((paper): [string, OfferedEntry[]][] => {
      // What another version stands in the place of is told by that version.
      const fitting = offered.filter((entry) => entry.status !== 'replaced' && fits(entry, paper))
      const inForce = fitting.filter(({ status }) => status === 'in-force')
      return fitting.length === 0
        ? []
        : [[paper.code, [...inForce, ...fitting.filter((one) => !inForce.includes(one))]]]
    }),
  )
}

/**
 * The papers with these ids, if these owners have them and each may be used now. Refuses with `platform.not-found` alike for
 * none and another's, with `documents.vault-*` for one out of force.
 */
export async function takeFromVault(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  owners: readonly VaultOwner[],
  entryIds: readonly string[],
): Promise<VaultEntry[]> {
  if (entryIds.length === 0) return []
  const entries = await entriesByIds(db, [...new Set(entryIds)])
  const isAll = entryIds.every((id) =>
    entries.some((entry) => entry.id === id && owners.some((owner) => isSameOwner(owner, entry.owner))),
  )
  if (!isAll) throw new Refusal('platform.not-found')
  for (const entry of entries) refuse(whyNotUse(entry, vietnamDate(now)))
  return entries
}

/** The paper with this id, if one of these owners has it. */
export async function vaultEntryOf(db: Db, owners: readonly VaultOwner[], id: string): Promise<VaultEntry | undefined> {
  const entry = await entryById(db, id)
  return entry && owners.some((owner) => isSameOwner(owner, entry.owner)) ? entry : undefined
}

/** Refuses unless the paper is certainly of the kind that is wanted. */
export function refuseUnlessFits(entry: VaultEntry, wanted: WantedPaper): void {
  if (!fits(entry, wanted))
    throw new Refusal('documents.vault-other-paper', { title: entry.title, wanted: wanted.name })
}

/** Writes into the ledger which paper served what, as part of the action it served. */
export async function recordUses(
  ctx: Pick<ActionContext, 'db' | 'now' | 'journal'>,
  actor: Actor,
  taken: readonly { entry: VaultEntry; componentCode: string }[],
  served: Omit<VaultUse, 'entryId' | 'componentCode' | 'version' | 'usedAt'>,
): Promise<void> {
  if (taken.length === 0) return
  const uses = taken.map(({ entry: { id, version }, componentCode }) => {
    return { ...served, entryId: id, componentCode, version, usedAt: ctx.now }
  })
  await insertUses(ctx.db, uses, actorLabel(actor))
  for (const { entryId, componentCode, version } of uses) {
    const { usedFor, usedForCode, ground } = served
    const facts = { for: usedFor, code: usedForCode, component: componentCode, version, ground }
    ctx.journal({ subject: `vault:${entryId}`, what: 'documents.vault-used', facts })
  }
}
