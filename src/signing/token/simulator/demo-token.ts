import type { Clock } from '../../../platform/clock.ts'
import type { DemoPki } from '../../demo-pki.ts'
import { readPdf } from '../../pdf/file.ts'
import { formFields, isEmptyValue } from '../../pdf/form.ts'
import { signPdf } from '../../sign-pdf.ts'
import { embeddedSigner } from '../../signers/embedded.ts'
import type { TokenAction } from '../token-pass.ts'
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
  return { certificate: certificate.der, sign: (pdf, action) => signWith(pki, { keyRef, pin }, clock, { pdf, action }) }
}

/** What fills the fields that a template prepared; anything else belongs where room was made last. */
const IN_ORDER: readonly string[] = ['SignApproved', 'SignIssued'] satisfies TokenAction[]

/** In the first signature field that stands empty, the person's before the agency's, or in the last. */
function signWith(
  pki: DemoPki,
  { keyRef, pin }: Pick<TokenHolder, 'keyRef' | 'pin'>,
  clock: Clock,
  { pdf, action }: { pdf: Buffer; action: string },
): Promise<Buffer> {
  const file = readPdf(pdf)
  const fields = formFields(file).filter((field) => field.type === 'Sig' && isEmptyValue(file, field.value))
  const empty = IN_ORDER.includes(action) ? fields[0] : fields.at(-1)
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
