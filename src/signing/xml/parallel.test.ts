import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCertificate } from '../crypto/certificate.ts'
import { unsealKey } from '../key-folder.ts'
import { signAtOnce } from '../sign-at-once.ts'
import { LEADER, SIGNED_AT, signingWorld } from '../testing.ts'
import type { SigningWorld } from '../testing.ts'
import { isInstalled, pemOf } from '../testing-peers.ts'
import { ENVELOPED, EXCLUSIVE, INCLUSIVE } from './names.ts'
import { finishXmlSignature, prepareXmlSignature } from './sign-xml.ts'
import { signatureElement } from './signature-element.ts'
import { verifyXml } from './verify-xml.ts'

const run = promisify(execFile)
const OTHER = { ...LEADER, keyRef: 'xml-other', fullName: 'Vũ Thị Hà' }
const MESSAGE = Buffer.from(
  `<hs:hoSo xmlns:hs="urn:vn:ho-so" xmlns="urn:mac-dinh" xmlns:khong-dung="urn:x" Id="ho-so-1"><soTien>1200000</soTien></hs:hoSo>`,
)

let world: SigningWorld
beforeAll(async () => {
  world = await signingWorld()
  await world.pki.person(OTHER, SIGNED_AT, 'p-384')
})

async function sign(message: Uint8Array, keyRef: string, isParallel = true): Promise<Buffer> {
  const { signer, timestampAuthority } = world
  const certificateChain = await signer.certificateChain(keyRef)
  const prepared = await prepareXmlSignature({ message, certificateChain, now: SIGNED_AT, isParallel })
  const value = await signAtOnce(signer, keyRef, { title: 'Thông điệp', ...prepared.toSign }, { pin: LEADER.pin })
  return finishXmlSignature(prepared, value, timestampAuthority)
}
const judge = (xml: Uint8Array) => verifyXml(xml, world.pki.trust, SIGNED_AT)
const replaced = (xml: Buffer, from: string | RegExp, to: string) => Buffer.from(xml.toString().replace(from, to))

const time = ['--verification-time', SIGNED_AT.toISOString().slice(0, 19).replace('T', ' ')]
const ids = ['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties']
async function xmlsec(files: Record<string, string | Buffer>, ...argv: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-xmlsec-'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await run('xmlsec1', argv, { cwd: folder, env: { ...process.env, TZ: 'UTC' } })
  return folder
}
const nth = (number: number) => ['--node-xpath', `(//*[local-name()='Signature'])[${number}]`]
const accepted = (xml: Buffer, number: number) =>
  xmlsec(
    { 'root.pem': pemOf(world.pki.root), 'a.xml': xml },
    '--verify',
    '--trusted-pem',
    'root.pem',
    ...time,
    ...ids,
    ...nth(number),
    'a.xml',
  )

describe('two people sign one message', () => {
  it('each for itself, in any order, and both stay valid', async () => {
    const both = await sign(await sign(MESSAGE, LEADER.keyRef), OTHER.keyRef)
    const report = await judge(both)
    expect(report).toMatchObject({
      verdict: 'valid',
      reasons: [],
      signatures: [
        { signer: { commonName: LEADER.fullName }, level: 'B-T' },
        { signer: { commonName: OTHER.fullName }, level: 'B-T' },
      ],
    })
    expect(report.signed?.toString()).not.toContain('Signature')
    expect((await judge(replaced(both, /<ds:Signature .*?<\/ds:Signature>/s, ''))).signatures).toMatchObject([
      { signer: { commonName: OTHER.fullName } },
    ])
    expect(await judge(replaced(both, '1200000', '9200000'))).toMatchObject({ verdict: 'altered', signatures: [] })
  })

  it.skipIf(!isInstalled('xmlsec1'))('and xmlsec1 accepts either', async () => {
    const both = await sign(await sign(MESSAGE, LEADER.keyRef), OTHER.keyRef)
    await accepted(both, 1)
    await accepted(both, 2)
    await expect(accepted(replaced(both, '1200000', '9200000'), 2)).rejects.toThrow()
  })

  it('but not beside a signature that covers all but itself', async () => {
    const alone = await sign(MESSAGE, LEADER.keyRef, false)
    await expect(sign(alone, OTHER.keyRef)).rejects.toMatchObject({ code: 'signing.xml-signed-already' })
    const first = await sign(MESSAGE, LEADER.keyRef)
    await expect(sign(first, OTHER.keyRef, false)).rejects.toMatchObject({ code: 'signing.xml-signed-already' })
    const second = /<ds:Signature .*<\/ds:Signature>/s.exec((await sign(MESSAGE, OTHER.keyRef, false)).toString())?.[0]
    expect(await judge(replaced(first, '</hs:hoSo>', `${second}</hs:hoSo>`))).toMatchObject({
      verdict: 'broken',
      reasons: ['signature-detached'],
    })
  })

  it('and no other expression leaves anything out', async () => {
    const signed = await sign(MESSAGE, LEADER.keyRef)
    for (const other of ['not(ancestor-or-self::ds:Signature or self::hs:soTien)', 'false()', '1'])
      expect(await judge(replaced(signed, 'not(ancestor-or-self::ds:Signature)', other))).toMatchObject({
        verdict: 'broken',
        reasons: ['signature-format-unknown'],
      })
    const bound = replaced(signed, '<ds:XPath>', '<ds:XPath xmlns:ds2="urn:x" xmlns:ds="urn:khac">')
    expect((await judge(bound)).verdict).toBe('broken')
  })
})

