import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PDFDocument } from '@cantoo/pdf-lib'
import fontkit from '@cantoo/fontkit'
import type { Clock } from '../platform/clock.ts'
import { PROJECT_ROOT } from '../platform/root.ts'
import { fontBytes } from './appearance/font.ts'
import { handwrittenSignatureImage } from './appearance/handwriting.ts'
import { sealImage } from './appearance/seal-image.ts'
import { readSignedData } from './crypto/cms.ts'
import { openDemoPki } from './demo-pki.ts'
import type { DemoPki } from './demo-pki.ts'
import { prepareFields } from './prepare-fields.ts'
import { readPdf } from './pdf/file.ts'
import type { LevelServices } from './long-term/extend-signatures.ts'
import { answersInMemory } from './revocation/answer-cache.ts'
import type { AnswerCache } from './revocation/answer-cache.ts'
import type { RevocationSource } from './revocation/certificate-status.ts'
import { knownResponders, startRevocationServer } from './revocation/embedded-responder.ts'
import type { EmbeddedRevocationServer } from './revocation/embedded-responder.ts'
import { onlineRevocation } from './revocation/online-revocation.ts'
import { signPdf } from './sign-pdf.ts'
import { embeddedSigner } from './signers/embedded.ts'
import type { Signer } from './signer.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'
import { startTimestampServer } from './timestamp-authorities/embedded-server.ts'
import type { EmbeddedTimestampServer } from './timestamp-authorities/embedded-server.ts'
import { rfc3161 } from './timestamp-authorities/rfc3161.ts'
import { findSignatures } from './verification/find-signatures.ts'

export const SIGNED_AT = new Date('2026-11-20T02:42:00Z')
export const LEADER = {
  keyRef: 'leader',
  fullName: 'Nguyễn Thị Hương Giang',
  agency: 'Ủy ban nhân dân phường Hạ Long',
  personalId: '022099000001',
  pin: '246810',
}
export const AGENCY = {
  keyRef: 'seal',
  agencyName: 'Ủy ban nhân dân phường Hạ Long',
  identifier: 'MDD:H49.61.1',
  pin: '135791',
}

/** Officers, keys and a time-stamp authority on this machine, made once for all tests of a run. */
export type SigningWorld = {
  folder: string
  pki: DemoPki
  signer: Signer
  server: EmbeddedTimestampServer
  timestampAuthority: TimestampAuthority
  responder: EmbeddedRevocationServer
  /** Keeps its answers apart from other sources unless given the same cache. */
  revocation(cache?: AnswerCache): RevocationSource
  services: LevelServices
}

let shared: Promise<SigningWorld> | undefined
export const signingWorld = (): Promise<SigningWorld> => (shared ??= openSigningWorld())

/** Authorities of one demonstration and their servers, nobody certified yet. */
export type Authorities = Omit<SigningWorld, 'signer'>

/** `isNamed`: certificates name the responder, so that programs that are not ours ask it too. */
export async function openSigningWorld(
  clock: Clock = { now: () => SIGNED_AT },
  options: { isNamed?: boolean } = {},
): Promise<SigningWorld> {
  const authorities = await openAuthorities(clock, options)
  const { pki } = authorities
  await Promise.all([pki.person(LEADER, clock.now()), pki.agency(AGENCY, clock.now(), 'p-256')])
  return { ...authorities, signer: embeddedSigner({ folder: pki.keys, clock }) }
}

export async function openAuthorities(clock: Clock, { isNamed = false } = {}): Promise<Authorities> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-signing-'))
  const port = isNamed ? await freePort() : 0
  const pki = await openDemoPki(folder, clock.now(), isNamed ? { revocationUrl: `http://127.0.0.1:${port}` } : {})
  const server = await startTimestampServer({ ...pki.timestampAuthority, clock })
  const timestampAuthority = rfc3161({ url: server.url, timeoutMs: 1000, clock })
  const responder = await startRevocationServer({ revocation: pki.revocation, clock, port })
  const revocation = (cache = answersInMemory()) =>
    onlineRevocation({
      cache,
      clock,
      timeoutMs: 1000,
      ...(isNamed ? { allowPrivate: true } : { known: knownResponders(pki.revocation, responder.url) }),
    })
  const services = { trust: pki.trust, timestampAuthority, revocation: revocation() }
  return { folder, pki, server, timestampAuthority, responder, revocation, services }
}

