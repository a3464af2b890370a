import type { ActionContext } from '../platform/action.ts'
import { inPlaceOf, narrowRights } from '../platform/acting.ts'
import type { Actor } from '../platform/actor.ts'
import { vietnamTime } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { automaticWords, standInWords } from '../organisation/index.ts'
import { dueFieldsOf, entryOf, type ClockEntry, type ClockTurn } from './clock/clock-entry.ts'
import { clockOfDossier } from './clock/dossier-clock.ts'
import { insertClockEntry } from './clock/store.ts'
import { nationalStatusOf, type Dossier, type Handling, type ReachedDossier } from './dossier.ts'
import { papersAfter, papersOf, type LeftPaper } from './demands/demands.ts'
import { dossierDelivered, dossierFinished, type DossierEvent } from './events.ts'
import { processOf } from './known.ts'
import { fieldsChanged, noteAdded, noteChanged } from './rebuild/note-changes.ts'
import { rolesFor, stateAfter, whyNot, type DossierAction } from './process.ts'
import { holdingUnit, type StepBefore } from './step.ts'
import { lastStepOf, saveMove } from './store.ts'
import { doneWords } from './texts.ts'

/** What a move changes besides the state. */
export type MoveFacts = {
  changes?: Partial<Omit<Dossier, 'id' | 'code' | 'version' | 'handling'>>
  /** What happens to the clock; the due date follows from it. Left alone before the first reception. */
  clock?: ClockTurn
  /** Where the dossier stands in the queues from now on; the due date a turn of the clock gives, else unchanged. */
  queueAt?: Date
  /** Chooses where an action leads that the process lets lead to several states. */
  towards?: Handling
  /** The person it goes to, where the move names one. */
  to?: { accountId: string; fullName: string }
  note?: string
  /** Papers this move leaves behind, told by whoever made them, and kinds that count no more. */
  leaves?: readonly LeftPaper[]
  voids?: readonly LeftPaper['kind'][]
  /** Set by internal steps: what they change, as it was before, so that they can be undone. */
  undo?: StepBefore
}

/**
 * Moves a dossier by an action, if the process lets this actor: the one way a state changes. Refuses with the reason of
 * `whyNot`, or with `dossiers.overtaken` when somebody else moved it since it was read. The caller writes a journal line about
 * the dossier that says what happened; everything the move changed travels with it.
 */
export async function moveHandling(
  ctx: Pick<ActionContext, 'db' | 'now' | 'changed'>,
  actor: Actor,
  dossier: ReachedDossier,
  action: DossierAction,
  { changes, clock, queueAt, towards, to, note, leaves = [], voids = [], undo }: MoveFacts = {},
): Promise<ReachedDossier> {
  const { db, now } = ctx
  const process = await processOf(db, dossier.processId)
  const brings = [...leaves, ...papersOf({ ...dossier, ...changes, leftPapers: [] })]
  refuse(whyNot(action, dossier, actor, process, brings))
  narrowRights(actor, rolesFor(action, dossier, actor, process))
  const by = { byAccountId: accountOf(actor), byName: actorName(actor) }
  const turn = await turnClock(db, now, dossier, clock, by)
  const handling = stateAfter(action, dossier.handling, process, towards)
  const leftPapers = papersAfter(dossier.leftPapers, leaves, voids)
  const moved = { ...dossier, ...turn?.changes, ...changes, leftPapers, handling }
  // The National Portal is behind as soon as its status is another one.
  const isNews = nationalStatusOf(moved) !== nationalStatusOf(dossier)
  const after = isNews ? { ...moved, exchange: 'pending' as const } : moved
  const step = {
    action,
    fromHandling: dossier.handling,
    toHandling: after.handling,
    fromUnitId: holdingUnit(dossier),
    toUnitId: holdingUnit(after),
    ...by,
    toAccountId: to?.accountId ?? null,
    toName: to?.fullName ?? null,
    at: now,
    dueAt: after.dueAt,
    note: note ?? null,
    undo: undo ?? null,
  }
  const place = queueAt ?? turn?.changes.dueAt ?? null
  const saved = await saveMove(db, after, { queueAt: place, clockTurned: turn !== undefined, step })
  if (!saved) throw await overtaken(db, dossier.id)
  if (turn) await insertClockEntry(db, dossier.id, turn.entry)
  const version = dossier.version + 1
  const queued = place === null ? {} : { queueAt: place }
  // Dates change without a move too: what was read may be older than what was written over.
  const fields = { ...fieldsChanged(dossier, after), ...turn?.changes, ...queued, version }
  noteChanged(ctx, dossier.id, { dossier: [fields] })
  noteAdded(ctx, dossier.id, { step: [{ ...step, no: version }], ...(turn && { clockEvent: [turn.entry] }) })
  return { ...after, version }
}

async function turnClock(
  db: Db,
  now: Date,
  dossier: Dossier,
  turn: ClockTurn | undefined,
  by: Pick<ClockEntry, 'byAccountId' | 'byName'>,
) {
  if (!turn || (dossier.receivedAt === null && turn.event.kind !== 'received')) return undefined
  const { clock, entries } = await clockOfDossier(db, dossier, now, turn.event)
  return { changes: dueFieldsOf(clock), entry: entryOf(turn, clock, { no: entries.length + 1, ...by }) }
}

/** Tells who was faster and what they did. */
async function overtaken(db: Db, dossierId: string): Promise<Refusal> {
  const last = await lastStepOf(db, dossierId)
  if (!last) return new Refusal('platform.conflict')
  const { byName: name, action, at } = last
  return new Refusal('dossiers.overtaken', { name, action, at, done: doneWords[action], time: vietnamTime(at) })
}

/** What the agency's own signature leaves behind. */
export const SEALED_RESULT: LeftPaper = { kind: 'result', isSigned: true }

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
    clock: { event: { kind: 'finished', at: ctx.now } },
    leaves: [SEALED_RESULT],
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

/** The name that stands under a step: who did it, and in whose place by which paper. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'citizen') return actor.fullName
  if (actor.kind === 'officer') return standInWords(actor.fullName, inPlaceOf(actor))
  if (actor.kind === 'system') return actor.authority ? automaticWords(actor.authority.instrument) : actor.name
  return ''
}
