import type { App } from '../../platform/app.ts'
import { reaction } from '../../platform/events.ts'
import { dossierDelivered, dossierStopped, dossierWithdrawn, intakeRefused, type DossierEvent } from '../events.ts'
import { printHandlingSheet } from './print-papers.ts'

/** The version of a dossier is the number of its last step. */
const keepSheet = (app: App, { dossierId, version }: DossierEvent) =>
  app.jobs.enqueue(app.db, printHandlingSheet, { dossierId, no: version })

/** However a dossier ends, its handling sheet (form 06) is kept with it. */
export const keepHandlingSheet = [
  reaction(dossierDelivered, 'dossiers.sheet-delivered', keepSheet),
  reaction(dossierStopped, 'dossiers.sheet-stopped', keepSheet),
  reaction(dossierWithdrawn, 'dossiers.sheet-withdrawn', keepSheet),
  reaction(intakeRefused, 'dossiers.sheet-refused', keepSheet),
]
