import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { readdir, writeFile } from 'node:fs/promises'
import { h } from 'preact'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Upload as Client } from 'tus-js-client'
import type { Actor } from '../../platform/actor.ts'
import { runErrand } from '../../platform/errand.ts'
import { createWeb } from '../../platform/web/server.ts'
import { formToken, type Web } from '../../platform/web/web.ts'
import { openCutLine, type CutLine } from '../../../test/support/cut-line.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { documentsRefusals, fileBytes, noScanner, virusScanPort } from '../index.ts'
import { documentsPortalRoutes } from '../portal/routes.ts'
import { spoolFolder } from '../receive-upload.ts'
import { aPdf } from '../testing.ts'
import { finishUpload } from './finish-upload.ts'
import { forgetUnfinished } from './forget-unfinished.ts'
import { uploadsNotHandedIn } from './store.ts'
import { uploadFolder } from './upload-folder.ts'

const citizen = (last: string): Actor => ({
  kind: 'citizen',
  accountId: `019aa000-0000-7000-8000-00000000000${last}`,
  citizenId: `019aa000-0000-7000-8000-0000000000c${last}`,
  fullName: 'Nguyễn Thu Hạnh',
  personalId: `02218800151${last}`,
})
const people: Record<string, Actor> = { hanh: citizen('1'), bao: citizen('2'), chi: citizen('3') }

