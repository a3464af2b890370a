import { Refusal } from '../../../platform/refusal.ts'
import type { KeyRef } from '../../signer.ts'

/** Whose key at a service: `smartca:022088001234` or, of several certificates, `smartca:022088001234:5401…`. */
export type Holder = { userId: string; certificate: string | undefined }

export const remoteKeyRef = (service: string, userId: string, certificate?: string): KeyRef =>
  [service, userId, ...(certificate ? [certificate] : [])].join(':')

/** @throws Refusal `signing.key-unknown` */
export function holderOf(service: string, keyRef: KeyRef): Holder {
  const [name, userId, certificate] = keyRef.split(':')
  if (name !== service || !userId) throw new Refusal('signing.key-unknown', { keyRef })
  return { userId, certificate }
}
