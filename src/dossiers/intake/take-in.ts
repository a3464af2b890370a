import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { ReachedDossier } from '../dossier.ts'
import { dossierReceived } from '../events.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { printAppointmentSlip } from '../papers/print-papers.ts'

/** The term begins, or begins anew after a supplement: date promised, journal line, event, appointment slip (form 01). */
export async function takeIn(
  ctx: ActionContext,
  officer: Actor,
  dossier: ReachedDossier,
): Promise<{ dueAt: Date; dueOn: LegalDate }> {
  const { now } = ctx
  const after = await moveHandling(ctx, officer, dossier, 'receiveDossier', {
    changes: { receivedAt: dossier.receivedAt ?? now, waitingSince: null },
    clock: { event: { kind: 'received', at: now } },
  })
  const { dueAt, dueOn, countsFrom } = after
  if (!dueAt || !dueOn) throw new Error('a received dossier has a due date')
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'dossiers.received',
    facts: { dueAt, dueOn, countsFrom, again: dossier.receivedAt !== null },
  })
  await ctx.emit(dossierReceived, { ...eventOf(after), dueAt: dueAt.toISOString(), dueOn })
  await ctx.enqueue(printAppointmentSlip, { dossierId: dossier.id, no: after.supplementCount + 1 })
  return { dueAt, dueOn }
}
