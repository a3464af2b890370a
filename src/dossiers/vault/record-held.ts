import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { papersOf } from '../../catalogue/index.ts'
import { recordRegisterUses } from '../../documents/index.ts'
import { citizenById } from '../../identity/index.ts'
import { dossierReceived, type DossierEvent } from '../events.ts'
import { procedureOf } from '../known.ts'
import { componentsOfDossier, dossierById } from '../store.ts'
import { registerOffers } from './register-offers.ts'

/** Papers left out as held by the State count as not asked again only where a register we asked does hold them. */
export const recordHeldPapers = reaction(dossierReceived, 'dossiers.record-held-papers', record)

async function record(app: App, { dossierId }: DossierEvent): Promise<void> {
  const { db } = app
  const dossier = await dossierById(db, dossierId)
  const { applicantCitizenId, submitterCitizenId, receivedAt } = dossier ?? {}
  if (!dossier || !receivedAt || !applicantCitizenId || applicantCitizenId !== submitterCitizenId) return
  const left = (await componentsOfDossier(db, dossierId)).filter(({ omitted }) => omitted === 'held-by-the-state')
  if (left.length === 0) return
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const wanted = papersOf(procedure).filter(({ code }) => left.some((component) => component.code === code))
  const offers = registerOffers(wanted, await citizenById(db, applicantCitizenId), vietnamDate(receivedAt))
  if (offers.length === 0) return
  const { code: usedForCode, receivedByUnitId: unitId } = dossier
  const { code: procedureCode, name: procedureName } = procedure
  const served = { usedFor: `dossier:${dossierId}`, usedForCode, procedureCode, procedureName, unitId }
  const uses = offers.map((offer) => ({ ...offer, ...served }))
  await runAction(app, recordRegisterUses, { kind: 'system', name: 'dossiers.registers' }, { uses })
}
