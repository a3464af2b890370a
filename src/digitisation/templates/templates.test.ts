import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { receiveUpload } from '../../documents/index.ts'
import { aPdf } from '../../documents/testing.ts'
import { runAction } from '../../platform/action.ts'
import { sql } from '../../platform/db.ts'
import { runQuery } from '../../platform/query.ts'
import { openOfficersSite, type OfficersSite } from '../../workspace/testing.ts'
import { insertJudgements } from '../bench/store.ts'
import type { Judgement } from '../bench/judgement.ts'
import { decideOnCalibration, proposeFromVerdicts } from '../calibration/propose-calibration.ts'
import { calibrationInForce, calibrations, SHIPPED_CALIBRATION } from '../calibration/store.ts'
import { knownOn } from '../known-on.ts'
import { linesOf } from '../pairs/testing.ts'
import { aPaper, recorded } from '../readings/testing.ts'
import { templateRoutes } from '../workspace/templates/routes.tsx'
import { changeTemplateField, draftTemplate, dropTemplateDraft, publishTemplate } from './edit-template.ts'
import { getFieldLooks } from './field-figures.ts'
import { getTemplate, listTemplates } from './get-templates.ts'
import { marksOn } from './sample-marks.ts'
import { addTemplateSample, pagesOfSample, readSample } from './samples.ts'
import { draftOf, samplesOf, saveSampleRead } from './store.ts'
import { whyNotPublish } from './template-rules.ts'

const [ADMINISTRATOR, DESK, SUPERVISOR] = ['linh.tk', 'anh.vn', 'binh.nth']
const TYPE = 'death-extract'
const LINES = ['TRÍCH LỤC KHAI TỬ', 'Họ, chữ đệm, tên: TÔ VĂN LÂM', 'Quyển số: 07/2026', 'Nơi cư trú cuối cùng: Tổ 3']

let site: OfficersSite
beforeAll(async () => void (site = await openOfficersSite(templateRoutes, [readSample])), 180_000)
afterAll(() => site?.close())

const db = () => site.world.app.db
const act = async (action: Parameters<typeof runAction>[1], input: object, as = ADMINISTRATOR) =>
  runAction(site.world.app, action, await site.officer(as), input)
const version = async (typeCode = TYPE) => (await draftOf(db(), typeCode))?.version ?? 0
const view = async () => runQuery(site.world.app, getTemplate, await site.officer(ADMINISTRATOR), { typeCode: TYPE })
const book = { words: 'Quyển số', kind: 'text', label: ['quyển số'] } as const

/** A sample as the job leaves it once it was read. */
async function aSample(lines: string[]): Promise<void> {
  const id = '0199a000-0000-7000-8000-000000000001'
  await sql`insert into digitisation.template_sample (id, type_code, name, file_id, state, added_by_name, added_at)
    values (${id}, ${TYPE}, 'mau.jpg', ${id}, 'waiting', 'Linh', now()) on conflict do nothing`.execute(db())
  await saveSampleRead(db(), id, {
    pictureSha256: 'a'.repeat(64),
    width: 1_200,
    height: 1_700,
    lines: linesOf(...lines),
  })
}

test('what keeps a template from being put in force', () => {
  const field = { name: 'a', words: 'A', kind: 'text', label: ['a'] } as const
  const template = { type: 't', name: 'T', title: ['t'], fields: [{ ...field, label: ['a'] }] }
  expect(whyNotPublish(template, 1)).toBeUndefined()
  expect(whyNotPublish(template, 0)?.code).toBe('digitisation.template-untried')
  expect(whyNotPublish({ ...template, title: [] }, 1)?.code).toBe('digitisation.template-untitled')
  expect(whyNotPublish({ ...template, fields: [] }, 1)?.code).toBe('digitisation.template-empty')
  expect(whyNotPublish({ ...template, fields: [{ ...field, label: [] }] }, 1)).toEqual({
    code: 'digitisation.template-faulty',
    facts: { label: 'A' },
  })
})

