import { runAction } from '../platform/action.ts'
import { reaction } from '../platform/events.ts'
import { dossierFinished } from '../dossiers/index.ts'
import { deliverElectronically } from './deliver-result.ts'

const DELIVERY = { kind: 'system', name: 'results.delivery' } as const

/** Whoever asked for the electronic copy has it at once. */
export const onDossierFinished = reaction(
  dossierFinished,
  'results.deliver-electronically',
  async (app, { dossierId }) => {
    await runAction(app, deliverElectronically, DELIVERY, { dossierId })
  },
)
