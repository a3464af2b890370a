import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { reaction } from '../platform/events.ts'
import { deliveryChanged, dossierFinished, type DossierEvent } from '../dossiers/index.ts'
import { deliverElectronically } from './deliver-result.ts'
import { resultReplaced } from './events.ts'

const DELIVERY = { kind: 'system', name: 'results.delivery' } as const

const deliver = async (app: App, { dossierId }: DossierEvent) => {
  await runAction(app, deliverElectronically, DELIVERY, { dossierId })
}

/** Whoever chooses the electronic copy while the paper waits at the desk has it at once. */
export const onDeliveryChanged = reaction(deliveryChanged, 'results.deliver-as-chosen', deliver)

/** Whoever asked for the electronic copy has it at once, the first paper and the one that replaces it. */
export const onDossierFinished = reaction(dossierFinished, 'results.deliver-electronically', deliver)
export const onResultReplaced = reaction(resultReplaced, 'results.deliver-replacement', deliver)