describe('a template', () => {
  test('is changed in a draft, tried on samples, and read by once it is published', async () => {
    await act(draftTemplate, { typeCode: TYPE })
    await act(changeTemplateField, { typeCode: TYPE, version: await version(), name: 'book', field: book })
    expect(await codeOf(act(publishTemplate, { typeCode: TYPE, version: await version() }))).toBe(
      'digitisation.template-untried',
    )
    await aSample(LINES)
    const { samples } = await view()
    expect(samples[0]?.labels).toContain('Quyển số')
    const changed = { name: 'book', label: 'Quyển số', before: '', after: '07/2026', faults: [], isChanged: true }
    expect(samples[0]?.tried.filter(({ isChanged }) => isChanged)).toMatchObject([changed])
    // The label and what was found behind it, as boxes on the picture; an area where one is drawn.
    const marks = samples[0]?.marks.filter(({ name }) => name === 'book')
    expect(marks?.map(({ kind }) => kind)).toEqual(['anchor', 'found'])
    expect(marks?.[0]?.box).toEqual({ left: 0, top: 60, right: 90, bottom: 80 })
    const fields = async () => (await knownOn(db(), '2026-11-30')).templates.find(({ type }) => type === TYPE)?.fields
    expect((await fields())?.some(({ name }) => name === 'book')).toBe(false)
    await act(publishTemplate, { typeCode: TYPE, version: await version() })
    expect((await fields())?.some(({ name }) => name === 'book')).toBe(true)
    expect((await view()).versions[0]).toMatchObject({ no: 1, state: 'in-force' })
  })

  test('keeps what the editor does not show: tables, date lines', async () => {
    await act(draftTemplate, { typeCode: TYPE })
    const signed = { words: 'Ngày cấp', kind: 'date', label: [] }
    await act(changeTemplateField, { typeCode: TYPE, version: await version(), name: 'issuedOn', field: signed })
    const field = (await draftOf(db(), TYPE))?.content.fields.find(({ name }) => name === 'issuedOn')
    expect(field).toMatchObject({ words: 'Ngày cấp', find: 'date-line' })
    await act(dropTemplateDraft, { typeCode: TYPE, version: await version() })
    expect(await draftOf(db(), TYPE)).toBeUndefined()
  })

  test('of two who change it at once the second is told', async () => {
    await act(draftTemplate, { typeCode: TYPE })
    // Begun once more it is the same draft.
    await act(draftTemplate, { typeCode: TYPE })
    const before = await version()
    await act(changeTemplateField, { typeCode: TYPE, version: before, name: 'book', field: null })
    expect(
      await codeOf(act(changeTemplateField, { typeCode: TYPE, version: before, name: 'cause', field: null })),
    ).toBe('platform.conflict')
    await act(dropTemplateDraft, { typeCode: TYPE, version: await version() })
  })

  test('says where a value is, or is refused', async () => {
    await act(draftTemplate, { typeCode: TYPE })
    const change = async (field: object) =>
      codeOf(act(changeTemplateField, { typeCode: TYPE, version: await version(), name: 'stamp', field }))
    expect(await change({ words: 'Dấu', kind: 'text', label: [] })).toBe('digitisation.field-no-place')
    const area = { left: 0.5, top: 0.1, right: 0.4, bottom: 0.2 }
    expect(await change({ words: 'Dấu', kind: 'text', label: [], area })).toBe('digitisation.field-bad-area')
    expect(await change({ words: 'Dấu', kind: 'text', label: ['dấu'], part: '(' })).toBe('digitisation.field-bad-part')
    await act(dropTemplateDraft, { typeCode: TYPE, version: await version() })
  })

  test('draws an area where it lies on the picture', () => {
    const area = { left: 0.1, top: 0.5, right: 0.25, bottom: 0.6 }
    const fields = [{ name: 'stamp', words: 'Dấu', kind: 'text' as const, area }]
    const template = { type: 't', name: 'T', title: ['t'], fields }
    expect(marksOn({ width: 1_200, height: 1_700 }, [], template, [])).toEqual([
      { name: 'stamp', label: 'Dấu', kind: 'area', box: { left: 120, top: 850, right: 300, bottom: 1_020 } },
    ])
  })

  test('is tried on every page of a PDF', async () => {
    const { app } = site.world
    const stream = Readable.from(aPdf({ pages: 2 }))
    const { id: fileId } = await receiveUpload(app, await site.officer(ADMINISTRATOR), { name: 'mau.pdf', stream })
    const typeCode = 'death-notice'
    await act(draftTemplate, { typeCode, name: 'Giấy báo tử' })
    expect(await codeOf(act(addTemplateSample, { typeCode, fileId }, DESK))).toBe('platform.forbidden')
    await act(addTemplateSample, { typeCode, fileId })
    const samples = await samplesOf(db(), typeCode)
    expect(samples.map(({ name, page }) => [name, page])).toEqual([
      ['mau.pdf, trang 1', 1],
      ['mau.pdf, trang 2', 2],
    ])
    expect((await site.get(`/quan-tri/mau-boc-tach/${typeCode}`, ADMINISTRATOR)).body).toContain('mau.pdf, trang 2')
    await act(dropTemplateDraft, { typeCode, version: await version(typeCode) })

    const pdf = { name: 'mau.pdf', mediaType: 'application/pdf' }
    expect(() => pagesOfSample({ ...pdf, pages: 11 })).toThrow('digitisation.sample-too-long')
    expect(() => pagesOfSample({ ...pdf, mediaType: 'text/plain', pages: null })).toThrow('digitisation.not-a-scan')
    expect(pagesOfSample({ ...pdf, pages: 1 })).toEqual([{ page: 1, name: 'mau.pdf' }])
  })

  test('is changed by administrators alone, and looked at by supervisors', async () => {
    for (const [action, input] of [
      [draftTemplate, { typeCode: TYPE }],
      [publishTemplate, { typeCode: TYPE, version: 1 }],
    ] as const)
      expect(await codeOf(act(action, input, DESK))).toBe('platform.forbidden')
    expect(await codeOf(runQuery(site.world.app, listTemplates, await site.officer(DESK), {}))).toBe(
      'platform.forbidden',
    )
    expect(await codeOf(act(publishTemplate, { typeCode: 'no-such-paper', version: 1 }))).toBe('platform.not-found')
  })
})

