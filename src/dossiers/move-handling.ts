import type { ActionContext } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import type { Dossier, ReachedDossier } from './dossier.ts'
import { dossierDelivered, dossierFinished, type DossierEvent } from './events.ts'
import { processOf } from './known.ts'
import { stateAfter, whyNot, type DossierAction } from './process.ts'
import { holdingUnit } from './step.ts'
import { saveMove } from './store.ts'

/** What a move changes besides the state. */
export type MoveFacts = {
  changes?: Partial<Omit<Dossier, 'id' | 'code' | 'version' | 'handling'>>
  /** Where the dossier stands in the queues from now on; unchanged when left out. */
  queueAt?: Date
  /** The person it goes to, where the move names one. */
  to?: { accountId: string; fullName: string }
  note?: string
}

/**
 * Moves a dossier by an action, if the process lets this actor: the one way a state changes. Refuses with the reason of
 * `whyNot`, or with `platform.conflict` when somebody else moved it since it was read. The caller writes the journal line.
 */
export async function moveHandling(
  { db, now }: Pick<ActionContext, 'db' | 'now'>,
  actor: Actor,
  dossier: ReachedDossier,
  action: DossierAction,
  { changes, queueAt, to, note }: MoveFacts = {},
): Promise<ReachedDossier> {
  const process = await processOf(db, dossier.processId)
  refuse(whyNot(action, dossier, actor, process))
  const after = { ...dossier, ...changes, handling: stateAfter(action, dossier.handling, process) }
  const saved = await saveMove(db, after, queueAt ?? null, {
    action,
    fromHandling: dossier.handling,
    toHandling: after.handling,
    fromUnitId: holdingUnit(dossier),
    toUnitId: holdingUnit(after),
    byAccountId: accountOf(actor),
    byName: actorName(actor),
    toAccountId: to?.accountId ?? null,
    toName: to?.fullName ?? null,
    at: now,
    dueAt: after.dueAt,
    note: note ?? null,
  })
  if (!saved) throw new Refusal('platform.conflict')
  return { ...after, version: dossier.version + 1 }
}

/** A result is ready: the clock has stopped, the desk may hand over. Writes its journal line and tells the modules above. */
export async function finishDossier(
  ctx: ActionContext,
  officer: Actor,
  dossier: ReachedDossier,
  note?: string,
): Promise<ReachedDossier> {
  const changes = { finishedAt: ctx.now, delivery: 'ready' as const }
  const after = await moveHandling(ctx, officer, dossier, 'sealResult', {
    changes,
    ...(note === undefined ? {} : { note }),
  })
  ctx.journal({ subject: `dossier:${after.id}`, what: 'dossiers.finished', facts: { dueAt: after.dueAt } })
  await ctx.emit(dossierFinished, eventOf(after))
  return after
}

/** The result is with the citizen. */
export async function markDelivered(
  ctx: ActionContext,
  officer: Actor,
  dossier: ReachedDossier,
  note?: string,
): Promise<ReachedDossier> {
  const changes = { deliveredAt: ctx.now, delivery: 'handed-over' as const }
  const after = await moveHandling(ctx, officer, dossier, 'deliverResult', {
    changes,
    ...(note === undefined ? {} : { note }),
  })
  ctx.journal({ subject: `dossier:${after.id}`, what: 'dossiers.delivered', facts: { by: after.resultDelivery } })
  await ctx.emit(dossierDelivered, eventOf(after))
  return after
}

export function eventOf({ id, code, version }: Pick<Dossier, 'id' | 'code' | 'version'>): DossierEvent {
  return { dossierId: id, code, version }
}

export function accountOf(actor: Actor): string | null {
  return actor.kind === 'citizen' || actor.kind === 'officer' ? actor.accountId : null
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'citizen' || actor.kind === 'officer') return actor.fullName
  return actor.kind === 'system' ? actor.name : ''
}
