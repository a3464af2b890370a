import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../../../test/support/bare-web.ts'
import type { Actor } from '../../../platform/actor.ts'
import { getDossier, withdrawDossier } from '../../../dossiers/index.ts'
import { resultsApiRoutes } from '../../api/routes.ts'
import { openResultsWorld, type ResultsWorld } from '../../testing.ts'
import { resultsSections, resultsWorkspaceRoutes } from '../routes.tsx'
import { render } from 'preact-render-to-string'

let world: ResultsWorld
let site: BareWeb
let actor: Actor = { kind: 'anonymous' }

beforeAll(async () => {
  world = await openResultsWorld()
  site = await openBareWeb(
    world.app,
    () => actor,
    async (web) => {
      await resultsWorkspaceRoutes(web)
      await resultsApiRoutes(web)
    },
  )
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const as = (who: Actor) => void (actor = who)
const open = (url: string) => site.web.inject({ url })
const GATHER = '/quyet-dinh-chung/gom'
/** Sends a form of the batch's page. */
const send = (page: string, name: string, form: Record<string, string>) => site.post(page, `${page}/${name}`, form)
const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
  site.web.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) })

const two = async () => [await world.appraised(), await world.appraised({ citizen: world.people.dong })]

test('a batch goes through the pages of four people; a page that refuses loses nothing', async () => {
  const { people, pins } = world
  const codes = [...(await two()), await world.appraised()]
  const [first = '', , third = ''] = codes

  as(people.specialist)
  const form = await open(GATHER)
  for (const words of [...codes, 'Lê Văn Đông', 'Gom và trình phê duyệt']) expect(form.body).toContain(words)
  const few = await site.post(GATHER, GATHER, { nhom: '0', chon: first, 'noi-dung': 'Đồng ý với đề nghị.' })
  expect(few.statusCode).toBe(422)
  expect(few.body).toContain('Đồng ý với đề nghị.')
  expect(few.body).toMatch(new RegExp(`value="${first}"[^>]*checked|checked[^>]*value="${first}"`))
  const made = await site.post(GATHER, GATHER, { nhom: '0', chon: codes, 'noi-dung': 'Đồng ý với đề nghị.' })
  expect(made.statusCode).toBe(303)
  const page = String(made.headers.location).replace(/\?.*/, '')
  expect((await open(String(made.headers.location))).body).toContain('Đã gom 3 hồ sơ')

  as(people.head)
  const { dossier, ...view } = await world.read(getDossier, people.head, { dossierCode: first })
  const [section] = resultsSections
  const part = await section?.render({ server: site.web, actor } as never, { dossier, ...view })
  expect(part && render(part)).toContain(page)
  expect((await open('/duyet')).body).toContain(page)
  expect((await open(`/lam/${first}/duyet`)).headers.location).toBe(page)
  const short = await send(page, 'bo-ra', { 'ho-so': third, 'ly-do': 'A' })
  expect(short.statusCode).toBe(422)
  expect(short.body).toMatch(/<textarea[^>]*>A<\/textarea>/)
  const out = await send(page, 'bo-ra', { 'ho-so': third, 'ly-do': 'Thiếu bản chính.' })
  expect((await open(String(out.headers.location))).body).toContain('Thiếu bản chính.')
  expect((await send(page, 'duyet', { ban: '1' })).body).toContain('Danh sách đã đổi')
  expect((await send(page, 'duyet', { ban: '2' })).statusCode).toBe(303)

  as(people.leader)
  expect((await open('/ky')).body).toContain(page)
  expect((await open(`${page}/quyet-dinh.pdf`)).headers['content-type']).toBe('application/pdf')
  expect((await send(page, 'ky', { ban: '2', pin: '000000' })).body).toContain('PIN')
  expect((await send(page, 'ky', { ban: '2', pin: pins.leader })).statusCode).toBe(303)

  as(people.clerk)
  expect((await open('/van-thu')).body).toContain(page)
  const sealed = await send(page, 'dong-dau', { pin: pins.seal })
  expect(sealed.statusCode).toBe(303)
  const done = await open(String(sealed.headers.location))
  expect(done.body).toMatch(/Quyết định số \d+\/QĐ-UBND: đã phát hành 2 bản trích sao/)
  expect(done.body.match(/Đã có bản trích sao/g)).toHaveLength(2)

  as(people.otherLeader)
  expect((await open(page)).statusCode).toBe(404)
  as(people.hanh)
  expect((await open(page)).statusCode).toBe(403)
  expect((await open(`${page}/quyet-dinh.pdf`)).statusCode).toBe(403)
})

test('over the API, with what fell out told', async () => {
  const { people, pins } = world
  const codes = [...(await two()), await world.appraised()]
  as(people.specialist)
  const made = (await call('POST', '/result-batches', { dossierCodes: codes })).json<{ no: number; version: number }>()
  const batch = `/result-batches/${made.no}`
  await world.run(withdrawDossier, people.hanh, { dossierCode: codes[0] ?? '', reason: 'Tôi không cần nữa.' })
  as(people.head)
  const refused = await call('POST', `${batch}/approve`, { version: 1 })
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'results.batch-shortened'])
  const removed = await call('POST', `${batch}/remove`, { dossierCode: codes[2], reason: 'Cần xác minh thêm.' })
  expect(removed.json()).toMatchObject({ version: 3, left: 1 })
  expect((await call('POST', `${batch}/approve`, { version: 3 })).statusCode).toBe(200)
  as(people.leader)
  expect((await call('POST', `${batch}/sign`, { version: 3, pin: pins.leader })).statusCode).toBe(200)
  as(people.clerk)
  expect((await call('POST', `${batch}/seal`, { pin: pins.seal })).json()).toMatchObject({ done: 1 })
  const told = (await call('GET', batch)).json<{ members: { state: string }[] }>()
  expect(told.members.map(({ state }) => state)).toEqual(['out', 'done', 'out'])
  as(people.otherClerk)
  expect((await call('GET', batch)).statusCode).toBe(404)
})
