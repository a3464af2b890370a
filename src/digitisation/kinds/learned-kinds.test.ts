import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { journalOf } from '../../identity/testing.ts'
import { runAction } from '../../platform/action.ts'
import { runErrand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { runQuery } from '../../platform/query.ts'
import { openOfficersSite, type OfficersSite } from '../../workspace/testing.ts'
import { changeType } from '../bench/change-type.ts'
import { paperById, setPaperState } from '../intake/store.ts'
import { aReadPaper } from '../readings/testing.ts'
import { draftOf, insertDraft, putInForce } from '../templates/store.ts'
import { templateRoutes } from '../workspace/templates/routes.tsx'
import { askToLearnKinds, learnKindsJob } from './ask-to-learn.ts'
import { decideOnKinds, getLearnedKinds, takeBackKinds } from './decide-kinds.ts'
import { inAll, type MeasuredKinds } from './measure-kinds.ts'
import { proposeFromKinds } from './propose-kinds.ts'
import { confirmedPapers, kindsInForce, kindWeights, SHIPPED_KINDS } from './store.ts'
import { wordsIn } from './word-counts.ts'

const [ADMINISTRATOR, DESK, SUPERVISOR] = ['linh.tk', 'anh.vn', 'binh.nth']
const SYSTEM = { kind: 'system', name: 'test' } as const
const PAGE = '/quan-tri/nhan-loai-giay'
const [AGAIN, PLAIN] = ['birth-registration-again', 'birth-declaration']

/** A form whose title is nearly that of a kind the system knows, with a name before and behind its labels. */
const declaredAgain = (name: string) => [
  'TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH',
  `Kính gửi: UBND phường Cẩm Phả`,
  `Họ, chữ đệm, tên người yêu cầu: ${name}`,
  `${name} đã khai sinh trước đây tại: phường Mạo Khê`,
  'Quan hệ với người được khai sinh: mẹ đẻ',
  `Họ, chữ đệm, tên: ${name}`,
  'Ngày, tháng, năm sinh: 13/08/1971',
  'Giới tính: Nữ',
  'Nơi sinh: Phường Bãi Cháy, tỉnh Quảng Ninh',
  'Giấy khai sinh trước đây số: 17',
]
const NAMES = [
  'TRIỆU THỊ HƯỜNG',
  'PHẠM THÙY NGUYỆT',
  'LÝ HỮU HIẾU',
  'TÔ VĂN LÂM',
  'VI THỊ MẨY',
  'MÃ A SÙNG',
  'ĐỖ THỊ THƠ',
]

let site: OfficersSite
beforeAll(async () => {
  site = await openOfficersSite(templateRoutes, [learnKindsJob])
  const labels = ['Họ, chữ đệm, tên người yêu cầu', 'Họ, chữ đệm, tên', 'Nơi sinh', 'Giấy khai sinh trước đây số']
  const fields = labels.map((label, no) => ({ name: `f${no}`, words: label, kind: 'text' as const, label: [label] }))
  const content = { type: AGAIN, name: 'Tờ khai đăng ký lại', title: ['tờ khai đăng ký lại khai sinh'], fields }
  const by = { madeByAccountId: newId(), madeByName: 'Linh', madeAt: site.world.clock.now() }
  await insertDraft(db(), { id: newId(), typeCode: AGAIN, content, ...by })
  const draft = await draftOf(db(), AGAIN)
  if (draft) await putInForce(db(), draft, site.world.clock.now())
}, 180_000)
afterAll(() => site?.close())

const db = () => site.world.app.db
const act = async (action: Parameters<typeof runAction>[1], input: object, as = ADMINISTRATOR) =>
  runAction(site.world.app, action, await site.officer(as), input)
const propose = () => runErrand(site.world.app, proposeFromKinds, SYSTEM, {})
const view = async (as = ADMINISTRATOR) => runQuery(site.world.app, getLearnedKinds, await site.officer(as), {})
const toldAs = async (paperId: string) => (await paperById(db(), paperId))?.typeCode

async function read(name: string): Promise<string> {
  const unitId = (await site.officer(DESK)).grants[0]?.unitId ?? ''
  return aReadPaper(site.world.app, [declaredAgain(name)], { unitId })
}

/** A paper an officer called by its right name, and that is checked. */
async function settled(name: string): Promise<void> {
  const paperId = await read(name)
  await runErrand(site.world.app, changeType, await site.officer(DESK), { paperId, type: AGAIN })
  const paper = await paperById(db(), paperId)
  if (paper) await setPaperState(db(), paper, 'checked')
}

describe('what people settled about kinds', () => {
  test('is proposed with numbers and examples, and told by only once an administrator accepts', async () => {
    const before = await read('CHU THỊ LỆ')
    expect(await toldAs(before)).toBe(PLAIN)
    for (const name of NAMES.slice(0, 3)) await settled(name)
    expect(await codeOf(propose())).toBe('digitisation.too-few-papers')
    const pressed = await site.send(`${PAGE}/hoc`, ADMINISTRATOR, {}, PAGE)
    expect(pressed.statusCode).toBe(422)
    expect(await codeOf(act(askToLearnKinds, {}))).toBe('digitisation.too-few-papers')
    for (const name of NAMES.slice(3)) await settled(name)
    // What nobody has checked yet teaches nothing.
    expect(await confirmedPapers(db())).toHaveLength(NAMES.length)
    expect(await codeOf(act(askToLearnKinds, {}, DESK))).toBe('platform.forbidden')
    const asked = await site.send(`${PAGE}/hoc`, ADMINISTRATOR, {}, PAGE)
    expect(asked.headers.location).toBe(`${PAGE}?dang-hoc=${NAMES.length}`)
    expect((await site.get(String(asked.headers.location), ADMINISTRATOR)).body).toContain(
      `Máy đang học từ ${NAMES.length} giấy đã soát`,
    )
    await learnKindsJob.run(site.world.app, {})

    const { proposal, newWords, open } = await view()
    const measured = proposal?.measured
    expect(measured?.papers).toEqual([
      {
        type: AGAIN,
        before: { papers: 7, named: 0, unsure: 7, wrong: 0 },
        after: { papers: 7, named: 7, unsure: 0, wrong: 0 },
      },
    ])
    const samples = [inAll(measured?.samples ?? [], 'before'), inAll(measured?.samples ?? [], 'after')]
    expect(samples[0]).toMatchObject({ papers: 64, named: 64 })
    expect(samples[1]).toEqual(samples[0])
    expect(measured?.differences).toHaveLength(7)
    expect(newWords.find(({ type }) => type === AGAIN)?.words).toContain('ky lai')
    expect(open.size).toBe(0)
    // Whoever also checks papers of that unit opens the examples; of another unit nobody does.
    const [linh, anh] = [await site.officer(ADMINISTRATOR), await site.officer(DESK)]
    const both = { ...linh, grants: [...linh.grants, ...anh.grants] }
    const seen = await runQuery(site.world.app, getLearnedKinds, both, {})
    expect([...seen.open].toSorted()).toEqual(measured?.differences.map(({ paperId }) => paperId).toSorted())
    const away = { ...both, grants: both.grants.map((grant) => ({ ...grant, unitId: newId() })) }
    expect((await runQuery(site.world.app, getLearnedKinds, away, {})).open.size).toBe(0)

    expect(await toldAs(await read('HÀ THỊ NHÀN'))).toBe(PLAIN)
    await act(decideOnKinds, { id: proposal?.id ?? '', accept: true })
    expect(await toldAs(await read('BẾ VĂN ĐÀN'))).toBe(AGAIN)
    expect(await toldAs(before)).toBe(PLAIN)
    expect(await journalOf(site.world.app, 'kinds')).toEqual([
      'digitisation.kinds-learning-asked',
      'digitisation.kinds-proposed',
      'digitisation.kinds-accepted',
    ])
  })

  test('keeps no word of what was filled in', async () => {
    const learned = Object.keys((await kindsInForce(db())).kinds[AGAIN]?.words ?? {})
    expect(learned).toContain('nguoi yeu')
    for (const word of wordsIn([...NAMES, 'Cẩm Phả', 'Mạo Khê', 'Bãi Cháy', 'mẹ đẻ']))
      expect(learned).not.toContain(word)
  })

  test('is taken back to the former', async () => {
    const id = (await view()).inForce?.id ?? ''
    expect(await codeOf(act(takeBackKinds, { id }, DESK))).toBe('platform.forbidden')
    const page = await site.send(`${PAGE}/tro-lai`, ADMINISTRATOR, { ban: id }, PAGE)
    expect(page.statusCode).toBe(303)
    expect(await kindsInForce(db())).toEqual(SHIPPED_KINDS)
    expect(await codeOf(act(takeBackKinds, { id }))).toBe('platform.conflict')
    expect((await journalOf(site.world.app, 'kinds')).at(-1)).toBe('digitisation.kinds-taken-back')
  })

  test('is seen by supervisors and decided by administrators alone', async () => {
    const [earlier] = await kindWeights.all(db())
    const id = newId()
    if (earlier) await kindWeights.propose(db(), { ...earlier, id }, site.world.clock.now())
    expect(await codeOf(act(decideOnKinds, { id, accept: true }, SUPERVISOR))).toBe('platform.forbidden')
    expect((await site.get(PAGE, DESK)).statusCode).toBe(403)
    const seen = await site.get(PAGE, SUPERVISOR)
    expect(seen.body).toContain('ngoài phạm vi của bạn')
    expect(seen.body).not.toContain('Áp dụng</button>')
    expect((await site.get('/quan-tri/mau-boc-tach', ADMINISTRATOR)).body).toContain('có đề nghị chờ xem')
    await act(decideOnKinds, { id, accept: false })
    expect(await codeOf(act(decideOnKinds, { id, accept: true }))).toBe('platform.conflict')
  })
})

test('what tells a known kind worse says so, and needs a reason that is kept', async () => {
  const count = (named: number) => ({ papers: 4, named, unsure: 4 - named, wrong: 0 })
  const measured: MeasuredKinds = {
    learnedFrom: 9,
    papers: [{ type: AGAIN, before: count(0), after: count(4) }],
    samples: [{ type: 'death-extract', before: count(4), after: count(3) }],
    differences: [],
  }
  const id = newId()
  await kindWeights.propose(db(), { id, content: SHIPPED_KINDS, measured }, site.world.clock.now())
  const page = await site.get(PAGE, ADMINISTRATOR)
  expect(page.body).toContain('Kém hơn bây giờ ở: Trích lục khai tử')
  const refused = await site.send(PAGE, ADMINISTRATOR, { viec: 'ap-dung', ban: id, 'ly-do': '  ' })
  expect(refused.statusCode).toBe(422)
  expect((await view()).proposal?.id).toBe(id)
  await site.send(PAGE, ADMINISTRATOR, { viec: 'ap-dung', ban: id, 'ly-do': 'Không còn nhận giấy mẫu cũ' })
  expect((await view()).inForce).toMatchObject({ id, reason: 'Không còn nhận giấy mẫu cũ' })
})
