import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { signedAttributes } from './crypto/cms.ts'
import { digestInTurns } from './crypto/digest.ts'
import { finishSignature } from './finish-signature.ts'
import { prepareSignature } from './prepare-signature.ts'
import { readCertificate } from './crypto/certificate.ts'
import { signAtOnce } from './sign-at-once.ts'
import { signPdf } from './sign-pdf.ts'
import { LEADER, SIGNED_AT, pdfLibDocument, signingWorld } from './testing.ts'
import { documentOfPages, dynamicForm, heavyPdf, hybridPdf, throughQpdf } from './testing-files.ts'
import { askPoppler, askQpdf, hasPeers } from './testing-peers.ts'
import { rfc3161 } from './timestamp-authorities/rfc3161.ts'
import { startTimestampServer } from './timestamp-authorities/embedded-server.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'
import { verifyPdf } from './verification/verify-pdf.ts'

const MEGABYTE = 1024 * 1024

async function sign(pdf: Buffer, { page = 1, stamps }: { page?: number; stamps?: TimestampAuthority } = {}) {
  const { signer, timestampAuthority } = await signingWorld()
  const before = Buffer.from(pdf)
  try {
    return await signPdf({
      pdf,
      field: { name: 'nguoi-ky', page, rect: [300, 100, 480, 160] },
      appearance: { text: { lines: ['Người ký: Nguyễn Thị Hương Giang'], size: 10 } },
      signer,
      keyRef: LEADER.keyRef,
      authorisation: { pin: LEADER.pin },
      timestampAuthority: stamps ?? timestampAuthority,
      now: SIGNED_AT,
    })
  } finally {
    expect(pdf.equals(before)).toBe(true)
  }
}

async function expectAccepted(pdf: Buffer, signed: Buffer): Promise<void> {
  const { pki } = await signingWorld()
  expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true)
  expect(verifyPdf(signed, pki.trust, SIGNED_AT)).toMatchObject({ verdict: 'valid', reasons: [] })
  const [judged] = await askPoppler(pki.root, signed)
  expect(judged).toMatchObject({ valid: true, trusted: true, total: true })
  expect(await askQpdf(signed)).toContain('No syntax or stream encoding errors')
}

describe.skipIf(!hasPeers)('files that other programs make', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['is linearised', async () => throughQpdf(await pdfLibDocument(), '--linearize')],
    ['is PDF 2.0', async () => throughQpdf(await pdfLibDocument(), '--force-version=2.0')],
    ['has a table and a hidden cross-reference stream', () => Promise.resolve(hybridPdf())],
    ['has 300 pages', () => documentOfPages(300)],
  ])('are signed when the file %s', async (_, make) => {
    const pdf = await make()
    await expectAccepted(pdf, await sign(pdf))
  })

  it('are signed on their last page', async () => {
    const signed = await sign(await documentOfPages(300), { page: 300 })
    const report = verifyPdf(signed, (await signingWorld()).pki.trust, SIGNED_AT)
    expect(report.signatures[0]?.place?.page).toBe(300)
  })

  it.each<[string, string, () => Promise<Buffer>]>([
    ['asks for a password', 'signing.encrypted-pdf', async () => encrypted('mat-khau')],
    ['only forbids changes by a password', 'signing.encrypted-pdf', async () => encrypted('')],
    ['has a table that points beside its objects', 'signing.unreadable-pdf', async () => displaced()],
    ['is cut off', 'signing.unreadable-pdf', async () => (await pdfLibDocument()).subarray(0, -600)],
    ['is a form that each program draws anew', 'signing.dynamic-form', async () => dynamicForm()],
  ])('are refused when the file %s', async (_, code, make) => {
    await expect(sign(await make())).rejects.toMatchObject({ code })
  })
})

const encrypted = async (password: string) =>
  throughQpdf(await pdfLibDocument(), '--encrypt', password, 'chu-so-huu', '256', '--')

/** Every object moved by the three bytes put in before them. */
async function displaced(): Promise<Buffer> {
  const pdf = await pdfLibDocument()
  return Buffer.concat([pdf.subarray(0, 15), Buffer.from('%x\n'), pdf.subarray(15)])
}

