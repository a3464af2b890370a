import type { App } from '../../platform/app.ts'
import type { UsableHolder } from '../register/key-holder.ts'
import { signersPort } from '../signer.ts'
import { signerAppName } from '../texts.ts'

/** The application in which the holder of a key confirms; nothing where they type a PIN. */
export function confirmedIn(app: App, holder: Pick<UsableHolder, 'signer'> | undefined): string | undefined {
  const signer = app.ports
    .get(signersPort)
    .all()
    .find(({ name }) => name === holder?.signer)
  return signer?.authorisedBy === 'confirmation' ? signerAppName(signer.name) : undefined
}