describe.skipIf(!isInstalled('xmlsec1'))('a message that others signed in inclusive canonical form', () => {
  /** Made by xmlsec1 from a template: digests and value are its own. */
  async function signedByXmlsec(change: (template: string) => string, message = MESSAGE): Promise<Buffer> {
    const { pki } = world
    const record = await pki.keys.read(LEADER.keyRef)
    const key = record && (await unsealKey(record.sealedKey, LEADER.pin))
    if (!record || !key) throw new Error('the leader has a key')
    const certificates = (await world.signer.certificateChain(LEADER.keyRef)).map(readCertificate)
    const about = { uri: '', mediaType: 'application/xml', digest: Buffer.alloc(0) }
    const made = signatureElement({ id: 'ky-1', hash: 'sha256', message: about, certificates, now: SIGNED_AT })
    const template = made.replace(/@ky-1-[a-z-]+@/g, '')
    const xml = message.toString().replace('</hs:hoSo>', `${change(template)}</hs:hoSo>`)
    const pem = key.export({ type: 'pkcs8', format: 'pem' })
    const argv = ['--sign', '--privkey-pem', 'key.pem', ...ids, '--output', 'out.xml', 'in.xml']
    return readFile(join(await xmlsec({ 'key.pem': pem, 'in.xml': xml }, ...argv), 'out.xml'))
  }
  const inclusive = (template: string) => template.replaceAll(EXCLUSIVE, INCLUSIVE)
  const unnamed = (template: string) =>
    inclusive(template)
      .replace(`<ds:Transforms><ds:Transform Algorithm="${INCLUSIVE}"/></ds:Transforms>`, '')
      .replace(
        `<ds:Transform Algorithm="${ENVELOPED}"/><ds:Transform Algorithm="${INCLUSIVE}"/>`,
        `<ds:Transform Algorithm="${ENVELOPED}"/>`,
      )

  it.each([
    ['named for every part', inclusive],
    ['where none is named', unnamed],
  ])('is believed: %s', async (_, change) => {
    const signed = await signedByXmlsec(change)
    const report = await judge(signed)
    expect(report).toMatchObject({
      verdict: 'valid',
      reasons: ['no-timestamp'],
      signatures: [{ signer: { commonName: LEADER.fullName }, level: 'B-B' }],
    })
    expect(report.signed?.toString()).toContain('xmlns:khong-dung')
    expect((await judge(replaced(signed, '1200000', '9200000'))).verdict).toBe('altered')
    expect((await judge(replaced(signed, 'urn:x', 'urn:y'))).verdict).toBe('altered')
  })

  it('is refused where it inherits attributes that are not looked at', async () => {
    const message = replaced(MESSAGE, 'Id="ho-so-1"', 'Id="ho-so-1" xml:lang="vi"')
    expect(await judge(await signedByXmlsec(inclusive, message))).toMatchObject({
      verdict: 'broken',
      reasons: ['unreadable'],
    })
  })
})
