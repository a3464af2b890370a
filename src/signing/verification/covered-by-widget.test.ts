import { expect, it } from 'vitest'
import { sample } from '../attacks/attack.ts'
import { signedOver } from '../attacks/covering.ts'
import type { Rect } from '../pdf/form.ts'
import { prepareFields } from '../prepare-fields.ts'
import { signPdf } from '../sign-pdf.ts'
import { AGENCY, LEADER, SIGNED_AT } from '../testing.ts'
import { verifyPdf } from './verify-pdf.ts'

const HAND: Rect = [330, 120, 500, 191]

it.each<[string, Rect, 'valid' | 'altered']>([
  ['a third of the signature', [273, 120, 387, 191], 'valid'],
  ['half of the signature', [330, 120, 420, 191], 'altered'],
  ['white paper under the heading', [80, 700, 300, 736], 'valid'],
  ['one letter of the heading', [84, 738, 92, 750], 'altered'],
  ['an empty field', [100, 776, 200, 800], 'valid'],
])('a later signature over %s', async (_, rect, verdict) => {
  const kept = await sample()
  const report = verifyPdf(await signedOver(kept, kept.signed, rect), kept.trust, SIGNED_AT)
  expect(report.verdict).toBe(verdict)
  expect(report.reasons).toEqual(verdict === 'valid' ? [] : ['signature-covers-text'])
})

it('a seal in its prepared field may lie where the first signer saw it waiting', async () => {
  const { world, source, trust } = await sample()
  const signatures = [
    { name: 'nguoi-ky', page: 1, rect: HAND },
    { name: 'con-dau', page: 1, rect: HAND },
  ]
  let pdf = await prepareFields(source, { texts: [], signatures })
  for (const [name, who] of [['nguoi-ky', LEADER] as const, ['con-dau', AGENCY] as const]) {
    pdf = await signPdf({
      pdf,
      field: { name },
      appearance: { text: { lines: ['Đã ký'], size: 10 } },
      signer: world.signer,
      keyRef: who.keyRef,
      authorisation: { pin: who.pin },
      timestampAuthority: world.timestampAuthority,
      now: SIGNED_AT,
    })
  }
  expect(verifyPdf(pdf, trust, SIGNED_AT)).toMatchObject({ verdict: 'valid', reasons: [] })
})
