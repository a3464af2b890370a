import type { Rect } from '../pdf/form.ts'
import { signPdf } from '../sign-pdf.ts'
import { AGENCY, SIGNED_AT } from '../testing.ts'
import type { Attack, Sample } from './attack.ts'

/** Somebody who may sign adds a signature where no field was prepared for it; a new field, so nothing else is changed. */
export const signedOver = ({ world }: Sample, pdf: Buffer, rect: Rect): Promise<Buffer> =>
  signPdf({
    pdf,
    field: { name: 'them', page: 1, rect },
    appearance: { text: { lines: ['GIẤY PHÉP KHÁC'], size: 10 } },
    signer: world.signer,
    keyRef: AGENCY.keyRef,
    authorisation: { pin: AGENCY.pin },
    timestampAuthority: world.timestampAuthority,
    now: SIGNED_AT,
  })

const covering = (name: string, done: string, rect: Rect): Attack => ({
  name,
  done,
  make: (sample) => signedOver(sample, sample.sealed, rect),
  verdict: 'altered',
  reason: 'signature-covers-text',
  pages: [1],
  isSignedOver: true,
})

export const coveringAttacks: Attack[] = [
  covering(
    'signature-over-text',
    'A later, true signature shows itself over the heading of page 1',
    [80, 734, 300, 758],
  ),
  covering(
    'signature-over-signature',
    "A later, true signature shows itself over the leader's signature",
    [330, 120, 500, 191],
  ),
  covering('signature-over-number', 'A later, true signature shows itself over the number', [100, 776, 200, 800]),
]
