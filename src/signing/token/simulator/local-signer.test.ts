import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localCertificate } from './local-certificate.ts'
import { startLocalSigner, type LocalSigner } from './local-signer.ts'
import { simulatorTexts } from './texts.ts'

const ORIGIN = 'https://mot-cua.example'
let signer: LocalSigner
let cert: string
let office: { url: string; brought: string[]; refuse: boolean; close(): void }

beforeAll(async () => {
  const tls = await localCertificate(await mkdtemp(join(tmpdir(), 'motcua-local-')), new Date('2026-11-20T02:00:00Z'))
  cert = tls.cert
  signer = await startLocalSigner({ port: 0, tls, origins: [ORIGIN] })
  office = await startOffice()
})

afterAll(async () => {
  await signer.close()
  office.close()
})

/** The two doors of the server, as the local program sees them. */
async function startOffice() {
  const brought: string[] = []
  const state = { url: '', brought, refuse: false, close: () => void server.close() }
  const server = createServer(async (asked, response) => {
    if (asked.method === 'GET') return response.end('%PDF-1.7 /MediaBox')
    let body = ''
    for await (const chunk of asked.setEncoding('latin1')) body += chunk
    brought.push(/\r\n\r\n([^]*?)\r\n--/.exec(body)?.[1] ?? '')
    return response.end(
      JSON.stringify({ Status: !state.refuse, Message: state.refuse ? 'used' : '', FileName: 'a', FileServer: 'a' }),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}

/** Speaks as a page's WebSocket does; the status of the answer when it is not taken. */
async function say(action: string, text: string, origin = ORIGIN): Promise<unknown> {
  const asked = request(`${signer.address.replace('wss', 'https')}/${action}`, {
    ca: cert,
    headers: {
      origin,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    },
  })
  asked.end()
  const [first, socket] = (await Promise.race([once(asked, 'upgrade'), once(asked, 'response')])) as [
    IncomingMessage,
    TLSSocket | undefined,
  ]
  if (!socket) return first.statusCode
  expect(first.headers['sec-websocket-accept']).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  const content = Buffer.from(text)
  const mask = Buffer.from([1, 2, 3, 4])
  const head =
    content.length < 126 ? [0x81, 0x80 | content.length] : [0x81, 0xfe, content.length >> 8, content.length & 255]
  socket.write(Buffer.concat([Buffer.from(head), mask, content.map((value, index) => value ^ (mask[index % 4] ?? 0))]))
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const answer = Buffer.concat(chunks)
  const short = (answer[1] ?? 0) & 0x7f
  const [from, length] = short === 126 ? [4, answer.readUInt16BE(2)] : [2, short]
  return JSON.parse(answer.subarray(from, from + length).toString('utf8')) as unknown
}

const order = () =>
  JSON.stringify({ FileName: `${office.url}/file`, FileUploadHandler: `${office.url}/signed`, MetaData: [] })
const token = {
  certificate: Buffer.from('certificate'),
  sign: async (pdf: Buffer) => Buffer.concat([pdf, Buffer.from('+signed')]),
}

it('fetches, signs and brings back, and answers in the words of the protocol', async () => {
  signer.insert(token)
  expect(await say('SignApproved', order())).toEqual({ Status: 0, Message: '', FileName: 'a', FileServer: 'a' })
  expect(office.brought.at(-1)).toBe('%PDF-1.7 /MediaBox+signed')
  expect(await say('GetCertInfo', 'get_cert_info')).toMatchObject({
    Status: 0,
    Certificate: Buffer.from('certificate').toString('base64'),
  })
})

it('works for pages it knows alone', async () => {
  expect(await say('SignApproved', order(), 'https://elsewhere.example')).toBe(403)
})

it('does what it is told to: cancelled, wrong PIN, no token, another document, twice', async () => {
  signer.behave('cancelled')
  expect(await say('SignIssued', order())).toMatchObject({ Status: 11 })
  signer.behave('wrong-pin')
  expect(await say('SignIssued', order())).toMatchObject({ Status: 1, Message: simulatorTexts.wrongPin })
  signer.behave('changes-document')
  expect(await say('SignIssued', order())).toMatchObject({ Status: 0 })
  expect(office.brought.at(-1)).toBe('%PDF-1.7 /MediaBoz+signed')
  signer.behave('uploads-twice')
  office.refuse = true
  const before = office.brought.length
  expect(await say('SignIssued', order())).toMatchObject({ Status: 1, Message: 'used' })
  expect(office.brought.length).toBe(before + 2)
  signer.behave('normal')
  signer.insert(undefined)
  expect(await say('SignIssued', order())).toMatchObject({ Status: 1, Message: simulatorTexts.noToken })
})
