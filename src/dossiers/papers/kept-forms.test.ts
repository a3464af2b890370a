import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { action, runAction } from '../../platform/action.ts'
import type { Actor, Citizen, Officer } from '../../platform/actor.ts'
import { formatDate, vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { fileBytes, noScanner, virusScanPort } from '../../documents/index.ts'
import { accountBySignInName, grantsOf, rememberCitizen } from '../../identity/index.ts'
import {
  assignDossier,
  dossiersJobs,
  dossiersReactions,
  dossiersRefusals,
  extendDeadline,
  getDossier,
  getDossierFile,
  receiveDossier,
  refuseIntake,
  requestSupplement,
  stopDossier,
  submitDossier,
  supplyDossier,
  type DossierView,
} from '../index.ts'
import { printRegister } from '../register/print-register.ts'
import { aFiling, answersOfPerson } from '../testing.ts'
import type { PaperKind } from './store.ts'
import { paperOf, textOf } from './testing.ts'

const DIACRITICS = 'Đề nghị chứng thực: Nguyễn Thị Ngọc Ẩn, Ữ Ỵ Ợ ẵ ặ, văn phòng Phú Giáo, kiểm định flo, hiệu, fi'
const [A4, A5, A4_ACROSS] = [
  [210, 297],
  [148, 210],
  [297, 210],
]

let world: TestApp
let hanh: Citizen
let desk: Officer
let head: Officer
let specialist: Officer

const know = action({
  name: 'test.know-reader',
  roles: ['system'],
  input: Type.Object({ personalId: Type.String(), fullName: Type.String() }),
  unjournalled: 'a citizen known already is not changed',
  run: (ctx, _, told) => rememberCitizen(ctx, told),
})

async function officer(signInName: string): Promise<Officer> {
  const account = await accountBySignInName(world.app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(world.app.db, account.id, vietnamDate(world.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

beforeAll(async () => {
  const work = { jobs: dossiersJobs, reactions: dossiersReactions }
  world = await openTestApp({ province: true, work, refusals: dossiersRefusals })
  world.app.ports.set(virusScanPort, noScanner)
  const told = { personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' }
  const { id } = await runAction(world.app, know, { kind: 'system', name: 'test' }, told)
  hanh = { kind: 'citizen', accountId: newId(), citizenId: id, ...told }
  ;[desk, head, specialist] = (await Promise.all(['anh.vn', 'chau.dm', 'huy.pq'].map(officer))) as [
    Officer,
    Officer,
    Officer,
  ]
}, 180_000)
afterAll(() => world.close())

const run = <A extends Parameters<typeof runAction>[1]>(which: A, actor: Actor, input: object) =>
  runAction(world.app, which, actor, input) as Promise<Awaited<ReturnType<A['run']>>>
const view = (dossierCode: string, actor: Actor = desk) => runQuery(world.app, getDossier, actor, { dossierCode })

async function filed(): Promise<string> {
  const answers = { ...answersOfPerson(hanh), request: DIACRITICS, address: 'Tổ 5, khu Giếng Đáy' }
  return (await run(submitDossier, hanh, await aFiling(world.app, hanh, '2.000815', { answers }))).code
}

const ask = (what: string, more: object = {}) => ({
  items: [{ what, reason: `${what} bị mờ, không đọc được chữ ký`, how: 'Chụp lại đủ bốn góc' }],
  replyBy: '2026-11-27',
  legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 20',
  ...more,
})

const day = (instant: Date | null): string => (instant ? formatDate(vietnamDate(instant)) : 'none')

/** The text of a kept form as one copies it, after what all forms must bear was compared with the dossier. */
async function reread(seen: DossierView, form: PaperKind, no: number, size: number[] | undefined): Promise<string> {
  const paper = seen.papers.find((one) => one.form === form && one.no === no)
  if (!paper) throw new Error(`no ${form} ${no}`)
  const pdf = await fileBytes(world.app, paper.file.id)
  const text = textOf(pdf)
  expect(text).toBe(text.normalize('NFC'))
  // Ligatures, private characters and lost glyphs: what a bad copy of Vietnamese text shows.
  expect(text).not.toMatch(/[\uFB00-\uFB06\uE000-\uF8FF\uFFFD]/)
  expect(paperOf(pdf)).toEqual(size)
  expect(text).toContain(seen.dossier.code)
  expect(text).toContain(seen.dossier.applicant.fullName.toLocaleUpperCase('vi'))
  expect(text).toContain(`${seen.procedure.name} (mã thủ tục ${seen.procedure.code})`)
  return text
}

test('forms 01, 02, 04, 05, 06 and 07 give back what the dossier says, each under its own number', async () => {
  const code = await filed()
  await run(receiveDossier, desk, { dossierCode: code })
  await world.app.jobs.drain()
  const promised = (await view(code)).dossier
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  const until = '2026-11-25'
  const sorry = 'Hệ thống xác minh văn bằng gián đoạn hai ngày'
  await run(extendDeadline, head, { dossierCode: code, reason: sorry, until })
  await run(requestSupplement, specialist, { dossierCode: code, ...ask('Bằng tốt nghiệp') })
  await world.app.jobs.drain()
  await run(supplyDossier, hanh, { dossierCode: code, components: [], note: 'Đã chụp lại' })
  await run(receiveDossier, desk, { dossierCode: code })
  await run(assignDossier, head, { dossierCode: code, assigneeAccountId: specialist.accountId })
  const again = { whyAgain: 'Trang hai mới thấy thiếu dấu giáp lai' }
  await run(requestSupplement, specialist, { dossierCode: code, ...ask('Trang hai của bằng', again) })
  const stop = { reason: 'Người nộp đã làm thủ tục ở nơi khác', legalBasis: 'Nghị định 118/2025/NĐ-CP' }
  await run(stopDossier, desk, { dossierCode: code, ground: 'asked-by-applicant', ...stop })
  await world.app.jobs.drain()
  const seen = await view(code)
  const { dossier, papers, supplements, clock } = seen

  const slip = await reread(seen, 'appointment-slip', 1, A4)
  expect(slip).toContain(`ngày ${day(promised.dueAt)}`)
  expect(slip).toContain(`Trước ${Number(vietnamTime(promised.dueAt ?? new Date(0)).slice(0, 2))} giờ`)
  expect(slip).toContain('Địa chỉ: Tổ 5, khu Giếng Đáy')
  expect(slip).toContain(`Số: ${Number(code.split('-')[2])}/TNHS`)

  for (const { no, items, legalBasis, replyBy } of supplements) {
    const request = await reread(seen, 'supplement-request', no, A5)
    for (const { what, how } of items) expect(request).toContain(`1. ${what} ${how}`)
    expect(request).toContain(`Lý do: ${items.map(({ reason }) => reason).join(' ')}`)
    expect(request).toContain(`Căn cứ: ${legalBasis}`)
    expect(request).toContain(`chậm nhất ngày ${formatDate(replyBy)}`)
    expect(request).toContain(`Số: 0${no}/HDHS`)
  }
  expect(supplements).toHaveLength(2)

  const apology = await reread(seen, 'extension-notice', 1, A5)
  expect(apology).toContain('Số: 01/XLGH')
  expect(apology).toContain(`Ngày hẹn trả kết quả đã ghi: Thứ Hai, ngày ${day(promised.dueAt)}`)
  expect(apology).toContain(`Ngày hẹn trả kết quả mới: Thứ Tư, ngày ${formatDate(until)}`)
  expect(apology).toContain(`Lý do: ${clock.find(({ kind }) => kind === 'extended')?.reason}`)

  const notice = await reread(seen, 'stop-notice', 1, A5)
  expect(notice).toContain('Số: 01/TB')
  expect(notice).toContain(`Người nộp hồ sơ đề nghị dừng giải quyết. ${stop.reason}`)
  expect(notice).toContain(`Căn cứ: ${stop.legalBasis}`)

  const sheet = papers.find(({ form }) => form === 'handling-sheet')
  const history = await reread(seen, 'handling-sheet', sheet?.no ?? 0, A4)
  const moment = (at: Date) => `${vietnamTime(at)} ${day(at)}`
  expect(seen.steps.length).toBeGreaterThanOrEqual(8)
  for (const { byName, at } of seen.steps) {
    expect(history).toContain(byName)
    expect(history).toContain(moment(at))
  }

  const { pdf } = await runQuery(world.app, printRegister, desk, { deskId: dossier.receivedByUnitId, year: 2026 })
  const register = textOf(Buffer.from(pdf))
  expect(paperOf(Buffer.from(pdf))).toEqual(A4_ACROSS)
  expect(register).toBe(register.normalize('NFC'))
  for (const words of ['Nguyễn Thu Hạnh', 'Tổ 5, khu Giếng Đáy', '0912000512', day(dossier.receivedAt)])
    expect(register).toContain(words)
  expect(register.replaceAll(' ', '')).toContain(code)
})

test('form 03 names reason and basis; the desk counts its refusals of the year', async () => {
  const refusal = { reason: 'Bản chính bị tẩy xoá ở phần ngày tháng', legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 22' }
  const codes = [await filed(), await filed()]
  for (const dossierCode of codes) {
    await run(refuseIntake, desk, { dossierCode, ...refusal })
    await world.app.jobs.drain()
  }
  for (const [index, code] of codes.entries()) {
    const text = await reread(await view(code), 'refusal-notice', 1, A5)
    expect(text).toContain(`Số: 0${index + 1}/TCGQ`)
    expect(text).toContain(`1. ${refusal.reason}`)
    expect(text).toContain(`1. ${refusal.legalBasis}`)
  }
})

test('the handling sheet travels between offices: its owner neither sees it nor gets it by its number', async () => {
  const dossierCode = await filed()
  await run(refuseIntake, desk, { dossierCode, reason: 'Không thuộc thẩm quyền', legalBasis: 'Điều 17' })
  await world.app.jobs.drain()
  const sheet = (await view(dossierCode)).papers.find(({ form }) => form === 'handling-sheet')
  const fileId = sheet?.file.id ?? ''
  expect((await runQuery(world.app, getDossierFile, desk, { dossierCode, fileId })).id).toBe(fileId)
  await expect(runQuery(world.app, getDossierFile, hanh, { dossierCode, fileId })).rejects.toMatchObject({
    code: 'platform.not-found',
  })
  const theirs = await view(dossierCode, hanh)
  expect(theirs.papers.map(({ form }) => form)).toEqual(['refusal-notice'])
  const notice = theirs.papers[0]?.file.id ?? ''
  expect((await runQuery(world.app, getDossierFile, hanh, { dossierCode, fileId: notice })).id).toBe(notice)
})