let world: TestApp
let web: Web
let line: CutLine
beforeAll(async () => {
  world = await openTestApp({ refusals: documentsRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  web = await openWeb()
  line = await openCutLine(() => (web.server.address() as AddressInfo).port)
})
afterAll(async () => {
  line.close()
  await web.close()
  await world.close()
})
beforeEach(() => line.mend())

async function openWeb(): Promise<Web> {
  const shell = async () => h('html', null)
  const made = await createWeb({
    app: world.app,
    shells: { portal: shell, workspace: shell, official: shell, kiosk: shell },
    errorPage: async (_, reply, { status, title }) => reply.code(status).type('text/plain; charset=utf-8').send(title),
    version: 'test',
    formActions: [],
  })
  made.addHook('onRequest', async (request) => {
    request.actor = people[String(request.headers['x-person'] ?? '')] ?? request.actor
  })
  made.get('/token', async (request, reply) => reply.send(formToken(request, reply)))
  await documentsPortalRoutes(made)
  await made.listen({ port: 0, host: '127.0.0.1' })
  return made
}

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

/** A sound PDF that fills a few MB with noise. */
function aBigPdf(bytes: number, seed: number): Buffer {
  const random = seededRandom(seed)
  const noise = Buffer.from(Uint8Array.from({ length: bytes / 2 }, () => Math.floor(random() * 256))).toString('hex')
  return aPdf({ more: [['(', noise, ')']] })
}

async function tokenFor(person: string): Promise<Record<string, string>> {
  const answer = await web.inject({ url: '/token', headers: { 'x-person': person } })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { 'x-person': person, 'x-form-token': answer.body, cookie, accept: 'application/problem+json' }
}

type Sending = {
  person?: string
  name?: string
  origin?: string
  url?: string
  headers?: Record<string, string>
  chunk?: number
}

/** Sends with the official client; answers the upload's address, or throws what the server said. */
async function send(
  content: Buffer,
  { person = 'hanh', name = 'don.pdf', origin = 'upload', url, headers, chunk }: Sending = {},
) {
  const given = headers ?? (await tokenFor(person))
  return new Promise<string>((sent, failed) => {
    const client: Client = new Client(content, {
      endpoint: `http://127.0.0.1:${line.port}/tai-len`,
      ...(url === undefined ? {} : { uploadUrl: url }),
      headers: given,
      metadata: { filename: name, purpose: 'trang#tep', origin },
      retryDelays: null,
      chunkSize: chunk ?? Number.POSITIVE_INFINITY,
      onError: (error) => failed(Object.assign(error, { url: client.url })),
      onSuccess: () => sent(client.url ?? ''),
    })
    client.start()
  })
}

/** The request that makes an upload, by itself. */
async function begin(more: Record<string, string>, metadata: Record<string, string> = {}, person = 'hanh') {
  const pairs = Object.entries(metadata).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
  const headers = { ...(await tokenFor(person)), 'tus-resumable': '1.0.0', 'upload-length': '10', ...more }
  return web.inject({
    method: 'POST',
    url: '/tai-len',
    headers: pairs.length === 0 ? headers : { ...headers, 'upload-metadata': pairs.join(',') },
  })
}

const idOf = (url: string) => url.split('/').at(-1) ?? ''
const finish = async (url: string, person = 'hanh') =>
  web.inject({ method: 'POST', url: `/tai-len/${idOf(url)}/xong`, headers: await tokenFor(person) })
const offsetOf = async (url: string, person = 'hanh') => {
  const headers = { ...(await tokenFor(person)), 'tus-resumable': '1.0.0' }
  const answer = await web.inject({ method: 'HEAD', url: `/tai-len/${idOf(url)}`, headers })
  return answer.statusCode === 200 ? Number(answer.headers['upload-offset']) : answer.statusCode
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { url?: string | null; originalResponse?: { getStatus(): number; getBody(): string } | null }) => error,
  )

describe('an upload that arrives', () => {
  it('becomes the same file as any other, once, with its receipt', async () => {
    const content = aBigPdf(600_000, 1)
    const url = await send(content, { name: 'Đơn đề nghị.pdf', chunk: 100_000 })
    const first = await finish(url)
    expect(first.json()).toMatchObject({
      name: 'Đơn đề nghị.pdf',
      sha256: sha256(content),
      size: content.length,
      receiptCode: expect.stringMatching(/^BN-/),
      uploadedAt: '2026-11-20T02:00:00.000Z',
    })
    expect((await finish(url)).json()).toEqual(first.json())
    expect((await fileBytes(world.app, first.json().id)).equals(content)).toBe(true)
    expect(await readdir(uploadFolder(world.app))).toEqual([])
    expect(await readdir(spoolFolder(world.app))).toEqual([])
  })

  it('asked to finish twice at once is one file', async () => {
    const url = await send(aPdf({ pages: 4 }))
    const answers = await Promise.all([finish(url), finish(url), finish(url)])
    expect(new Set(answers.map((answer) => answer.json().receiptCode)).size).toBe(1)
  })

  it('is refused for what is inside, says so each time instead of days later, and can be begun anew', async () => {
    const url = await send(Buffer.from('<html>'), { name: 'a.pdf' })
    for (const answer of [await finish(url), await finish(url)])
      expect(answer.json()).toMatchObject({ code: 'documents.wrong-type', title: expect.stringContaining('Tệp a.pdf') })
    expect(await offsetOf(url)).toBe(404)
    expect((await finish(await send(Buffer.alloc(0)))).json()).toMatchObject({ code: 'documents.empty' })
    expect(await readdir(uploadFolder(world.app))).toEqual([])
  })
})

describe('a cut line', () => {
  it.each([1, 3_000, 70_000, 250_000, 599_000])('after %i bytes costs what was on the wire, no more', async (bytes) => {
    const content = aBigPdf(600_000, bytes)
    const cut = line.cuts()
    // The request that makes the upload goes through first.
    const begun = await begin({ 'upload-length': String(content.length) }, { filename: 'don.pdf' })
    expect(begun.statusCode).toBe(201)
    const url = `http://127.0.0.1:${line.port}${begun.headers.location}`
    line.cutAfter(bytes + 2_000)
    expect(await failureOf(send(content, { url }))).toBeDefined()
    expect(line.cuts()).toBeGreaterThan(cut)
    line.mend()
    const offset = await offsetOf(url)
    expect(offset).toBeLessThan(content.length)
    if (bytes > 200_000) expect(offset).toBeGreaterThan(0)
    expect((await finish(url)).json()).toMatchObject({ code: 'documents.upload-unfinished' })
    await send(content, { url })
    expect((await finish(url)).json()).toMatchObject({ sha256: sha256(content), size: content.length })
  })

  it('and a server that stops in the middle lose nothing: another goes on', async () => {
    const content = aBigPdf(900_000, 7)
    line.cutAfter(500_000)
    const failure = await failureOf(send(content, { chunk: 200_000 }))
    const url = String(failure?.url)
    await web.close()
    web = await openWeb()
    line.mend()
    expect(await offsetOf(url)).toBeGreaterThanOrEqual(400_000)
    await send(content, { url })
    expect((await finish(url)).json()).toMatchObject({ sha256: sha256(content) })
  })

  it('a whole upload whose end nobody heard is finished later', async () => {
    const content = aBigPdf(100_000, 8)
    const url = await send(content)
    const hanh = people.hanh as Actor
    expect(
      await uploadsNotHandedIn(
        world.app.db,
        'citizen:019aa000-0000-7000-8000-000000000001',
        world.clock.now(),
        'trang',
      ),
    ).toContainEqual(expect.objectContaining({ id: idOf(url), name: 'don.pdf', size: content.length }))
    // As after a kill between keeping the content and writing it down: the content is there already.
    await world.app.files.put(content)
    expect(await runErrand(world.app, finishUpload, hanh, { id: idOf(url) })).toMatchObject({ sha256: sha256(content) })
  })

  it('a beginning nobody heard the answer of is one upload, however often it is tried, here or on another device', async () => {
    const content = aBigPdf(600_000, 12)
    const about = { filename: 'don.pdf', purpose: 'trang#tep', sha256: sha256(content) }
    const length = { 'upload-length': String(content.length) }
    const begun = String((await begin(length, about)).headers.location)
    for (let tries = 0; tries < 5; tries += 1) expect((await begin(length, about)).headers.location).toBe(begun)
    const others = [
      await begin(length, { ...about, filename: 'don-khac.pdf' }),
      await begin(length, { ...about, purpose: 'trang-khac#tep' }),
      await begin(length, { ...about, sha256: sha256(Buffer.from('khác')) }),
      await begin(length, { ...about, sha256: 'không phải mã băm' }),
      await begin(length, about, 'chi'),
    ]
    expect(new Set(others.map(({ headers }) => headers.location)).add(begun).size).toBe(6)
    const url = `http://127.0.0.1:${line.port}${begun}`
    line.cutAfter(300_000)
    await failureOf(send(content, { url }))
    line.mend()
    expect((await begin(length, about)).headers.location).toBe(begun)
    expect(await offsetOf(url)).toBeGreaterThan(0)
    await send(content, { url })
    expect((await finish(url)).json()).toMatchObject({ sha256: about.sha256, size: content.length })
    expect((await begin(length, about)).headers.location, 'what is whole is not begun again').not.toBe(begun)
  })

  it('bytes sent twice from one place are refused, and nothing is doubled', async () => {
    const content = aBigPdf(200_000, 9)
    const url = await send(content)
    const again = await web.inject({
      method: 'PATCH',
      url: `/tai-len/${idOf(url)}`,
      headers: {
        ...(await tokenFor('hanh')),
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      payload: content,
    })
    expect(again.statusCode).toBe(409)
    expect((await finish(url)).json()).toMatchObject({ sha256: sha256(content) })
  })
})

describe('whose it is', () => {
  it('nobody else sees it, goes on with it, drops it or gets its file', async () => {
    line.cutAfter(300_000)
    const content = aBigPdf(600_000, 10)
    const url = String((await failureOf(send(content)))?.url)
    line.mend()
    expect(await offsetOf(url, 'bao')).toBe(404)
    expect(await offsetOf(url, 'nobody')).toBe(401)
    const patch = { 'tus-resumable': '1.0.0', 'upload-offset': String(await offsetOf(url)) }
    const asBao = { ...(await tokenFor('bao')), ...patch, 'content-type': 'application/offset+octet-stream' }
    const path = `/tai-len/${idOf(url)}`
    expect((await web.inject({ method: 'PATCH', url: path, headers: asBao, payload: 'x' })).statusCode).toBe(404)
    expect((await web.inject({ method: 'DELETE', url: path, headers: asBao })).statusCode).toBe(404)
    expect((await finish(url, 'bao')).json()).toMatchObject({ code: 'documents.upload-gone' })
    await send(content, { url })
    expect((await finish(url)).statusCode).toBe(200)
  })

  it('a page of another site cannot send: the form token is asked for', async () => {
    const { 'x-form-token': _, ...headers } = await tokenFor('hanh')
    const failure = await failureOf(send(aPdf(), { headers }))
    expect(failure?.originalResponse?.getStatus()).toBe(403)
    expect(failure?.originalResponse?.getBody()).toContain('platform.form-expired')
  })

  it('a person who may not send files cannot begin', async () => {
    people.son = {
      kind: 'officer',
      accountId: '019aa000-0000-7000-8000-000000000009',
      fullName: 'Lê Văn Sơn',
      grants: [{ role: 'supervisor', unitId: 'u', unitCode: 'H49', reach: 'unit' }],
    }
    const failure = await failureOf(send(aPdf(), { person: 'son' }))
    expect(failure?.originalResponse?.getBody()).toContain('platform.forbidden')
  })
})

describe('limits', () => {
  it('too heavy a file is told before a byte of it is sent', async () => {
    const answer = await begin({ 'upload-length': String(20 * 1024 * 1024 + 1) }, { filename: 'to.pdf' })
    expect(answer.json()).toMatchObject({
      code: 'documents.too-big',
      title: expect.stringContaining('Tệp to.pdf nặng hơn 20 MB'),
    })
  })

  it('a parcel may be heavier than a file; it has no receipt, becomes no file, and is its owner’s alone', async () => {
    const content = Buffer.alloc(30_000, 7)
    const url = await send(content, { name: 'giay-to.zip', origin: 'parcel' })
    expect((await finish(url)).json()).toMatchObject({ name: 'giay-to.zip', size: 30_000, receiptCode: '' })
    expect((await finish(url, 'bao')).statusCode).toBe(404)
    const heavy = await begin({ 'upload-length': String(61 * 1024 * 1024) }, { filename: 'to.zip', origin: 'parcel' })
    expect(heavy.json()).toMatchObject({ title: expect.stringContaining('Tệp to.zip nặng hơn 60 MB') })
    const lighter = { 'upload-length': String(59 * 1024 * 1024) }
    const begun = await begin(lighter, { filename: 'to.zip', origin: 'parcel' })
    expect(begun.statusCode).toBe(201)
    const headers = { ...(await tokenFor('hanh')), 'tus-resumable': '1.0.0' }
    await web.inject({ method: 'DELETE', url: `/tai-len/${idOf(String(begun.headers.location))}`, headers })
  })

  it('more than a person may have under way is refused; dropping one makes room', async () => {
    const most = world.app.settings.uploadLimits.unfinishedPerPerson
    let last = await begin({}, {}, 'bao')
    for (let count = 1; count < most; count += 1) last = await begin({}, {}, 'bao')
    expect((await begin({}, {}, 'bao')).json()).toMatchObject({ code: 'documents.too-many-unfinished' })
    const dropped = await web.inject({
      method: 'DELETE',
      url: String(last.headers.location),
      headers: { ...(await tokenFor('bao')), 'tus-resumable': '1.0.0' },
    })
    expect(dropped.statusCode).toBe(204)
    expect((await begin({}, {}, 'bao')).statusCode).toBe(201)
  })

  it('an upload nobody finishes is forgotten in time, with what arrived of it', async () => {
    line.cutAfter(300_000)
    const url = String((await failureOf(send(aBigPdf(600_000, 11))))?.url)
    line.mend()
    await writeFile(`${uploadFolder(world.app)}/la`, 'x')
    await forgetUnfinished.run(world.app, {})
    expect(await offsetOf(url)).toBeGreaterThan(0)
    world.clock.advance(49 * 3600)
    expect(await offsetOf(url)).toBe(404)
    await forgetUnfinished.run(world.app, {})
    expect(await readdir(uploadFolder(world.app))).not.toContain(idOf(url))
    expect((await finish(url)).json()).toMatchObject({ code: 'documents.upload-gone' })
  })
})
