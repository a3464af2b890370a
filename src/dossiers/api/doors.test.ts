import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { readTable } from '../../platform/spreadsheet/read-table.ts'
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.ts'
import { aPdf } from '../../documents/testing.ts'
import { textMessagesPort } from '../../identity/index.ts'
import { invitationPath } from '../co-applicants/link.ts'
import { coApplicantById } from '../co-applicants/store.ts'
import { fileRows } from '../from-spreadsheet/file-bundle.ts'
import { openPortalWorld, type PortalWorld } from '../portal/testing.ts'
import { aFiling, answersForAnother } from '../testing.ts'
import { dossiersApiRoutes } from './routes.ts'

const COPY = '2.000815'
const OLD_MAN = { fullName: 'Trần Văn Sáu', personalId: '022047000999' }

let portal: PortalWorld
let hanh: Citizen
let dong: Citizen
let sau: Citizen
let desk: Officer
let helper: Officer

beforeAll(async () => {
  portal = await openPortalWorld(dossiersApiRoutes)
  const home = { phone: '0912000512', address: 'Tổ 5', communeCode: '06673' }
  hanh = await portal.accountHolder({ personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh', ...home })
  dong = await portal.accountHolder({ personalId: '022085000274', fullName: 'Lê Văn Đông' })
  sau = await portal.accountHolder(OLD_MAN)
  desk = await portal.officer('anh.vn')
  helper = await portal.officer('khoi.tv')
}, 180_000)
beforeEach(() => {
  portal.world.app.ports.set(textMessagesPort, { name: 'test', canSend: true, send: async () => undefined })
})
afterAll(() => portal.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a program of this person gets: status and JSON. */
async function call(actor: Actor, method: Method, path: string, payload?: object) {
  portal.signedIn.actor = actor
  const answer = await portal.web.inject({ method, url: `/api/v1${path}`, ...(payload && { payload }) })
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload, headers: answer.headers }
}

/** Status and, where it is a problem, its code. */
async function outcome(...asked: Parameters<typeof call>): Promise<[number, string]> {
  const { status, body } = await call(...asked)
  return [status, body.code ?? '']
}

test('every door is described, once', async () => {
  const { body } = await call({ kind: 'anonymous' }, 'GET', '/openapi.json')
  const judged = await new Validator().validate(body)
  expect(judged.valid, JSON.stringify(judged.errors)?.slice(0, 1_000)).toBe(true)
  const paths = Object.values(body.paths as Record<string, Record<string, { operationId?: string }>>)
  const named = paths.flatMap((path) => Object.values(path).flatMap(({ operationId }) => operationId ?? []))
  expect(new Set(named).size).toBe(named.length)
  expect(named).toEqual(
    expect.arrayContaining([
      'nameCoApplicant',
      'askCoApplicants',
      'getCoInvitation',
      'answerCoInvitation',
      'signTogether',
      'signApplication',
      'judgeGround',
      'endActing',
      'askToHelp',
      'confirmHelp',
      'endHelp',
      'whoHelpedMe',
      'getSheetTemplate',
      'sendSheet',
      'getBundle',
      'mendBundleRow',
      'fileBundle',
      'getOutcomeSheet',
    ]),
  )
})

test('several applicants: named, asked, read, answered; for nobody else', async () => {
  const { app } = portal.world
  const { resumeCode } = (await call(dong, 'POST', '/drafts', { procedureCode: COPY })).body
  const named = `/drafts/${resumeCode}/co-applicants`
  const person = { fullName: hanh.fullName, personalId: hanh.personalId, phone: null, email: null }
  expect(await outcome(hanh, 'POST', named, person)).toEqual([404, 'dossiers.draft-not-found'])
  const { status, body } = await call(dong, 'POST', named, person)
  expect(status).toBe(201)
  expect(await outcome(dong, 'POST', named, person)).toEqual([422, 'dossiers.co-applicant-twice'])
  const filing = { ...(await aFiling(app, dong, COPY)), draftCode: resumeCode }
  expect((await call(dong, 'POST', '/co-applicants/requests', { filing })).body).toEqual({ asked: 1 })

  const asked = `/co-invitations/${body.id}`
  const known = await coApplicantById(app.db, body.id)
  const token = known ? invitationPath(app.settings.secret, known).split('/').at(-1) : ''
  expect(await outcome(sau, 'POST', `${asked}/opening`, { token })).toEqual([403, 'dossiers.co-link-not-yours'])
  expect((await outcome(hanh, 'POST', `${asked}/opening`, { token }))[0]).toBe(200)
  expect(await outcome(sau, 'GET', asked)).toEqual([404, 'dossiers.co-request-not-found'])
  const shown = (await call(hanh, 'GET', asked)).body
  expect(shown.content.papers[0].files[0].sha256).toMatch(/^[0-9a-f]{64}$/)
  expect((await call(hanh, 'GET', `${asked}/application`)).headers['content-type']).toContain('application/pdf')
  expect((await call(sau, 'GET', `${asked}/application`)).status).toBe(404)
  const agree = (shownSha256: string) => ({ answer: { agreed: true, how: 'recorded-consent', shownSha256 } })
  expect(await outcome(hanh, 'POST', `${asked}/answer`, agree('a'.repeat(64)))).toEqual([
    409,
    'dossiers.co-content-changed',
  ])
  expect((await outcome(hanh, 'POST', `${asked}/answer`, agree(shown.content.sha256)))[0]).toBe(200)
  expect((await call(dong, 'GET', named)).body.people).toMatchObject([{ answer: 'agreed', how: 'recorded-consent' }])
  expect((await call(dong, 'POST', '/dossiers', filing)).status).toBe(201)
})

test('an application laid out of other words does not go with what is filed', async () => {
  const { resumeCode } = (await call(dong, 'POST', '/drafts', { procedureCode: COPY })).body
  const filing = { ...(await aFiling(portal.world.app, dong, COPY)), draftCode: resumeCode }
  const answers = { ...filing.answers, request: 'Hai bản sao' }
  expect((await call(dong, 'POST', '/applications', { filing: { ...filing, answers } })).status).toBe(200)
  expect((await outcome(hanh, 'POST', '/applications', { filing }))[1]).toBe('dossiers.draft-not-found')
  const { code } = (await call(dong, 'POST', '/dossiers', filing)).body
  expect((await call(dong, 'GET', `/dossiers/${code}`)).body.application).toBeNull()
})

test('acting: a doubted paper stops reception; the applicant ends the right', async () => {
  const filing = await aFiling(portal.world.app, dong, COPY, { answers: answersForAnother(dong, OLD_MAN) })
  const { code } = (await call(dong, 'POST', '/dossiers', filing)).body
  const judgements = `/dossiers/${code}/acting/judgements`
  const doubt = { verdict: 'doubted', note: 'Chữ ký khác trên căn cước' }
  expect((await outcome(dong, 'POST', judgements, doubt))[0]).toBe(403)
  expect((await outcome(desk, 'POST', judgements, doubt))[0]).toBe(200)
  expect(await outcome(desk, 'POST', `/dossiers/${code}/receive`, {})).toEqual([409, 'dossiers.ground-doubted'])
  expect((await outcome(hanh, 'POST', `/dossiers/${code}/acting/end`, {}))[0]).toBe(404)
  expect((await outcome(sau, 'POST', `/dossiers/${code}/acting/end`, {}))[0]).toBe(200)
  expect((await outcome(dong, 'GET', `/dossiers/${code}`))[0]).toBe(404)
  expect((await call(sau, 'GET', `/dossiers/${code}`)).body.acting).toMatchObject({
    endedBy: 'applicant',
    verdict: 'doubted',
  })
})

test('helping: asked by a code to nobody else’s telephone; the number is not the helper’s to read', async () => {
  const person = { fullName: 'Nình A Tài', personalId: '022073000357', procedureCode: COPY }
  expect(await outcome(helper, 'POST', '/helps', { ...person, phone: '0912000512' })).toEqual([
    409,
    'dossiers.help-phone-taken',
  ])
  expect((await outcome(hanh, 'POST', '/helps', { ...person, phone: '0912000777' }))[0]).toBe(403)
  const { status, body } = await call(helper, 'POST', '/helps', { ...person, phone: '0912000777' })
  expect(status).toBe(201)
  const help = `/helps/${body.helpId}`
  expect((await call(helper, 'GET', help)).body.phone).toBe('0912 ••• 777')
  expect((await outcome(desk, 'GET', help))[0]).toBe(404)
  expect((await call(helper, 'POST', `${help}/code`, { code: '12' })).body).toEqual({ wrong: true, left: 4 })
  expect((await outcome(helper, 'POST', `${help}/paper`, {}))[0]).toBe(403)
  expect((await call(helper, 'GET', '/helps')).body).toHaveLength(1)
  expect((await call(hanh, 'GET', '/me/helps')).body).toEqual([])
})

describe('many dossiers from one sheet', () => {
  async function send(actor: Actor, sheet: Uint8Array, files: [string, Uint8Array][]) {
    const line = '----motcua'
    const part = (field: string, name: string, bytes: Uint8Array) =>
      Buffer.concat([
        Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n`),
        Buffer.from('content-type: application/octet-stream\r\n\r\n'),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ])
    portal.signedIn.actor = actor
    return portal.web.inject({
      method: 'POST',
      url: `/api/v1/procedures/${COPY}/bundles`,
      headers: { 'content-type': `multipart/form-data; boundary=${line}` },
      payload: Buffer.concat([
        part('bang', 'bang.xlsx', sheet),
        ...files.map(([name, bytes]) => part('tep', name, bytes)),
        Buffer.from(`--${line}--\r\n`),
      ]),
    })
  }

  test('template, check, mending, filing after a pledge, outcome; for nobody else', async () => {
    const template = await call(hanh, 'GET', `/procedures/${COPY}/sheet-template`)
    const table = readTable(template.body, { sheet: 'Hồ sơ', mostRows: 501 })
    const headings = [...(table.rows[0]?.cells.values() ?? [])].map(({ text }) => text)
    const told: [start: string, text: string][] = [
      ['Bạn nộp hồ sơ với tư cách nào', 'Cá nhân'],
      ['Bạn nộp hồ sơ cho ai', 'Cho chính tôi'],
      ['Bạn đề nghị giải quyết việc gì', 'Chứng thực bằng tốt nghiệp'],
      ['Bạn muốn nhận kết quả thế nào', 'Bản điện tử'],
      ['Cơ quan giải quyết', 'Ủy ban nhân dân phường Bãi Cháy'],
      ['Giấy tờ 1', 'bang-1.pdf'],
      ['Số điện thoại', '912000512'],
    ]
    const row = headings.map((heading) => told.find(([start]) => heading.startsWith(start))?.[1] ?? '')
    const columns = headings.map(() => ({ width: 20 }))
    const sheet = writeWorkbook([{ name: 'Hồ sơ', columns, rows: [headings, row] }])
    const sent = await send(hanh, sheet, [['bang-1.pdf', aPdf()]])
    expect([sent.statusCode, sent.json()]).toEqual([201, { bundleId: expect.any(String), notTaken: [] }])

    const bundle = `/bundles/${sent.json().bundleId}`
    expect(await outcome(dong, 'GET', bundle)).toEqual([404, 'dossiers.bundle-not-found'])
    const checked = (await call(hanh, 'GET', bundle)).body
    expect(checked.rows).toMatchObject([{ line: 2, state: 'faulty', dossierCode: null }])
    expect(checked.rows[0].told[0]).toContain('Bảng tính đã bỏ số 0 ở đầu')
    const [{ key }] = checked.rows[0].faults
    expect((await outcome(hanh, 'PUT', `${bundle}/rows/2`, { typed: { [key]: '0912000512' } }))[0]).toBe(200)
    expect(await outcome(hanh, 'POST', `${bundle}/filing`, { pledged: false })).toEqual([
      422,
      'dossiers.bundle-no-pledge',
    ])
    expect((await outcome(dong, 'POST', `${bundle}/filing`, { pledged: true }))[0]).toBe(404)
    expect((await outcome(hanh, 'POST', `${bundle}/filing`, { pledged: true }))[0]).toBe(202)
    await fileRows.run(portal.world.app, { bundleId: sent.json().bundleId })
    const [filed] = (await call(hanh, 'GET', bundle)).body.rows
    expect(filed).toMatchObject({ state: 'filed', dossierCode: expect.stringMatching(/^H49/) })
    const result = await call(hanh, 'GET', `${bundle}/outcome.xlsx`)
    expect(result.headers['content-disposition']).toContain('outcome-2.000815.xlsx')
    expect((await call(dong, 'GET', `${bundle}/outcome.xlsx`)).status).toBe(404)
  })
})
