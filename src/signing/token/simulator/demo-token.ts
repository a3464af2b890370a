import type { Clock } from '../../../platform/clock.ts'
import type { DemoPki } from '../../demo-pki.ts'
import { readPdf } from '../../pdf/file.ts'
import { formFields, isEmptyValue } from '../../pdf/form.ts'
import { signPdf } from '../../sign-pdf.ts'
import { embeddedSigner } from '../../signers/embedded.ts'
import type { InsertedToken } from './local-signer.ts'

/** Whose token it may be: `keyRef` of the key the server holds in the same name. */
export type TokenHolder = { keyRef: string; name: string; pin: string }

/** A key beside the one held by the server, in the same name; made when it is first asked for. */
export async function demoToken(pki: DemoPki, holder: TokenHolder, clock: Clock): Promise<InsertedToken | undefined> {
  const now = clock.now()
  const subject = (await pki.keys.read(holder.keyRef))?.chain[0]?.subject
  if (!subject) return undefined
  const { commonName, organisation, userId } = subject
  const { pin } = holder
  const keyRef = `token-${holder.keyRef}`
  const certificate = userId.startsWith('MDD:')
    ? await pki.agency({ keyRef, agencyName: commonName, identifier: userId, pin }, now)
    : await pki.person(
        { keyRef, fullName: commonName, agency: organisation, personalId: userId.replace('CCCD:', ''), pin },
        now,
      )
  return { certificate: certificate.der, sign: (pdf) => signWith(pki, { keyRef, pin }, clock, pdf) }
}

/** In the first signature field that stands empty: the person's before the agency's. */
function signWith(
  pki: DemoPki,
  { keyRef, pin }: Pick<TokenHolder, 'keyRef' | 'pin'>,
  clock: Clock,
  pdf: Buffer,
): Promise<Buffer> {
  const file = readPdf(pdf)
  const empty = formFields(file).find((field) => field.type === 'Sig' && isEmptyValue(file, field.value))
  return signPdf({
    pdf,
    field: empty
      ? { name: empty.name }
      : { name: keyRef, place: { width: 150, height: 60, near: { page: 1, corner: 'bottom-right' } } },
    signer: embeddedSigner({ folder: pki.keys, clock }),
    keyRef,
    authorisation: { pin },
    timestampAuthority: null,
    now: clock.now(),
  })
}
