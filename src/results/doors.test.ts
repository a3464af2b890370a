import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import type { Actor } from '../platform/actor.ts'
import { getDossier } from '../dossiers/index.ts'
import { resultsApiRoutes } from './api/routes.ts'
import { resultTrackingSection, resultsPortalRoutes } from './portal/routes.tsx'
import { resultsSections, resultsWorkspaceRoutes } from './workspace/routes.tsx'
import { openResultsWorld, type ResultsWorld } from './testing.ts'

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
      await resultsPortalRoutes(web)
      await resultsApiRoutes(web)
    },
  )
}, 180_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const htmlOf = (part: VNode | null | undefined) => (part ? render(part) : '')
const as = (who: Actor) => void (actor = who)
const open = (url: string) => site.web.inject({ url })
const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
  site.web.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) })

const LINE = '----motcua'
const multipart = (pdf: Buffer) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${LINE}` },
  payload: Buffer.concat([
    Buffer.from(
      `--${LINE}\r\nContent-Disposition: form-data; name="tep"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    pdf,
    Buffer.from(`\r\n--${LINE}--\r\n`),
  ]),
})

test('a result goes through the pages of five people, and the citizen and anybody find it', async () => {
  const { people, pins } = world
  const code = await world.appraised()

  as(people.specialist)
  const editor = await open(`/lam/${code}/du-thao`)
  expect(editor.statusCode).toBe(200)
  for (const words of ['Bản sao được chứng thực từ bản chính', 'Nguyễn Thu Hạnh', 'Bùi Đức Thịnh, Phó Chủ tịch'])
    expect(editor.body).toContain(words)
  const preview = await open(`/lam/${code}/du-thao/xem-truoc.pdf`)
  expect([preview.headers['content-type'], preview.rawPayload.subarray(0, 5).toString()]).toEqual([
    'application/pdf',
    '%PDF-',
  ])
  const form = {
    ten: 'Bản sao được chứng thực từ bản chính',
    'cap-cho': 'Nguyễn Thu Hạnh',
    'noi-dung': 'Bản sao gồm một trang.\n\nĐã đối chiếu với bản chính.',
    'thong-tin': 'không có dấu hai chấm',
    'nguoi-ky': people.leader.accountId,
    'noi-nhan': 'Như trên',
    'can-cu': 'Nghị định số 23/2015/NĐ-CP',
  }
  const wrong = await site.post(`/lam/${code}/du-thao`, `/lam/${code}/du-thao`, form)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Dòng 1: viết dạng')
  expect(wrong.body).toContain('Đã đối chiếu với bản chính.')
  const written = { ...form, 'thong-tin': 'Bản chính: Bằng tốt nghiệp số 118' }
  const shown = await site.post(`/lam/${code}/du-thao`, `/lam/${code}/du-thao/xem-truoc`, written)
  expect(shown.headers['content-type']).toBe('application/pdf')
  const sent = await site.post(`/lam/${code}/du-thao`, `/lam/${code}/du-thao`, written)
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `/lam/${code}?xong=draftResult`])

  as(people.head)
  expect((await open(`/lam/${code}/duyet`)).body).toContain('Giấy tờ đầy đủ, đúng thẩm quyền.')
  expect((await site.post(`/lam/${code}/duyet`, `/lam/${code}/duyet`, { 'phien-ban': '1' })).headers.location).toBe(
    `/lam/${code}?xong=approveResult`,
  )

  as(people.leader)
  expect((await open('/ky')).body).toContain(`/ky/${code}`)
  const refused = await site.post(`/ky/${code}`, `/ky/${code}`, { pin: '987654' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Mã PIN chưa đúng. Còn 4 lần thử.')
  expect(refused.body).not.toContain('987654')
  expect((await site.post(`/ky/${code}`, `/ky/${code}`, { pin: pins.leader })).headers.location).toBe(
    `/ky?xong=${code}`,
  )

  as(people.clerk)
  expect((await open('/van-thu')).body).toContain(`/van-thu/${code}`)
  const sealed = await site.post(`/van-thu/${code}`, `/van-thu/${code}`, { pin: pins.seal })
  expect(sealed.headers.location).toMatch(new RegExp(`^/van-thu\\?xong=${code}&so=\\d`))

  as(people.desk)
  expect((await open('/quay/tra-ket-qua')).body).toContain(`/quay/tra-ket-qua/${code}`)
  const path = `/quay/tra-ket-qua/${code}`
  expect((await site.post(path, path, { 'cach-tra': 'counter', 'nguoi-nhan': '' })).body).toContain(
    'Ghi họ tên người nhận',
  )
  expect((await site.post(path, path, { 'cach-tra': 'counter', 'nguoi-nhan': 'Nguyễn Thu Hạnh' })).statusCode).toBe(303)

  as(people.hanh)
  const pdf = (await open(`/ho-so/${code}/ket-qua`)).rawPayload
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const { dossier } = await world.read(getDossier, people.hanh, { dossierCode: code })
  const part = await resultTrackingSection.render({ server: site.web } as never, dossier)
  expect(htmlOf(part)).toContain(`/ho-so/${code}/ket-qua`)
  as(people.dong)
  expect((await open(`/ho-so/${code}/ket-qua`)).statusCode).toBe(404)

  as({ kind: 'anonymous' })
  const page = await open('/kiem-tra')
  const token = /_csrf=([^"]+)"/.exec(page.body)?.[1] ?? ''
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]))
  const judged = await site.web.inject({ method: 'POST', url: `/kiem-tra?_csrf=${token}`, cookies, ...multipart(pdf) })
  expect(judged.body).toContain('Bản này đúng là bản đã phát hành')
  expect(judged.body).not.toContain('Hạnh')
  const verificationCode = /QN(-[0-9A-Z]{4}){4}/.exec(judged.body)?.[0] ?? ''
  expect((await open(`/kiem-tra/${verificationCode}`)).body).toContain('Có văn bản này trong sổ phát hành')
  expect((await open('/kiem-tra/QN-0000-0000-0000-0000')).statusCode).toBe(404)
  expect((await open('/kiem-tra?ma=')).statusCode).toBe(422)
})

