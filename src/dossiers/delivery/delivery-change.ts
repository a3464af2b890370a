import type { Reason } from '../../platform/refusal.ts'
import { hasEnded, type Dossier, type ResultDelivery } from '../dossier.ts'

/** đổi hình thức nhận kết quả */
export type DeliveryChange = {
  no: number
  fromDelivery: ResultDelivery
  toDelivery: ResultDelivery
  /** Where the post brings it. */
  address: string | null
  at: Date
  byAccountId: string
  byName: string
}

type Deliverable = Pick<Dossier, 'handling' | 'delivery' | 'resultDelivery'>

/** Why the way to the result cannot be chosen anew: it has gone that way, or there will be none. */
export function whyNotChoose({ handling, delivery }: Deliverable): Reason | undefined {
  if (delivery === 'handed-over') return { code: 'dossiers.delivered-before' }
  return hasEnded(handling) ? { code: 'dossiers.no-result-to-deliver' } : undefined
}

/** The same for one way: it must be another one, and the post needs an address. */
export function whyNotChange(dossier: Deliverable, to: ResultDelivery, address: string | null): Reason | undefined {
  const reason = whyNotChoose(dossier)
  if (reason) return reason
  if (dossier.resultDelivery === to) return { code: 'dossiers.same-delivery' }
  return to === 'postal' && address === null ? { code: 'dossiers.delivery-needs-address' } : undefined
}
