import type { Settings } from '../../platform/settings.ts'
import type { KeyRef } from '../signer.ts'
import { phonePath } from './phone-pages.tsx'

/** Address of the telephone of whoever holds a key; nothing where the service is a real one. */
export function telephoneOf(
  { remoteSigning }: Settings,
  { signer, keyRef }: { signer: string; keyRef: KeyRef },
): string | undefined {
  if (signer !== 'smartca' && signer !== 'mysign') return undefined
  if (remoteSigning[signer]?.side !== 'embedded') return undefined
  const [, personalId = ''] = keyRef.split(':')
  return `http://127.0.0.1:${remoteSigning.embeddedPort}${phonePath({ service: signer, personalId })}`
}
