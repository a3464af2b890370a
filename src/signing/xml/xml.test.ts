import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { signAtOnce } from '../sign-at-once.ts'
import { LEADER, SIGNED_AT, signingWorld } from '../testing.ts'
import type { SigningWorld } from '../testing.ts'
import { isInstalled, pemOf } from '../testing-peers.ts'
import { finishXmlSignature, prepareXmlSignature } from './sign-xml.ts'
import type { XmlSignatureRequest } from './sign-xml.ts'
import { verifyXml } from './verify-xml.ts'

const run = promisify(execFile)

const MESSAGE = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<hs:hoSo xmlns:hs="urn:vn:ho-so" xmlns="urn:mac-dinh" Id="ho-so-1">\r
  <maHoSo>H49.61.1-261120-0001</maHoSo><soTien donVi='đồng'>1200000</soTien>
  <hs:nguoiNop hoTen="Phạm Văn Đức &amp; vợ"><![CDATA[ghi < chú]]></hs:nguoiNop>
</hs:hoSo>
`)

let world: SigningWorld
beforeAll(async () => {
  world = await signingWorld()
  await world.pki.person({ ...LEADER, keyRef: 'xml-384' }, SIGNED_AT, 'p-384')
})

type Wish = { keyRef?: string; detached?: XmlSignatureRequest['detached']; stamped?: boolean; isParallel?: boolean }

async function sign(
  message: Uint8Array,
  { keyRef = LEADER.keyRef, detached, stamped = true, isParallel = false }: Wish = {},
) {
  const { signer, timestampAuthority } = world
  const certificateChain = await signer.certificateChain(keyRef)
  const prepared = await prepareXmlSignature({
    message,
    certificateChain,
    now: SIGNED_AT,
    isParallel,
    ...(detached ? { detached } : {}),
  })
  const signature = await signAtOnce(signer, keyRef, { title: 'Thông điệp', ...prepared.toSign }, { pin: LEADER.pin })
  return finishXmlSignature(prepared, signature, stamped ? timestampAuthority : null)
}

const judge = (xml: Buffer, detached?: Buffer) => verifyXml(xml, world.pki.trust, SIGNED_AT, detached)
const changed = (xml: Buffer, from: string | RegExp, to: string) => {
  const text = xml.toString('utf8').replace(from, to)
  expect(text).not.toBe(xml.toString('utf8'))
  return Buffer.from(text)
}

/** Rejects when xmlsec1 does not accept the signature with our root. `beside`: data in a file of its own. */
async function askXmlsec(xml: Buffer, beside?: { name: string; data: Buffer }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-xmlsec-'))
  await writeFile(join(folder, 'root.pem'), pemOf(world.pki.root))
  await writeFile(join(folder, 'signature.xml'), xml)
  if (beside) await writeFile(join(folder, beside.name), beside.data)
  const time = ['--verification-time', SIGNED_AT.toISOString().slice(0, 19).replace('T', ' ')]
  const ids = ['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties']
  await run('xmlsec1', ['--verify', '--trusted-pem', 'root.pem', ...time, ...ids, 'signature.xml'], {
    cwd: folder,
    env: { ...process.env, TZ: 'UTC' },
  })
}

describe('XAdES signatures', () => {
  it.each(['leader', 'xml-384'])('stand in the message they sign and tell who and when: key %s', async (keyRef) => {
    const signed = await sign(MESSAGE, { keyRef })
    const report = await judge(signed)
    expect(report).toMatchObject({
      verdict: 'valid',
      reasons: [],
      signatures: [
        {
          level: 'B-T',
          signedAt: SIGNED_AT,
          claimedAt: '2026-11-20T09:42:00+07:00',
          signer: { commonName: LEADER.fullName, userId: `CCCD:${LEADER.personalId}` },
        },
      ],
    })
    expect(report.signed?.toString()).toContain('<soTien xmlns="urn:mac-dinh" donVi="đồng">1200000</soTien>')
    // Every byte of the message is still there.
    expect(changed(signed, /<ds:Signature .*<\/ds:Signature>/s, '').equals(MESSAGE)).toBe(true)
  })

  it('stand beside any data, and are B-B without a time stamp', async () => {
    const data = Buffer.from('%PDF-1.7 bất kỳ dữ liệu nào')
    const detached = { uri: 'ket-qua.pdf', mediaType: 'application/pdf' }
    const signed = await sign(data, { detached, stamped: false })
    const report = await judge(signed, data)
    expect(report).toMatchObject({ verdict: 'valid', reasons: ['no-timestamp'], signatures: [{ level: 'B-B' }] })
    expect(report.signed?.equals(data)).toBe(true)
    expect(await judge(signed, Buffer.from('dữ liệu khác'))).toMatchObject({
      verdict: 'altered',
      reasons: ['digest-mismatch'],
    })
    expect((await judge(signed)).verdict).toBe('broken')
  })

  it.skipIf(!isInstalled('xmlsec1'))(
    'are accepted by xmlsec1, and refused by it when the message is changed',
    async () => {
      for (const keyRef of ['leader', 'xml-384']) {
        const signed = await sign(MESSAGE, { keyRef })
        await askXmlsec(signed)
        await expect(askXmlsec(changed(signed, '1200000', '9200000'))).rejects.toThrow()
        const data = Buffer.from('dữ liệu tách rời')
        const beside = { name: 'du-lieu.bin', data }
        const detached = { uri: beside.name, mediaType: 'application/octet-stream' }
        await askXmlsec(await sign(data, { keyRef, detached }), beside)
      }
    },
  )

  it('are not made over what a signature would leave open', async () => {
    const refused = (text: string) => sign(Buffer.from(text))
    for (const text of [
      '<a>không đóng',
      '<a>x<!-- chú thích --></a>',
      '<?xml-stylesheet href="x"?><a>x</a>',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>x</a>',
      '<a/>',
      'không phải XML',
    ]) {
      await expect(refused(text)).rejects.toMatchObject({ code: 'signing.unreadable-xml' })
    }
    const signed = await sign(MESSAGE)
    await expect(sign(signed)).rejects.toMatchObject({ code: 'signing.xml-signed-already' })
    await expect(refused('x'.repeat(17 * 1024 * 1024))).rejects.toMatchObject({ code: 'signing.unreadable-xml' })
  })
})

describe('XML that was changed after signing', () => {
  const attacks: [what: string, reason: string, attack: (signed: Buffer) => Buffer | Promise<Buffer>][] = [
    ['a value changed', 'digest-mismatch', (xml) => changed(xml, '1200000', '9200000')],
    ['an attribute added', 'digest-mismatch', (xml) => changed(xml, 'Id="ho-so-1"', 'Id="ho-so-1" khan="1"')],
    ['a namespace bound anew', 'digest-mismatch', (xml) => changed(xml, 'urn:mac-dinh', 'urn:khac')],
    ['a comment that splits a value', 'unreadable', (xml) => changed(xml, '1200000', '12<!-- -->00000')],
    ['an entity', 'unreadable', (xml) => changed(xml, '<hs:hoSo', '<!DOCTYPE a [<!ENTITY b "9">]><hs:hoSo')],
    ['an instruction for readers', 'unreadable', (xml) => changed(xml, '<maHoSo>', '<?bo-qua?><maHoSo>')],
    [
      'the signed message wrapped into another',
      'signature-detached',
      (xml) =>
        changed(xml, /(<hs:hoSo.*<\/hs:hoSo>)/s, '<hs:goi xmlns:hs="urn:vn:ho-so"><hs:hoSo>giả</hs:hoSo>$1</hs:goi>'),
    ],
    [
      'the signature moved into a copy that nobody reads',
      'digest-mismatch',
      (xml) => {
        const text = xml.toString('utf8')
        const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(text)?.[0] ?? ''
        const real = /<hs:hoSo.*<\/hs:hoSo>/s.exec(text.replace(signature, ''))?.[0] ?? ''
        return Buffer.from(`<hs:hoSo xmlns:hs="urn:vn:ho-so"><soTien>9</soTien><bo>${real}</bo>${signature}</hs:hoSo>`)
      },
    ],
    ['a second signature', 'signature-detached', (xml) => changed(xml, /(<ds:Signature .*<\/ds:Signature>)/s, '$1$1')],
    [
      'an identifier given twice',
      'signature-detached',
      (xml) => changed(xml, '<maHoSo>', `<maHoSo ID="${/Id="(ky-[^"]*-properties)"/.exec(xml.toString())?.[1]}">`),
    ],
    [
      'signed properties that others stand before',
      'signature-format-unknown',
      (xml) => changed(xml, '<xades:SignedProperties', '<xades:UnsignedProperties/><xades:SignedProperties'),
    ],
    [
      'a transform that covers less',
      'signature-format-unknown',
      (xml) =>
        changed(
          xml,
          '</ds:Transforms>',
          '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>self::a</ds:XPath></ds:Transform></ds:Transforms>',
        ),
    ],
    [
      'a weaker hash',
      'signature-format-unknown',
      (xml) => changed(xml, '2001/04/xmlenc#sha256', '2000/09/xmldsig#sha1'),
    ],
    ['a claimed time', 'digest-mismatch', (xml) => changed(xml, '2026-11-20T09:42:00', '2025-11-20T09:42:00')],
    [
      'the certificate of somebody else',
      'wrong-signing-certificate',
      async (xml) => {
        const other = await world.signer.certificateChain('xml-384')
        const own = await world.signer.certificateChain(LEADER.keyRef)
        const text = (der: Uint8Array | undefined) => Buffer.from(der ?? []).toString('base64')
        return changed(xml, text(own[0]), text(other[0]))
      },
    ],
    [
      'the time stamp of another message',
      'timestamp-not-for-this',
      async (xml) => {
        const token = /<xades:EncapsulatedTimeStamp>[^<]*</
        const other = token.exec((await sign(Buffer.from('<a>khác</a>'))).toString())?.[0] ?? ''
        return changed(xml, token, other)
      },
    ],
  ]

  it.each(attacks)('is found: %s', async (_, reason, attack) => {
    const report = await judge(await attack(await sign(MESSAGE)))
    expect(report.verdict).toMatch(/altered|broken/)
    expect(report.reasons).toContain(reason)
  })

  it('is not believed when a stranger signed it anew, and says when nobody did', async () => {
    const signed = await sign(MESSAGE)
    const report = await verifyXml(signed, { anchors: [] }, SIGNED_AT)
    expect(report).toMatchObject({ verdict: 'valid-untrusted', signatures: [{ trusted: false }] })
    expect((await judge(MESSAGE)).verdict).toBe('unsigned')
  })
})