describe('the pages', () => {
  const PATH = '/quan-tri/mau-boc-tach'

  test('begin a template of a new kind, choose a label off the sample, click two corners, and keep what was typed', async () => {
    const list = await site.get(PATH, ADMINISTRATOR)
    expect(list.body).toContain('Trích lục khai tử')
    await site.send(`${PATH}/${TYPE}/viec`, ADMINISTRATOR, { viec: 'nhap' }, `${PATH}/${TYPE}`)
    const page = await site.get(`${PATH}/${TYPE}`, ADMINISTRATOR)
    expect(page.body).toContain('Thử trên mau.jpg')
    const field = `${PATH}/${TYPE}/muc/them`
    const typed = { ma: 'quyen', ten: 'Quyển', kieu: 'text', nhan: '', 'nhan-thay': 'Quyển số' }
    const one = await site.send(field, ADMINISTRATOR, { ...typed, 'goc.x': '56', 'goc.y': '79' })
    expect(one.body).toContain('value="10"')
    expect(one.body).toContain('value="Quyển"')
    const corner = { trai: '10', tren: '9,9', 'goc-hep.x': '145', 'goc-hep.y': '82' }
    const two = await site.send(field, ADMINISTRATOR, { ...typed, ...corner })
    expect(two.body).toContain('value="50"')
    const nowhere = await site.send(field, ADMINISTRATOR, { ...typed, 'nhan-thay': '', viec: 'luu' })
    expect(nowhere.statusCode).toBe(422)
    expect(nowhere.body).toContain('value="quyen"')
    const kept = await site.send(field, ADMINISTRATOR, { ...typed, viec: 'luu' })
    expect(kept.statusCode).toBe(303)
    expect((await draftOf(db(), TYPE))?.content.fields.at(-1)).toEqual({
      name: 'quyen',
      words: 'Quyển',
      kind: 'text',
      label: ['Quyển số'],
    })
    await act(dropTemplateDraft, { typeCode: TYPE, version: await version() })
  })

  test('show a supervisor everything and let them change nothing', async () => {
    const page = await site.get(`${PATH}/${TYPE}`, SUPERVISOR)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('Sửa thành bản nháp')
    expect(page.body).not.toContain('Gửi ảnh')
    expect((await site.get(PATH, DESK)).statusCode).toBe(403)
  })
})

