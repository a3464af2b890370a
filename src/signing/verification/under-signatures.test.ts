import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { sample } from '../attacks/attack.ts'
import { signedOver } from '../attacks/covering.ts'
import type { Rect } from '../pdf/form.ts'
import { signPdf } from '../sign-pdf.ts'
import { LEADER, SIGNED_AT } from '../testing.ts'
import { verifyAside } from './verify-aside.ts'

type Picture = 'jpeg' | 'png'

/** A page that is one picture, 300 by 400 points: words in its upper third, white below, without a letter that could be read. */
async function scan(kind: Picture, turn = 0): Promise<Buffer> {
  const line = (y: number) =>
    `<text x="60" y="${y}" font-size="34" font-family="Tinos, serif">Bản sao giấy khai sinh</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#f4f2ec"/>${line(90)}${line(170)}</svg>`
  const picture = sharp(Buffer.from(svg)).flatten()
  const document = await PDFDocument.create()
  const image =
    kind === 'jpeg'
      ? await document.embedJpg(await picture.jpeg({ quality: 60 }).toBuffer())
      : await document.embedPng(await picture.png().toBuffer())
  const page = document.addPage([300, 400])
  page.drawImage(image, { x: 0, y: 0, width: 300, height: 400 })
  page.setRotation(degrees(turn))
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

async function signedScan(kind: Picture, turn?: number): Promise<Buffer> {
  const { world } = await sample()
  return signPdf({
    pdf: await scan(kind, turn),
    field: { name: 'nguoi-ky', page: 1, rect: [150, 20, 280, 80] },
    appearance: { text: { lines: ['Đã ký', LEADER.fullName], size: 10 } },
    signer: world.signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority: world.timestampAuthority,
    now: SIGNED_AT,
  })
}

const WORDS: Rect = [20, 310, 200, 370]
const WHITE: Rect = [20, 120, 200, 180]
/** A third of the first signature and white paper beside it. */
const BESIDE: Rect = [100, 20, 190, 80]

it.each<[string, Picture, number, Rect, 'valid' | 'altered']>([
  ['words of a scan in JPEG', 'jpeg', 0, WORDS, 'altered'],
  ['words of a scan that was not packed as JPEG', 'png', 0, WORDS, 'altered'],
  ['words of a scan that lies on its side', 'jpeg', 90, WORDS, 'altered'],
  ['words of a scan that stands on its head', 'png', 180, WORDS, 'altered'],
  ['white paper of a scan', 'jpeg', 0, WHITE, 'valid'],
  ['white paper of a turned scan', 'png', 270, WHITE, 'valid'],
  ['a third of the first signature', 'jpeg', 0, BESIDE, 'valid'],
])('a later signature over %s', async (_, kind, turn, rect, verdict) => {
  const kept = await sample()
  const pdf = await signedOver(kept, await signedScan(kind, turn), rect)
  const report = await verifyAside(pdf, kept.trust, SIGNED_AT)
  expect([report.verdict, report.reasons]).toEqual([verdict, verdict === 'valid' ? [] : ['signature-covers-text']])
  const [first, later] = report.signatures
  expect([first?.integrity, later?.integrity]).toEqual([verdict === 'valid' ? 'intact' : 'altered', 'intact'])
  if (verdict === 'altered')
    expect(first?.changesAfter.at(-1)).toMatchObject({ problem: 'signature-covers-text', pages: [1] })
})
