import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary-folder.ts'
import { openDemoPki } from '../demo-pki.ts'
import { SIGNED_AT } from '../testing.ts'
import { readText } from './answer.ts'
import { phonePath } from './phone-pages.tsx'
import type { PhoneOwner, PhoneService } from './phones.ts'
import { startRemoteSigning, type RemoteSigningServer } from './server.ts'
import { phoneTexts } from './texts.ts'

const PIN = '246810'
const clock = { now: () => SIGNED_AT }
const owner = (service: PhoneService): PhoneOwner => ({
  service,
  personalId: '000088000512',
  fullName: 'Chìu Văn Quý',
  keyRef: 'quy',
})

/** A system that is told; keeps what it heard. */
const heard: { path: string; authorization: string; body: unknown }[] = []
let told: Server
let server: RemoteSigningServer

beforeAll(async () => {
  told = createServer(async (request, response) => {
    const { url: path = '', headers } = request
    heard.push({ path, authorization: headers.authorization ?? '', body: JSON.parse(await readText(request)) })
    response.end(JSON.stringify({ status_code: '00', data: { access_token: 'ticket' } }))
  })
  await new Promise<void>((resolve) => told.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(told.address() as AddressInfo).port}`
  const pki = await openDemoPki(await temporaryFolder('motcua-phones-'), SIGNED_AT)
  const person = { ...owner('smartca'), agency: 'Ủy ban nhân dân xã Hoành Mô', pin: PIN }
  await pki.person(person, SIGNED_AT)
  server = await startRemoteSigning({
    keys: pki.keys,
    clock,
    smartca: { spId: 'motcua', spPassword: 'secret' },
    mysign: { clientId: 'motcua', clientSecret: 'secret', profileId: 'p' },
    doors: {
      smartca: { url: `${base}/smartca/key` },
      mysign: { tokenUrl: `${base}/token`, resultUrl: `${base}/result`, clientId: 'them', clientSecret: 'theirs' },
    },
    lateMs: 50,
  })
  for (const service of ['smartca', 'mysign'] as const) server.phones.enrol(owner(service))
})
afterAll(async () => {
  await server.close()
  told.close()
})
beforeEach(() => {
  heard.length = 0
  for (const service of ['smartca', 'mysign'] as const) server.phones.set(service, 'normal')
})

let count = 0
function ask(service: PhoneService) {
  const person = server.phones.owner(service, owner(service).personalId)
  if (!person) throw new Error('nobody')
  count += 1
  const documents = [{ code: `3F9A2C41-${count}`, title: 'Quyết định <b>1</b>', hash: createHash('sha256').digest() }]
  return server.phones.ask(person, { id: `mc-${count}`, title: 'Quyết định <b>1</b>', documents })
}

const page = async (path: string, form?: Record<string, string>) => {
  const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  const response = await fetch(`${server.url}${path}`, init)
  return { status: response.status, text: await response.text() }
}
const notices = (path: string) => heard.filter((one) => one.path === path)

it('shows on the telephone what its holder is asked, and signs when they confirm with their PIN', async () => {
  const request = ask('smartca')
  const path = phonePath(owner('smartca'))
  expect((await page('/dien-thoai')).text).toContain('VNPT SmartCA: Chìu Văn Quý')
  const shown = await page(path)
  expect(shown.text).toContain('3F9A2C41-1')
  expect(shown.text).toContain('Quyết định &lt;b>1&lt;/b>')
  const wrong = await page(`${path}/${request.id}`, { 'tra-loi': 'xac-nhan', pin: '000000' })
  expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining(phoneTexts.wrongPin) })
  expect(server.phones.standing(request)).toBe('waiting')
  const right = await page(`${path}/${request.id}`, { 'tra-loi': 'xac-nhan', pin: PIN })
  expect(right).toMatchObject({ status: 200, text: expect.stringContaining(phoneTexts.confirmed) })
  const again = await page(`${path}/${request.id}`, { 'tra-loi': 'tu-choi' })
  expect(again).toMatchObject({ status: 422, text: expect.stringContaining(phoneTexts.gone) })
  expect(server.phones.standing(request)).toBe('signed')
})

it('answers for nobody else', async () => {
  const request = ask('smartca')
  const path = `${phonePath(owner('mysign'))}/${request.id}`
  expect((await page(path, { 'tra-loi': 'xac-nhan', pin: PIN })).status).toBe(422)
  expect(server.phones.standing(request)).toBe('waiting')
  expect((await page('/dien-thoai/smartca/000000000000')).status).toBe(404)
  expect((await page('/elsewhere')).status).toBe(404)
})

it('tells the answer to the address it was given, twice or late when told to', async () => {
  server.phones.decline(ask('smartca'))
  await expect.poll(() => notices('/smartca/key').length).toBe(1)
  expect(notices('/smartca/key')[0]?.body).toMatchObject({
    sp_id: 'motcua',
    message: 'USER_REJECTED',
    signed_files: [],
  })
  server.phones.set('smartca', 'twice')
  await server.phones.confirm(ask('smartca'), PIN)
  await expect.poll(() => notices('/smartca/key').length).toBe(3)
  server.phones.set('smartca', 'late')
  await server.phones.confirm(ask('smartca'), PIN)
  expect(notices('/smartca/key')).toHaveLength(3)
  await expect.poll(() => notices('/smartca/key').length).toBe(4)
})

it('signs in where it calls back, as MySign does', async () => {
  await server.phones.confirm(ask('mysign'), PIN)
  await expect.poll(() => notices('/result').length).toBe(1)
  expect(notices('/token')[0]?.body).toMatchObject({ client_id: 'them', client_secret: 'theirs' })
  expect(notices('/result')[0]).toMatchObject({ authorization: 'Bearer ticket', body: { meta_data: { status: '1' } } })
})