describe('what verdicts teach', () => {
  const SYSTEM = { kind: 'system', name: 'test' } as const

  test('is proposed with numbers, and in force only when an administrator accepts', async () => {
    const { app } = site.world
    const propose = () => runAction(app, proposeFromVerdicts, SYSTEM, {})
    expect(await codeOf(propose())).toBe('digitisation.too-few-verdicts')
    expect((await site.get('/quan-tri/mau-boc-tach', ADMINISTRATOR)).body).toContain('Tính lại độ tin cậy')
    const paperId = await aPaper(app, recorded(), [['GIẤY KHAI SINH']])
    // Told with 0.97, corrected once in four.
    await insertJudgements(
      app.db,
      Array.from({ length: 240 }, (_, no) => verdict(paperId, no, no % 4 === 1 ? 'corrected' : 'accepted')),
    )
    const LIST = '/quan-tri/mau-boc-tach'
    expect((await site.send(`${LIST}/do-tin-cay/hoc`, ADMINISTRATOR, {}, LIST)).statusCode).toBe(303)
    const [proposal] = await calibrations.all(app.db)
    expect(proposal).toMatchObject({
      state: 'proposed',
      measured: { learnedFrom: 180, before: { count: 60, sure: 60 } },
    })
    expect(proposal?.measured.after.sure).toBe(0)
    expect(await calibrationInForce(app.db)).toEqual(SHIPPED_CALIBRATION)
    const id = proposal?.id ?? ''
    expect(await codeOf(act(decideOnCalibration, { id, accept: true }, DESK))).toBe('platform.forbidden')
    const page = await site.get('/quan-tri/mau-boc-tach', ADMINISTRATOR)
    expect(page.body).toContain('Tính từ 180 lần soát.')
    await act(decideOnCalibration, { id, accept: true })
    expect((await calibrationInForce(app.db)).bend).not.toEqual(SHIPPED_CALIBRATION.bend)
    expect(await codeOf(act(decideOnCalibration, { id, accept: false }))).toBe('platform.conflict')
    await site.send('/quan-tri/mau-boc-tach/do-tin-cay/tro-lai', ADMINISTRATOR, { ban: id }, '/quan-tri/mau-boc-tach')
    expect(await calibrationInForce(app.db)).toEqual(SHIPPED_CALIBRATION)
  })
})

test('beside each field stands how people found it, with the papers on which it was not as read', async () => {
  const paperId = await aPaper(site.world.app, recorded(), [['TRÍCH LỤC KHAI TỬ']])
  const line = (no: number, more: Partial<Judgement>) => ({
    ...verdict(paperId, 1_000 + no, 'accepted'),
    typeCode: TYPE,
    name: 'cause',
    at: site.world.clock.now(),
    ...more,
  })
  await insertJudgements(db(), [
    line(1, {}),
    line(2, { verdict: 'corrected', correctedTo: 'HẢI' }),
    line(3, { verdict: 'corrected', correctedTo: 'HẢI', readAs: '' }),
    line(4, { verdict: 'unreadable' }),
    // The field is not on the paper, a second look, and a look too long ago.
    line(5, { verdict: 'unreadable', readAs: '' }),
    line(6, { turn: 'second' }),
    line(7, { at: new Date('2020-01-01T00:00:00Z') }),
  ])
  const asked = { typeCode: TYPE, months: 6 }
  expect(await runQuery(site.world.app, getFieldLooks, await site.officer(SUPERVISOR), asked)).toEqual([
    { name: 'cause', looked: 4, right: 1, corrected: 1, missed: 1, unreadable: 1 },
  ])
  const template = await site.get(`/quan-tri/mau-boc-tach/${TYPE}`, SUPERVISOR)
  expect(template.body).toContain('1 sửa lại, 1 máy bỏ sót, 1 không đọc được')
  const slips = `/quan-tri/mau-boc-tach/${TYPE}/muc/cause/vi-du?thang=3`
  expect(template.body).toContain('/muc/cause/vi-du?thang=6')
  const page = await site.get(slips, ADMINISTRATOR)
  expect(page.body.match(/ngoài phạm vi của bạn/g)).toHaveLength(3)
  expect(page.body).not.toContain('HẢI')
  expect((await site.get(slips, DESK)).statusCode).toBe(403)
  expect((await site.get(slips.replace('cause', 'no-such'), ADMINISTRATOR)).statusCode).toBe(404)
})

function verdict(paperId: string, no: number, verdict: 'accepted' | 'corrected'): Judgement {
  const id = `0199b000-0000-7000-8000-${String(no).padStart(12, '0')}`
  const told = { name: 'fullName', label: 'Họ tên', readAs: 'A', confidence: 0.97, faults: [], typeCode: null }
  const by = { byAccountId: id, byName: 'Ánh', at: new Date('2026-11-30T03:00:00Z') }
  const correctedTo = verdict === 'corrected' ? 'B' : null
  return { id, paperId, kind: 'value', turn: 'first', way: 'single', verdict, correctedTo, ...told, ...by }
}
