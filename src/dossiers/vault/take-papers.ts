import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import { recordUses, takeFromVault, type VaultEntry, type VaultOwner } from '../../documents/index.ts'
import type { Dossier } from '../dossier.ts'
import { fileIdsOf, whyNotTakeFiles, type OfferedFile } from '../filing/filing.ts'
import type { ComponentInput } from '../filing/filing-input.ts'

export type TakenPaper = { entry: VaultEntry; componentCode: string }
export type WithPapers = { components: ComponentInput[]; taken: TakenPaper[] }

/** The papers handed in, with the files of those that come from the vault. Refuses what is not these owners' or not in force. */
export async function takePapers(
  ctx: Pick<ActionContext, 'db' | 'now'>,
  owners: readonly VaultOwner[],
  components: readonly ComponentInput[],
): Promise<WithPapers> {
  const chosen = components.flatMap(({ vaultEntryIds = [] }) => vaultEntryIds)
  if (chosen.length === 0) return { components: [...components], taken: [] }
  const entries = new Map((await takeFromVault(ctx, owners, chosen)).map((entry) => [entry.id, entry]))
  const own = ({ vaultEntryIds = [] }: ComponentInput) => vaultEntryIds.flatMap((id) => entries.get(id) ?? [])
  return {
    components: components.map((component) => {
      const linked = own(component).flatMap(({ fileIds }) => fileIds)
      return { ...component, fileIds: [...new Set([...component.fileIds, ...linked])] }
    }),
    taken: components.flatMap((component) =>
      own(component).map((entry) => ({ entry, componentCode: component.componentCode })),
    ),
  }
}

/** Files must be the senders' own, or those of papers taken from the vault. */
export function whyNotTakeAll(
  { components, taken }: WithPapers,
  files: readonly OfferedFile[],
  senders: readonly string[],
): Reason | undefined {
  const linked = new Set(taken.flatMap(({ entry }) => entry.fileIds))
  const ids = fileIdsOf(components)
  const uploaders = files.map(({ uploadedBy }) => uploadedBy)
  return (
    whyNotTakeFiles(
      ids.filter((id) => !linked.has(id)),
      files,
      senders,
    ) ??
    whyNotTakeFiles(
      ids.filter((id) => linked.has(id)),
      files,
      uploaders,
    )
  )
}

/** Writes into the vault's ledger what served this dossier. */
export function recordTaken(
  ctx: ActionContext,
  actor: Actor,
  taken: readonly TakenPaper[],
  { id, code, receivedByUnitId }: Pick<Dossier, 'id' | 'code' | 'receivedByUnitId'>,
  procedure: Pick<ProcedureVersion, 'code' | 'name'>,
): Promise<void> {
  return recordUses(ctx, actor, taken, {
    usedFor: `dossier:${id}`,
    usedForCode: code,
    procedureCode: procedure.code,
    procedureName: procedure.name,
    unitId: receivedByUnitId,
    ground: actor.kind === 'citizen' ? 'chosen-by-owner' : 'taken-at-desk',
  })
}