test('a mistake, a signature and a refusal go through pages too', async () => {
  const { people, pins } = world
  const code = await world.signed()
  as(people.clerk)
  expect((await open(`/van-thu/${code}`)).body).toContain('Trả lại người ký')
  const back = await site.post(`/van-thu/${code}`, `/van-thu/${code}/tra-nguoi-ky`, { 'ly-do': 'Thiếu nơi nhận.' })
  expect(back.headers.location).toBe(`/van-thu?tra=${code}`)
  as(people.leader)
  expect((await open(`/ky/${code}`)).body).toContain('Thiếu nơi nhận.')
  expect((await site.post(`/ky/${code}`, `/ky/${code}`, { pin: pins.leader })).statusCode).toBe(303)
  as(people.clerk)
  expect((await site.post(`/van-thu/${code}`, `/van-thu/${code}`, { pin: pins.seal })).statusCode).toBe(303)

  as(people.desk)
  const desk = `/quay/tra-ket-qua/${code}`
  const short = { 'nguoi-khong-nhan': 'Nguyễn Thu Hạnh', 'ly-do': 'Sai' }
  expect((await site.post(desk, `${desk}/khong-nhan`, short)).body).toContain('Ghi ai không nhận')
  const said = { ...short, 'ly-do': 'Ngày sinh ghi sai.' }
  expect((await site.post(desk, `${desk}/khong-nhan`, said)).headers.location).toBe(
    `/quay/tra-ket-qua?khong-nhan=${code}`,
  )
  const waiting = await open(desk)
  expect(waiting.body).toContain('Ngày sinh ghi sai.')
  expect(waiting.body).not.toContain('/khong-nhan"')

  as(people.head)
  const form = `/lam/${code}/sua-ket-qua`
  expect((await open(form)).body).toContain('Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP')
  const unsaid = await site.post(form, form, { 'ly-do': '', 'can-cu': '' })
  expect([unsaid.statusCode, unsaid.body.includes('Ghi rõ chỗ sai')]).toEqual([422, true])
  const sent = await site.post(form, form, { 'ly-do': 'Sai ngày sinh.', 'can-cu': 'Khoản 3 Điều 18' })
  expect(sent.headers.location).toBe(`/lam/${code}?xong=replaceResult`)
  const { dossier } = await world.read(getDossier, people.hanh, { dossierCode: code })
  const own = htmlOf(await resultTrackingSection.render({ server: site.web } as never, dossier))
  expect(own).toContain('Cơ quan đang sửa một sai sót')
  expect(own).toContain('không có thời hạn giải quyết mới')
  const old = /\/kiem-tra\/(QN[-0-9A-Z]+)/.exec(own)?.[1] ?? ''
  as(people.specialist)
  const editor = await open(`/lam/${code}/du-thao`)
  expect(editor.body).toContain('Soạn văn bản thay thế văn bản số')
  expect((await call('POST', `/dossiers/${code}/result/draft`, {})).json()).toMatchObject({ resultNo: 2 })

  as(people.head)
  const list = await open('/duyet')
  expect(list.body).toContain(`/lam/${code}/duyet`)
  expect((await site.post('/duyet', '/duyet', {})).statusCode).toBe(422)
  const many = await site.post('/duyet', '/duyet', { chon: `${code} 1` })
  expect(many.body).toContain('Đã làm xong cả 1 hồ sơ.')
  as(people.leader)
  await call('POST', `/dossiers/${code}/result/sign`, { pin: pins.leader })
  as(people.clerk)
  const { number } = (await call('POST', `/dossiers/${code}/result/seal`, { pin: pins.seal })).json() as {
    number: string
  }
  as({ kind: 'anonymous' })
  const checked = (await open(`/kiem-tra/${old}`)).body
  expect(checked).toContain(`Văn bản này đã được thay thế bằng văn bản số ${number}`)
  expect(checked).toContain('Xem văn bản thay thế')
  expect(checked).not.toContain('không hợp lệ')
  as(people.head)
  expect((await open(`/lam/${code}/ket-qua.pdf?ban=1`)).headers['content-type']).toBe('application/pdf')
  as(people.desk)
  const handed = await site.post('/quay/tra-ket-qua', '/quay/tra-ket-qua', { chon: code, 'cach-tra': 'counter' })
  expect(handed.body).toContain('Đã ghi nhận trả kết quả.')
})

