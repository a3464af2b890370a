import { vietnamDate } from '../../platform/dates.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { ask, type WebRequest } from '../../platform/web/web.ts'
import type { ProcessDefinition } from '../../catalogue/index.ts'
import { calendarFor, remaining, rulesFor } from '../../deadlines/index.ts'
import { getDossier, type DossierView } from '../reading/get-dossier.ts'
import { processOf } from '../known.ts'
import type { DossierAction } from '../process.ts'
import type { Dossier } from '../dossier.ts'
import type { Standing } from './deadline.tsx'

/** A dossier opened by an officer who reaches it, with what every page about it shows. */
export type Work = { view: DossierView; process: ProcessDefinition; standing: Standing; actor: Actor; now: Date }

/** Opens a dossier; the reading is on record. Refuses with `platform.not-found` outside the reader's reach. */
export async function openWork(request: WebRequest, code: string): Promise<Work> {
  const { app } = request.server
  const view = await ask(request, getDossier, { dossierCode: code })
  const [process, standing] = await Promise.all([
    processOf(app.db, view.dossier.processId),
    standingOf(app, view.dossier),
  ])
  return { view, process, standing, actor: request.actor, now: app.clock.now() }
}

/** Working days left or overdue by the calendar of the body that decides. */
export async function standingOf(
  { db, clock }: App,
  { dueAt, competentUnitId }: Pick<Dossier, 'dueAt' | 'competentUnitId'>,
): Promise<Standing> {
  if (!dueAt) return null
  const now = clock.now()
  const on = vietnamDate(now)
  const [calendar, rules] = await Promise.all([calendarFor(db, competentUnitId, on), rulesFor(db, on)])
  return remaining(now, dueAt, calendar, rules.soonWorkingDays)
}

/** Whether the process gives this action, in some state, to a role the reader has on the dossier. */
export function isTheirAction({ view, process }: Work, action: DossierAction): boolean {
  const { roles } = view.dossier
  return process.transitions.some((row) => row.action === action && roles.some((own) => own === row.role))
}
