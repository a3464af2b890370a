import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir } from 'node:fs/promises'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/actor.ts'
import { createWeb } from '../../platform/web/server.ts'
import type { Web } from '../../platform/web/web.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { contentDisposition } from '../file-download.ts'
import { documentsRefusals, noScanner, virusScanPort } from '../index.ts'
import { documentsPortalRoutes } from '../portal/routes.ts'
import { spoolFolder } from '../receive-upload.ts'
import { aDocx, aPdf } from '../testing.ts'
import { documentsApiRoutes } from './routes.ts'

let world: TestApp
let web: Web
const people: Record<string, Actor> = {
  hanh: {
    kind: 'citizen',
    accountId: '019aa000-0000-7000-8000-000000000001',
    citizenId: '019aa000-0000-7000-8000-0000000000c1',
    fullName: 'Nguyễn Thu Hạnh',
    personalId: '022188001512',
  },
  bao: {
    kind: 'citizen',
    accountId: '019aa000-0000-7000-8000-000000000002',
    citizenId: '019aa000-0000-7000-8000-0000000000c2',
    fullName: 'Trần Quốc Bảo',
    personalId: '022085001513',
  },
}

beforeAll(async () => {
  world = await openTestApp({ refusals: documentsRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  const shell = async () => h('html', null)
  web = await createWeb({
    app: world.app,
    shells: { portal: shell, workspace: shell, official: shell, kiosk: shell },
    errorPage: async (_, reply, { status, title }) => reply.code(status).type('text/plain; charset=utf-8').send(title),
    version: 'test',
    formActions: [],
  })
  web.addHook('onRequest', async (request) => {
    const name = String(request.headers['x-person'] ?? '')
    if (people[name]) request.actor = people[name]
  })
  await documentsApiRoutes(web)
  await documentsPortalRoutes(web)
  await web.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await web.close()
  await world.close()
})

const LINE = '----motcua'
const opening = (name: string) =>
  `--${LINE}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
const closing = `\r\n--${LINE}--\r\n`
const multipart = (name: string, content: Uint8Array) =>
  Buffer.concat([Buffer.from(opening(name)), content, Buffer.from(closing)])
const upload = (content: Uint8Array, name = 'don.pdf', headers: Record<string, string> = {}) =>
  web.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { 'content-type': `multipart/form-data; boundary=${LINE}`, 'x-person': 'hanh', ...headers },
    payload: multipart(name, content),
  })
const get = (url: string, person = 'hanh') =>
  web.inject({ url, headers: { 'x-person': person, accept: 'application/json' } })

describe('uploadFile', () => {
  it('answers with the receipt', async () => {
    const content = aPdf({ pages: 2 })
    const answer = await upload(content, 'Đơn xin.pdf')
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      name: 'Đơn xin.pdf',
      sha256: createHash('sha256').update(content).digest('hex'),
      size: content.length,
      mediaType: 'application/pdf',
      pages: 2,
      receiptCode: expect.stringMatching(/^BN-/),
      uploadedAt: '2026-11-20T02:00:00.000Z',
    })
    const again = await get(`/api/v1/files/${answer.json().id}`)
    expect(again.json()).toEqual(answer.json())
  })

  it('says what is wrong as problem+json, in Vietnamese', async () => {
    const answer = await upload(Buffer.from('<html>'), 'đơn.pdf')
    expect(answer.statusCode).toBe(415)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({
      type: 'urn:motcua:documents.wrong-type',
      code: 'documents.wrong-type',
      status: 415,
      title: expect.stringContaining('Tệp đơn.pdf không phải PDF'),
    })
    expect((await upload(new Uint8Array(0))).json()).toMatchObject({ code: 'documents.empty' })
  })

  it('refuses a request without a file, and one without a person', async () => {
    const none = await web.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { 'x-person': 'hanh', 'content-type': 'application/json' },
      payload: '{}',
    })
    expect(none.json()).toMatchObject({ code: 'documents.no-file' })
    const fields = `--${LINE}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb${closing}`
    const field = await web.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { 'x-person': 'hanh', 'content-type': `multipart/form-data; boundary=${LINE}` },
      payload: fields,
    })
    expect(field.json()).toMatchObject({ code: 'documents.no-file' })
    expect((await upload(aPdf(), 'a.pdf', { 'x-person': 'nobody' })).statusCode).toBe(401)
  })

  it('gives one file for one idempotency key', async () => {
    const [first, again] = [
      await upload(aPdf(), 'a.pdf', { 'idempotency-key': 'x1' }),
      await upload(aPdf(), 'a.pdf', { 'idempotency-key': 'x1' }),
    ]
    expect(again.json()).toEqual(first.json())
  })
})

/** Sends `megabytes` over a real connection, chunked when no length is told, and stops when the server hangs up. */
function sendMegabytes(
  megabytes: number,
  tellLength: boolean,
): Promise<{ status: number | undefined; code: string; sent: number }> {
  const { port } = web.server.address() as AddressInfo
  const megabyte = Buffer.alloc(1024 * 1024, 0x20)
  const head = Buffer.concat([Buffer.from(opening('to.pdf')), Buffer.from('%PDF-1.7\n')])
  const length = head.length + megabytes * megabyte.length + closing.length
  return new Promise((done) => {
    let sent = 0
    let code = ''
    let status: number | undefined
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      path: '/api/v1/files',
      method: 'POST',
      headers: {
        'x-person': 'hanh',
        'content-type': `multipart/form-data; boundary=${LINE}`,
        ...(tellLength ? { 'content-length': length } : {}),
      },
    })
    request.on('response', (response) => {
      status = response.statusCode
      response.setEncoding('utf8')
      response.on('data', (text: string) => void (code += text))
      response.on('end', () => {
        request.destroy()
        done({ status, code: (JSON.parse(code) as { code: string }).code, sent })
      })
    })
    request.on('error', () => (status === undefined ? done({ status, code: 'cut', sent }) : undefined))
    const more = (): void => {
      if (request.destroyed || sent === megabytes) return void (request.destroyed || request.end(closing))
      sent += 1
      if (request.write(megabyte)) setImmediate(more)
      else request.once('drain', more)
    }
    request.write(head, more)
  })
}

describe('a file of 200 MB over the wire', () => {
  it.each([true, false])('is refused early and nothing is kept (length told: %s)', async (tellLength) => {
    const { status, code, sent } = await sendMegabytes(200, tellLength)
    expect({ status, code }).toEqual({ status: 413, code: 'documents.too-big' })
    expect(sent).toBeLessThan(60)
    expect(await readdir(spoolFolder(world.app))).toEqual([])
    expect((await upload(aPdf())).statusCode).toBe(201)
  })
})

describe('downloading', () => {
  it('gives the bytes back to who sent them, as a file to save', async () => {
    const content = aPdf({ catalog: '/Lang (vi)' })
    const { id, sha256 } = (await upload(content, 'Đơn xin cấp.pdf')).json()
    for (const url of [`/api/v1/files/${id}/content`, `/tep/${id}`]) {
      const answer = await get(url)
      expect(answer.rawPayload.equals(content)).toBe(true)
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(content.length),
        'content-disposition': `attachment; filename="Don xin cap.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20xin%20c%E1%BA%A5p.pdf`,
        'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'self'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    }
  })

  it('shows PDF in the browser when asked, never a Word file', async () => {
    const pdf = (await upload(aPdf())).json()
    expect((await get(`/tep/${pdf.id}/xem`)).headers['content-disposition']).toMatch(/^inline/)
    const word = (await upload(aDocx(), 'a.docx')).json()
    const shown = await get(`/tep/${word.id}/xem`)
    expect(shown.headers['content-disposition']).toMatch(/^attachment/)
    expect(shown.headers['content-security-policy']).toContain('sandbox')
  })

  it('is for nobody else', async () => {
    const { id } = (await upload(aPdf())).json()
    for (const url of [`/tep/${id}`, `/tep/${id}/xem`, `/api/v1/files/${id}`, `/api/v1/files/${id}/content`]) {
      expect((await get(url, 'bao')).statusCode, url).toBe(404)
      expect((await get(url, 'nobody')).statusCode, url).toBe(401)
    }
    expect((await get('/tep/../../etc/passwd')).statusCode).toBe(404)
    expect((await get('/tep/1')).statusCode).toBe(422)
  })

  it('writes names that cannot break out of the header', () => {
    expect(contentDisposition('a"; filename=evil.exe\r\nX: y', false)).toBe(
      `attachment; filename="a__ filename_evil.exe__X_ y"; filename*=UTF-8''a%22%3B%20filename%3Devil.exe%0D%0AX%3A%20y`,
    )
    expect(contentDisposition('\ud800.pdf', true)).toMatch(/^inline; filename="_.pdf"/)
  })
})