describe('files that an earlier signer certified', () => {
  it('are refused when nothing may be added, signed when signatures may', async () => {
    const { pki } = await signingWorld()
    await expect(sign(await certified(1))).rejects.toMatchObject({ code: 'signing.certified-final' })
    for (const level of [2, 3] as const) {
      const pdf = await certified(level)
      const signed = await sign(pdf)
      expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true)
      const report = verifyPdf(signed, pki.trust, SIGNED_AT)
      expect(report).toMatchObject({ verdict: 'valid', signatures: [{ trusted: true }, { trusted: true }] })
    }
  })
})

/** Certified by the leader with this DocMDP level. */
async function certified(level: 1 | 2 | 3): Promise<Buffer> {
  const { signer, timestampAuthority } = await signingWorld()
  const certificateChain = await signer.certificateChain(LEADER.keyRef)
  const pdf = await pdfLibDocument()
  const field = { name: 'chung-nhan', page: 2, rect: [0, 0, 0, 0] as [number, number, number, number] }
  const prepared = await prepareSignature({ pdf, field, certify: true, certificateChain, now: SIGNED_AT })
  prepared.pdf.write(`/P ${level} `, prepared.pdf.indexOf('/P 2 ', pdf.length, 'latin1'), 'latin1')
  const { contents, hash } = prepared
  const covered = [prepared.pdf.subarray(0, contents.start), prepared.pdf.subarray(contents.end)]
  const own = readCertificate(certificateChain[0] ?? Buffer.alloc(0))
  const signedAttributesDer = signedAttributes(await digestInTurns(hash, covered), own, { hash })
  const document = { title: 'Chứng nhận', signedAttributesDer, hash }
  const signature = await signAtOnce(signer, LEADER.keyRef, document, { pin: LEADER.pin })
  return finishSignature({ ...prepared, signedAttributesDer }, signature, timestampAuthority)
}

describe('large files', () => {
  it('are refused above the limit before anything is read', async () => {
    const pdf = Buffer.alloc(150 * MEGABYTE)
    pdf.write('%PDF-1.7\n')
    const before = process.memoryUsage().arrayBuffers
    const { certificateChain } = (await signingWorld()).signer
    const attempt = prepareSignature({
      pdf,
      field: { name: 'nguoi-ky', page: 1, rect: [300, 100, 480, 160] },
      certificateChain: await certificateChain(LEADER.keyRef),
      now: SIGNED_AT,
    })
    await expect(attempt).rejects.toMatchObject({ code: 'signing.too-large-pdf', facts: { megabytes: 64 } })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MEGABYTE)
  })

  it('below it take two more copies at most, and let others work meanwhile', async () => {
    const pdf = heavyPdf(60 * MEGABYTE)
    const before = process.memoryUsage().arrayBuffers
    let [turns, most] = [0, 0]
    const done = new AbortController()
    const meanwhile = async () => {
      for (; !done.signal.aborted; turns++) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        await turn()
      }
    }
    await Promise.all([signUnchecked(pdf).finally(() => done.abort()), meanwhile()])
    expect(turns).toBeGreaterThan(10)
    expect(most).toBeLessThan(2.2 * pdf.length)
  })
})

const signUnchecked = async (pdf: Buffer) => {
  const { signer, timestampAuthority } = await signingWorld()
  return signPdf({
    pdf,
    field: { name: 'nguoi-ky', page: 1, rect: [300, 100, 480, 160] },
    signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority,
    now: SIGNED_AT,
  })
}

describe('a clock two hours off', () => {
  it('is told, and nothing is signed', async () => {
    const { pki } = await signingWorld()
    const theirs = new Date(SIGNED_AT.getTime() + 2 * 60 * 60_000)
    const server = await startTimestampServer({ ...pki.timestampAuthority, clock: { now: () => theirs } })
    try {
      const stamps = rfc3161({ url: server.url, clock: { now: () => SIGNED_AT } })
      await expect(sign(await pdfLibDocument(), { stamps })).rejects.toMatchObject({
        code: 'signing.clock-off',
        facts: { minutes: 120, ours: '09:42 ngày 20/11/2026', theirs: '11:42 ngày 20/11/2026' },
      })
    } finally {
      await server.close()
    }
  })
})