test('the same over the API alone', async () => {
  const { people, pins } = world
  const code = await world.appraised({ resultDelivery: 'electronic' })
  const at = (path: string) => `/dossiers/${code}/result${path}`
  as(people.specialist)
  expect((await call('GET', at('/draft'))).json()).toMatchObject({
    draft: { kind: 'result', signatory: { fullName: 'Bùi Đức Thịnh' } },
  })
  expect((await call('POST', at('/draft'), { body: [] })).json()).toMatchObject({
    code: 'platform.invalid-input',
    status: 422,
  })
  expect((await call('POST', at('/draft'), {})).json()).toMatchObject({ handling: 'awaiting-approval' })
  expect((await call('POST', at('/approve'), {})).statusCode).toBe(403)
  as(people.head)
  expect((await call('POST', at('/approve'), { version: 1 })).json()).toMatchObject({ handling: 'awaiting-signature' })
  as(people.otherLeader)
  expect((await call('POST', at('/sign'), { pin: pins.otherLeader })).statusCode).toBe(404)
  as(people.leader)
  expect((await call('POST', at('/sign'), { pin: pins.leader })).json()).toMatchObject({ handling: 'awaiting-seal' })
  expect((await call('POST', at('/sign'), { pin: pins.leader })).json()).toMatchObject({
    code: 'dossiers.wrong-state',
    status: 409,
  })
  as(people.clerk)
  const { verificationCode, sha256 } = (await call('POST', at('/seal'), { pin: pins.seal })).json() as {
    verificationCode: string
    sha256: string
  }
  as(people.hanh)
  const pdf = (await call('GET', at('/file'))).rawPayload
  as({ kind: 'anonymous' })
  expect((await call('GET', at('/file'))).statusCode).toBe(401)
  expect((await call('GET', `/verify/${verificationCode}`)).json()).toMatchObject({
    judgement: 'by-code',
    document: { sha256 },
  })
  expect((await call('POST', '/verify', { code: verificationCode })).json()).toMatchObject({ judgement: 'by-code' })
  const headers = { 'content-type': 'application/pdf' }
  const raw = await site.web.inject({ method: 'POST', url: '/api/v1/verify', headers, payload: pdf })
  expect(raw.json()).toMatchObject({ judgement: 'issued', document: { sha256 } })
  const report = await site.web.inject({ method: 'POST', url: '/api/v1/verify/report', headers, payload: pdf })
  expect(report.json()).toMatchObject({
    signersDocument: { digestValue: sha256 },
    overall: { mainIndication: 'urn:etsi:019102:mainindication:total-passed', subIndications: [] },
    signatureValidationReports: [{ level: 'PAdES-B-LT' }, { level: 'PAdES-B-LT' }],
  })
  expect(report.body).not.toContain('CCCD')
  const nothing = await site.web.inject({ method: 'POST', url: '/api/v1/verify/report', headers })
  expect(nothing.statusCode).toBe(422)
  const parts = await site.web.inject({ method: 'POST', url: '/api/v1/verify', ...multipart(pdf.subarray(0, -200)) })
  expect(['altered', 'broken', 'other-version']).toContain((parts.json() as { judgement: string }).judgement)
  const large = await site.web.inject({
    method: 'POST',
    url: '/api/v1/verify',
    headers,
    payload: Buffer.alloc(21 * 1024 * 1024),
  })
  expect(large.statusCode).toBe(413)
})

test('the tab of the dossier page offers what its reader may do', async () => {
  const { people } = world
  const dossierCode = await world.approved()
  const section = resultsSections[0]
  const shown = async (who: Actor) =>
    htmlOf(
      await section?.render(
        { server: site.web, actor: who } as never,
        await world.read(getDossier, who, { dossierCode }),
      ),
    )
  expect(await shown(people.leader)).toContain(`/ky/${dossierCode}`)
  expect(await shown(people.specialist)).not.toContain('/du-thao')
  const early = await world.appraised()
  expect(
    await section?.render(
      { server: site.web, actor: people.desk } as never,
      await world.read(getDossier, people.desk, { dossierCode: early }),
    ),
  ).toBeNull()
})
