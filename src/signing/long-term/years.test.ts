import { describe, expect, it } from 'vitest'
import { answersInMemory } from '../revocation/answer-cache.ts'
import { knownResponders } from '../revocation/embedded-responder.ts'
import { onlineRevocation } from '../revocation/online-revocation.ts'
import { LEADER, openAuthorities, openSigningWorld, pdfLibDocument, type Authorities } from '../testing.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { renewArchive } from './extend-signatures.ts'
import { signToLevel } from './sign-to-level.ts'

const at = (year: number) => new Date(`${year}-11-20T02:42:00Z`)

/** Twenty years in which authorities end and others take over: those of a demonstration live five, their roots ten. */
async function livedThrough(renewals: number[]): Promise<{ pdf: Buffer; worlds: Authorities[] }> {
  let now = at(2026)
  const clock = { now: () => now }
  const first = await openSigningWorld(clock)
  const worlds: Authorities[] = [first]
  const revocation = onlineRevocation({
    cache: answersInMemory(),
    clock,
    known: (issuer) =>
      worlds.map(({ pki, responder }) => knownResponders(pki.revocation, responder.url)(issuer)).find((one) => one),
  })
  const services = () => ({
    trust: trustOf(worlds),
    revocation,
    timestampAuthority: worlds.at(-1)?.timestampAuthority ?? null,
  })
  const request = {
    pdf: await pdfLibDocument(),
    field: { name: 'nguoi-ky', page: 1, rect: [300, 100, 480, 160] as [number, number, number, number] },
    signer: first.signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    now,
  }
  let { pdf } = await signToLevel(request, { level: 'B-LTA' }, services())
  try {
    for (const year of renewals) {
      now = at(year)
      worlds.push(await openAuthorities(clock))
      pdf = await renewArchive(pdf, services(), now)
    }
  } finally {
    await Promise.all(worlds.flatMap(({ server, responder }) => [server.close(), responder.close()]))
  }
  return { pdf, worlds }
}

const trustOf = (worlds: Authorities[]) => ({
  anchors: worlds.map(({ pki }) => pki.root),
  intermediates: worlds.map(({ pki }) => pki.issuing),
})

describe('in twenty years', () => {
  it('is valid as it was signed, when each archive stamp was renewed in time', async () => {
    const { pdf, worlds } = await livedThrough([2030, 2034, 2038, 2042])
    const report = verifyPdf(pdf, trustOf(worlds), at(2046))
    expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(report.signatures[0]).toMatchObject({
      level: 'B-LTA',
      signedAt: at(2026),
      trusted: true,
      revocation: { state: 'good' },
    })
    expect(report.signatures[0]?.provableUntil?.getUTCFullYear()).toBe(2047)
    expect(report.signatures.map(({ kind }) => kind).slice(1)).toEqual(Array(5).fill('document-timestamp'))
    expect(verifyPdf(pdf, trustOf(worlds), at(2048)).signatures[0]).toMatchObject({ trusted: false })
  })

  it('cannot be proven any more when nobody renewed it, and says why', async () => {
    const { pdf, worlds } = await livedThrough([])
    expect(verifyPdf(pdf, trustOf(worlds), at(2030)).verdict).toBe('valid')
    const report = verifyPdf(pdf, trustOf(worlds), at(2046))
    expect(report.verdict).toBe('valid-untrusted')
    expect(report.signatures[0]?.reasons).toEqual(['timestamp-expired', 'certificate-expired'])
    expect(report.signatures[1]?.reasons).toEqual(['timestamp-expired'])
  })

  it('refuses a renewal that comes too late: it would prove nothing', async () => {
    await expect(livedThrough([2033])).rejects.toMatchObject({ code: 'signing.renewal-too-late' })
  })
})