/** Certificates carry the address of the responder, so it is known before anybody listens there. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Two pages with Vietnamese text, classic cross-reference table. */
export async function pdfLibDocument(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const font = await document.embedFont(fontBytes('regular'), { subset: true })
  for (const text of ['GIẤY PHÉP KINH DOANH', 'Nơi nhận: như trên; lưu: VT.']) {
    document.addPage([595, 842]).drawText(text, { x: 85, y: 740, size: 14, font })
  }
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** Two pages, PDF/A-2b, cross-reference streams and object streams. */
export function typstDocument(): Buffer {
  const fonts = join(PROJECT_ROOT, 'node_modules/@expo-google-fonts/tinos')
  const compiler = NodeCompiler.create({ workspace: PROJECT_ROOT, fontArgs: [{ fontPaths: [fonts] }] })
  const { result } = compiler.compile({ mainFileContent: TYPST_SOURCE })
  if (!result) throw new Error('the test document does not compile')
  return compiler.pdf(result, { pdfStandard: 'a-2b' })
}

const TYPST_SOURCE = `#set document(title: "Giấy phép", date: datetime(year: 2026, month: 11, day: 20))
#set page(paper: "a4")
#set text(font: "Tinos", size: 14pt, lang: "vi")
= GIẤY PHÉP XÂY DỰNG
Cấp cho ông Phạm Văn Đức, phường Hạ Long, Quảng Ninh.
#pagebreak()
Trang hai.`

/** A result as it is issued: fields prepared, signed by the leader, then numbered, dated and sealed by the agency. */
export async function issuedDocument(
  world: SigningWorld,
  source: Buffer,
): Promise<{ prepared: Buffer; signed: Buffer; sealed: Buffer }> {
  const { signer, timestampAuthority } = world
  const prepared = await prepareFields(source, {
    texts: [
      { name: 'so', page: 1, rect: [110, 780, 190, 798] },
      { name: 'ngay', page: 1, rect: [300, 780, 530, 798], align: 'centre' },
    ],
    signatures: [
      { name: 'nguoi-ky', page: 1, rect: [330, 120, 500, 191] },
      { name: 'con-dau', page: 1, rect: [262, 100, 364, 202] },
    ],
  })
  const signed = await signPdf({
    pdf: prepared,
    field: { name: 'nguoi-ky' },
    appearance: { image: await handwrittenSignatureImage(LEADER.fullName) },
    reason: 'Phê duyệt kết quả',
    location: 'Quảng Ninh',
    certify: true,
    signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority,
    now: SIGNED_AT,
  })
  const sealed = await signPdf({
    pdf: signed,
    field: { name: 'con-dau' },
    appearance: { image: await sealImage(AGENCY.agencyName, 'Thành phố Quảng Ninh') },
    fill: { so: '123', ngay: 'Hạ Long, ngày 20 tháng 11 năm 2026' },
    signer,
    keyRef: AGENCY.keyRef,
    authorisation: { pin: AGENCY.pin },
    timestampAuthority,
    now: SIGNED_AT,
  })
  return { prepared, signed, sealed }
}

/** What OpenSSL judges of each signature of a file: the CMS, the bytes it covers, its time-stamp token and what that stamps. */
export function signatureParts(pdf: Buffer): { cms: Buffer; covered: Buffer; token: Buffer; stamped: Buffer }[] {
  return findSignatures(readPdf(pdf)).map(({ contents, range }) => {
    if (!range) throw new Error('no byte range')
    const covered = Buffer.concat([pdf.subarray(0, range.gapStart), pdf.subarray(range.gapEnd, range.end)])
    const { timestampToken = Buffer.alloc(0), signature } = readSignedData(contents, true)
    return { cms: Buffer.from(contents), covered, token: timestampToken, stamped: signature }
  })
}
