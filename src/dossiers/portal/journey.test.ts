import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../../platform/action.ts'
import { ANONYMOUS, type Citizen } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { aPdf } from '../../documents/testing.ts'
import { judgeGround, receiveDossier, requestSupplement, submitDossier } from '../index.ts'
import { aFiling, answersForAnother } from '../testing.ts'
import {
  APPLICANT,
  REQUEST,
  begin,
  browse,
  filledIn,
  follow,
  openPortalWorld,
  type PortalWorld,
  type Visitor,
} from './testing.ts'

const BIRTH = '1.001193'

let portal: PortalWorld
let hanh: Citizen
let dong: Citizen

beforeAll(async () => {
  // A step for one procedure alone, as paying will be.
  portal = await openPortalWorld(undefined, [
    async (_, { procedureCode, resumeCode }) =>
      procedureCode === '2.000815'
        ? { title: 'Bước của mô-đun khác', href: `/buoc/${resumeCode}`, state: 'todo' }
        : undefined,
  ])
  const known = {
    source: 'citizen-registry' as const,
    bornOn: '1988-03-14',
    address: 'Số 12, ngõ 5, đường Hậu Cần',
    communeCode: '06673',
    phone: '0912000512',
  }
  hanh = await portal.citizen({ ...known, personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' })
  dong = await portal.citizen({
    personalId: '022085000274',
    fullName: 'Lê Văn Đông',
    source: 'identity-provider',
    phone: '0912000274',
  })
}, 180_000)
afterAll(() => portal.close())

const dossierCount = async () =>
  (await rows(portal.world.app.db, sql<{ n: number }>`select count(*)::int as n from dossiers.dossier`))[0]?.n

async function handedIn(visitor: Visitor): Promise<string> {
  const draft = await filledIn(visitor, BIRTH)
  const check = await visitor.get(`${draft}/kiem-tra`)
  const { to } = await visitor.post(`${draft}/nop`, { bai: /name="bai" value="([^"]+)"/.exec(check.body)?.[1] ?? '' })
  return /\/ho-so\/([^/]+)\/da-nop/.exec(to ?? '')?.[1] ?? ''
}

describe('registering a birth without script', () => {
  test('goes from the explanation to the receipt, and is followed to the supplement', async () => {
    const visitor = browse(portal, hanh)
    const start = await visitor.get(`/thu-tuc/${BIRTH}/nop`)
    expect(start.body).toContain('Bắt đầu khai')
    const draft = await begin(visitor, BIRTH)
    const list = await visitor.get(draft)
    expect(list.body).toContain(draft.slice('/bai-khai/'.length))
    expect(list.body).toContain('Giấy tờ phải nộp')

    const applicant = await visitor.get(`${draft}/nguoi-nop`)
    expect(applicant.body).toContain('Cơ sở dữ liệu quốc gia về dân cư')
    expect(applicant.body).toContain('022 188 ••• 512')
    expect(applicant.body).not.toContain('name="personalId"')
    expect(applicant.body).toContain('value="0912 000 512"')

    const check = await visitor.get(`${await filledIn(visitor, BIRTH)}/kiem-tra`)
    expect(check.body).toContain('Không phải nộp khoản nào')
    expect(check.body).toContain('Ủy ban nhân dân phường Bãi Cháy')

    const code = await handedIn(visitor)
    expect(code).toMatch(/^H49\./)
    const done = await visitor.get(`/ho-so/${code}/da-nop`)
    expect(done.body).toContain(code)
    expect(done.body).toMatch(/[0-9a-f]{64}/)
    expect(done.body).toContain('<svg')
    expect(done.body).toContain('Ghi khi trung tâm tiếp nhận')

    expect((await visitor.get('/ho-so')).body).toContain(code)
    const desk = await portal.officer('anh.vn')
    await runAction(portal.world.app, receiveDossier, desk, { dossierCode: code })
    const track = await visitor.get(`/ho-so/${code}`)
    expect(track.body).toContain('Hẹn trả, tháng 11/2026')
    expect(track.body).toContain('Vì sao là ngày này?')
    expect(track.body).toContain('Thứ Sáu 20/11: nhận hồ sơ, ngày này chưa tính')
  })

  test('hands in once however often it is pressed, and Back leads to the receipt', async () => {
    const visitor = browse(portal, hanh)
    const draft = await filledIn(visitor, BIRTH)
    const check = await visitor.get(`${draft}/kiem-tra`)
    const bai = /name="bai" value="([^"]+)"/.exec(check.body)?.[1] ?? ''
    const before = await dossierCount()
    const [first, second] = await Promise.all([
      visitor.post(`${draft}/nop`, { bai }),
      visitor.post(`${draft}/nop`, { bai }),
    ])
    const third = await visitor.post(`${draft}/nop`, { bai })
    expect(first.to).toMatch(/da-nop$/)
    expect([second.to, third.to]).toEqual([first.to, first.to])
    expect(await dossierCount()).toBe((before ?? 0) + 1)
    const back = await visitor.get(`${draft}/kiem-tra`)
    expect(back.status).toBe(404)
    expect(back.body).toContain('Mở Hồ sơ của tôi')
  })

  test('begins one form when the button is pressed twice', async () => {
    const visitor = browse(portal, hanh)
    await visitor.get(`/thu-tuc/${BIRTH}/nop`)
    const [one, two] = await Promise.all([1, 2].map(() => visitor.post(`/thu-tuc/${BIRTH}/nop`, { luot: 'same-turn' })))
    expect(one?.to).toMatch(/^\/bai-khai\//)
    expect(two?.to).toBe(one?.to)
  })

  test('takes up the same form on another device of the same person, and of nobody else', async () => {
    const draft = await begin(browse(portal, hanh), BIRTH)
    const other = browse(portal, hanh)
    const opened = await follow(
      other,
      await other.get(`/bai-khai?ma=${draft.slice('/bai-khai/'.length).toLowerCase().replace('-', '')}`),
    )
    expect(opened.status).toBe(200)
    const stranger = browse(portal, dong)
    for (const page of ['', '/nguoi-nop', '/giay-to/1', '/kiem-tra'])
      expect((await stranger.get(draft + page)).status).toBe(404)
    expect((await stranger.post(`${draft}/nop`, { bai: 'x' })).status).not.toBe(303)
  })

  test('sends people who are not signed in to sign in, and back', async () => {
    const visitor = browse(portal, ANONYMOUS)
    const start = await visitor.get(`/thu-tuc/${BIRTH}/nop`)
    expect(start.body).toContain(`/dang-nhap?ve=%2Fthu-tuc%2F${BIRTH}%2Fnop`)
    expect((await visitor.get('/ho-so')).to).toBe('/dang-nhap?ve=%2Fho-so')
    const signedOut = browse(portal, hanh)
    await signedOut.get(`/thu-tuc/${BIRTH}/nop`)
    signedOut.becomes(ANONYMOUS)
    expect((await signedOut.post(`/thu-tuc/${BIRTH}/nop`)).to).toBe(`/dang-nhap?ve=%2Fthu-tuc%2F${BIRTH}%2Fnop`)
  })
})

test('a step of handing in that another module adds is listed last, and only where it is seated', async () => {
  const visitor = browse(portal, hanh)
  const draft = await begin(visitor, '2.000815')
  const list = (await visitor.get(draft)).body
  const step = list.indexOf(`href="/buoc/${draft.slice('/bai-khai/'.length)}"`)
  expect(step).toBeGreaterThan(list.indexOf('Kiểm tra lại và nộp'))
  expect((await visitor.get(await begin(visitor, BIRTH))).body).not.toContain('Bước của mô-đun khác')
})

describe('other procedures', () => {
  test('one with many papers: each has a file or a reason', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, '2.002615')
    await visitor.get(`${draft}/nguoi-nop`)
    let next = (await visitor.post(`${draft}/nguoi-nop`, { applicantKind: 'person', ...APPLICANT })).to ?? ''
    expect(next).toBe(`${draft}/noi-dung`)
    next = (await visitor.post(next, { ...REQUEST, request: 'Vận chuyển hàng nguy hiểm loại 1' })).to ?? ''
    const first = next
    expect((await visitor.upload(first, [['tep', 'dang-kiem.pdf', aPdf({ pages: 6 })]])).to).toBe(first)
    next = /href="([^"]+)">Xong phần này/.exec((await visitor.get(first)).body)?.[1] ?? ''
    let omitted = 0
    for (; next.includes('/giay-to/'); omitted += 1)
      next = (await visitor.post(`${next}/khong-nop`, { lyDo: 'not-my-case' })).to ?? ''
    expect(omitted).toBeGreaterThan(5)
    expect(next).toBe(draft)
    const bai = /name="bai" value="([^"]+)"/.exec((await visitor.get(`${draft}/kiem-tra`)).body)?.[1] ?? ''
    const done = await follow(visitor, await visitor.post(`${draft}/nop`, { bai }))
    expect(done.body).toContain('dang-kiem.pdf')
  })

  test('one whose papers all depend on the case, and whose fee nobody has settled', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, '1.013225')
    expect((await visitor.get(draft)).body).toContain('Giấy tờ xếp theo từng trường hợp')
    const check = await visitor.get(`${draft}/kiem-tra`)
    expect(check.body).toContain('Bạn chưa gắn giấy tờ nào')
    expect(check.body).toContain('Báo khi tiếp nhận')
    expect(check.body).toContain('Mức thu chưa chắc chắn thì không thu')
    expect(check.body).not.toMatch(/\d đồng/)
  })

  test('one of a department: nobody is asked for a commune to decide', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, '2.002615')
    const list = await visitor.get(draft)
    expect(list.body).not.toContain('noi-giai-quyet')
    expect((await visitor.get(`${draft}/kiem-tra`)).body).toContain('Sở ')
  })

  test('one that may be filed at another commune: only bodies that may decide are taken', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, BIRTH)
    await visitor.get(`${draft}/noi-giai-quyet`)
    const refused = await visitor.post(`${draft}/noi-giai-quyet`, { competentUnitCode: 'H49.1' })
    expect(refused.status).toBe(422)
    const other = /<option value="([^"]+)"[^>]*>[^<]*Hồng Gai</.exec(refused.body)?.[1] ?? ''
    await visitor.post(`${draft}/noi-giai-quyet`, { competentUnitCode: other })
    expect((await visitor.get(`${draft}/kiem-tra`)).body).toContain('Trung tâm Phục vụ hành chính công phường Hồng Gai')
  })
})

describe('wrong answers', () => {
  test('come back with what was typed, a summary and the sentence at the field', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, BIRTH)
    await visitor.get(`${draft}/nguoi-nop`)
    const refused = await visitor.post(`${draft}/nguoi-nop`, { ...APPLICANT, phone: '0212 33', address: '' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Còn 2 chỗ cần sửa')
    expect(refused.body).toContain('value="0212 33"')
    expect(refused.body.match(/Bạn nhập 0212 33/g)?.length).toBe(2)
    expect((await visitor.get(draft)).body).toContain('Còn 2 câu')
  })

  test('do not let somebody file under another number', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, BIRTH)
    await visitor.get(`${draft}/nguoi-nop`)
    await visitor.post(`${draft}/nguoi-nop`, { ...APPLICANT, personalId: '022085000274', fullName: 'Người Khác' })
    const page = await visitor.get(`${draft}/kiem-tra`)
    expect(page.body).toContain('Nguyễn Thu Hạnh')
    expect(page.body).not.toContain('Người Khác')
  })

  test('a dossier with an empty paper is not handed in: what is missing is listed, everything is kept', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, BIRTH)
    await visitor.get(`${draft}/nguoi-nop`)
    await visitor.post(`${draft}/nguoi-nop`, APPLICANT)
    const refused = await visitor.post(`${draft}/nop`)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('phần chưa xong')
    expect(refused.body).toContain(`${draft}/noi-dung`)
    expect((await visitor.get(draft)).body).toContain('Đã xong')
  })
})

describe('files', () => {
  const javascript = aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })
  const cases: [string, string, Uint8Array | string, string][] = [
    ['a wrong type', 'trang.pdf', '<!doctype html><p>x</p>', 'không phải PDF'],
    ['an empty file', 'rong.pdf', '', 'rỗng'],
    ['a broken PDF', 'hong.pdf', aPdf().subarray(0, 200), 'hỏng'],
    ['a PDF with script', 'ma.pdf', javascript, 'mã chạy tự động'],
    ['a heavy file', 'nang.pdf', Buffer.alloc(21 * 1024 * 1024, 32), 'nặng hơn 20 MB'],
  ]
  test.each(cases)('%s is told beside the box and the good file stays', async (_, name, bytes, sentence) => {
    const visitor = browse(portal, hanh)
    const paper = `${await begin(visitor, BIRTH)}/giay-to/4`
    await visitor.get(paper)
    const refused = await visitor.upload(paper, [
      ['tep', name, bytes],
      ['tep', 'tot.pdf', aPdf()],
    ])
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.body).toContain(sentence)
    expect(refused.body).toContain('aria-invalid="true"')
    expect(refused.body).toContain('tot.pdf')
    expect(refused.body).toMatch(/BN-261120-[0-9A-Z]{8}/)
  })

  test('no file at all, the same file twice, taking it off, and saying why there is none', async () => {
    const visitor = browse(portal, hanh)
    const draft = await begin(visitor, BIRTH)
    const paper = `${draft}/giay-to/4`
    await visitor.get(paper)
    expect((await visitor.upload(paper, [['tep', '', '']])).body).toContain('Chưa có tệp nào')
    await visitor.upload(paper, [['tep', 'a.pdf', aPdf()]])
    await visitor.upload(paper, [['tep', 'a.pdf', aPdf()]])
    const page = await visitor.get(paper)
    expect(page.body.match(/name="fileId"/g)).toHaveLength(1)
    const fileId = /name="fileId" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    expect((await visitor.get(`/tep/${fileId}`)).status).toBe(200)
    expect((await browse(portal, dong).get(`/tep/${fileId}`)).status).toBe(404)
    expect((await follow(visitor, await visitor.post(`${paper}/bo`, { fileId }))).body).not.toContain(fileId)
    expect((await visitor.post(`${paper}/khong-nop`, {})).body).toContain('Chọn một lý do')
    await visitor.post(`${paper}/khong-nop`, { lyDo: 'held-by-the-state' })
    expect((await visitor.get(paper)).body).toContain('Cơ quan nhà nước đã có giấy này')
  })
})

describe('a dossier of one person', () => {
  test('is not there for another, nor are its files; by code alone anybody sees only whether it is done', async () => {
    const visitor = browse(portal, hanh)
    const code = await handedIn(visitor)
    const fileHref =
      /\/ho-so\/[^"]+\/tep\/[0-9a-f-]{36}/.exec((await visitor.get(`/ho-so/${code}/da-nop`)).body)?.[0] ?? ''
    expect((await visitor.get(fileHref)).status).toBe(200)
    const stranger = browse(portal, dong)
    for (const path of [`/ho-so/${code}`, `/ho-so/${code}/da-nop`, `/ho-so/${code}/bo-sung`, fileHref])
      expect((await stranger.get(path)).status).toBe(404)
    const anybody = browse(portal, ANONYMOUS)
    const track = await anybody.get(`/tra-cuu?ma=${code.toLowerCase()}`)
    expect(track.body).toContain('Đang giải quyết')
    expect(track.body).not.toContain('khai sinh')
    expect(track.body).not.toContain('Hạnh')
    expect((await anybody.get('/tra-cuu?ma=H49.136-261120-9999')).status).toBe(404)
    expect((await anybody.get('/tra-cuu?ma=abc')).status).toBe(422)
    expect((await anybody.get('/tra-cuu')).status).toBe(200)
  })

  /** The desk asks for a paper anew and for words. */
  async function askFor(code: string): Promise<void> {
    const items = [
      {
        componentCode: '000.00.00.G15-KQ004389',
        what: 'Ảnh giấy chứng sinh bị mờ',
        reason: 'Không đọc được ngày sinh',
        how: 'Chụp lại ở chỗ sáng',
      },
      { what: 'Quê quán của cha', reason: 'Chưa khai', how: 'Ghi xã, phường và tỉnh' },
    ]
    await runAction(portal.world.app, requestSupplement, await portal.officer('anh.vn'), {
      dossierCode: code,
      items,
      replyBy: '2026-12-04',
    })
  }

  test('is supplemented in one go: files and words, the good ones kept when one is refused', async () => {
    const visitor = browse(portal, hanh)
    const code = await handedIn(visitor)
    await askFor(code)
    expect((await visitor.get(`/ho-so/${code}`)).body).toContain('Bổ sung ngay')
    expect((await visitor.get('/ho-so')).body).toContain('04/12')
    const page = `/ho-so/${code}/bo-sung`
    expect((await visitor.get(page)).body).toContain('Ảnh giấy chứng sinh bị mờ')
    const refused = await visitor.upload(page, [['tep-1', 'ro.pdf', aPdf()]], [['loi-2', '']])
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Đã nhận ro.pdf')
    expect(refused.body).toContain('Chỗ 2: gắn tệp hoặc viết giải thích')
    const fileId = /name="da-1" value="([^"]+)"/.exec(refused.body)?.[1] ?? ''
    const sent = await visitor.upload(
      page,
      [],
      [
        ['da-1', fileId],
        ['loi-1', ''],
        ['loi-2', 'Phường Bãi Cháy, Quảng Ninh'],
      ],
    )
    expect(sent.to).toBe(`/ho-so/${code}`)
    expect((await visitor.get(`/ho-so/${code}`)).body).toContain('Bạn gửi bổ sung')
    expect((await visitor.upload(page, [], [['loi-2', 'lần nữa']])).to).toBe(`/ho-so/${code}`)
  })

  test('is supplemented bit by bit: what was typed and sent is there again on any device, and goes with the answer', async () => {
    const visitor = browse(portal, hanh)
    const code = await handedIn(visitor)
    await askFor(code)
    const page = `/ho-so/${code}/bo-sung`
    const markIn = (body: string) => /name="moc" value="([^"]*)"/.exec(body)?.[1] ?? ''
    const byItself = (who: Visitor, typed: Record<string, string>) =>
      who.post(page, typed, { accept: 'application/json' })
    const moc = markIn((await visitor.get(page)).body)
    const photo = sharp({ create: { width: 400, height: 560, channels: 3, background: '#eee' } })
    const refused = await visitor.upload(page, [['tep-1', 'ro.jpg', await photo.jpeg().toBuffer()]])
    const file = { 'da-1': /name="da-1" value="([^"]+)"/.exec(refused.body)?.[1] ?? '' }
    const asPage = await portal.web.inject({ url: `/tep/${file['da-1']}/thanh-trang` })
    expect(asPage.headers['content-type'], 'what becomes of the photo is seen before it is sent').toBe('image/jpeg')
    const kept = await byItself(visitor, { moc, ...file, 'loi-2': 'Phường Bãi Cháy' })
    expect(kept.status).toBe(200)
    expect((await byItself(visitor, { moc, ...file, 'loi-2': 'Phường Bãi Cháy' })).body, 'twice').toBe(kept.body)

    const elsewhere = browse(portal, hanh)
    const there = (await elsewhere.get(page)).body
    expect(there).toContain('Phường Bãi Cháy')
    expect(there).toContain('Đã nhận ro.jpg')
    expect(there).not.toContain('tom-loi')
    expect((await byItself(elsewhere, { moc, 'loi-2': 'Phường Hà Tu' })).status, 'not over the other').toBe(409)
    expect((await elsewhere.get(page)).body).toContain('Phường Bãi Cháy')
    const stranger = browse(portal, dong)
    await stranger.get('/ho-so')
    expect((await stranger.get(`/tep/${file['da-1']}/thanh-trang`)).status).toBe(404)
    expect((await byItself(stranger, { 'loi-2': 'Không phải của tôi' })).status).toBe(404)

    const told = await visitor.upload(
      page,
      [],
      [
        ['moc', moc],
        ['loi-1', ''],
        ['loi-2', 'Phường Hà Tu'],
      ],
    )
    expect(told.status).toBe(409)
    for (const said of ['Phường Bãi Cháy', 'Phường Hà Tu', 'Đã nhận ro.jpg']) expect(told.body).toContain(said)
    const answer: [string, string][] = [
      ['moc', markIn(told.body)],
      ['da-1', file['da-1']],
      ['goc-1', 'co'],
      ['loi-2', 'Phường Hà Tu'],
    ]
    expect((await visitor.upload(page, [], answer)).to).toBe(`/ho-so/${code}`)
    const [handed] = await rows(
      portal.world.app.db,
      sql<{ name: string; origin: string; way: string; half: number }>`
        select f.media_type as name, f.origin, p.way, (select count(*) from dossiers.half_answer)::int as half
        from dossiers.component_file c join documents.file f on f.id = c.file_id
          join documents.composed_page p on p.file_id = f.id
        where c.round = 1 and c.dossier_id = (select id from dossiers.dossier where code = ${code})`,
    )
    expect(handed, 'a photo goes as a page, as it was taken if so chosen').toEqual({
      name: 'application/pdf',
      origin: 'produced',
      way: 'original',
      half: 0,
    })
    expect((await byItself(visitor, { 'loi-2': 'muộn' })).status, 'answered already').toBe(404)
  })

  test('is withdrawn by its owner after a second look, with a reason, and by nobody else', async () => {
    const visitor = browse(portal, hanh)
    const code = await handedIn(visitor)
    expect((await visitor.get(`/ho-so/${code}`)).body).toContain(`href="/ho-so/${code}/rut"`)
    const page = await visitor.get(`/ho-so/${code}/rut`)
    expect(page.body).toContain('không mở lại được')
    const silent = await visitor.post(`/ho-so/${code}/rut`, { 'ly-do': '' })
    expect(silent.status).toBe(422)
    expect(silent.body).toContain('Viết vì sao bạn rút hồ sơ')
    expect((await visitor.post(`/ho-so/${code}/rut`, { 'ly-do': 'Tôi nộp nhầm thủ tục' })).to).toBe(`/ho-so/${code}`)
    const after = await visitor.get(`/ho-so/${code}`)
    expect(after.body).toContain('Hồ sơ đã được rút')
    expect(after.body).toContain('Tôi nộp nhầm thủ tục')
    expect(after.body).not.toContain(`href="/ho-so/${code}/rut"`)
    expect((await visitor.get(`/ho-so/${code}/rut`)).to).toBe(`/ho-so/${code}`)
  })
})

test('who files for another reads on the dossier’s own page that their right is doubted, until it is settled', async () => {
  const { app } = portal.world
  const old = { fullName: 'Trần Văn Sáu', personalId: '022047000999' }
  const filing = await aFiling(app, dong, '2.000815', { answers: answersForAnother(dong, old) })
  const { code } = await runAction(app, submitDossier, dong, filing)
  const visitor = browse(portal, dong)
  const page = async () => (await visitor.get(`/ho-so/${code}`)).body
  expect(await page()).toContain('Bạn không phải làm gì')
  const judge = (verdict: string, note?: string) =>
    portal.officer('anh.vn').then((desk) => runAction(app, judgeGround, desk, { dossierCode: code, verdict, note }))
  await judge('doubted', 'Chữ ký khác trên căn cước')
  const doubted = await page()
  expect(doubted).toContain('Cán bộ đang nghi ngờ giấy cho nộp thay')
  expect(doubted).toContain('Chữ ký khác trên căn cước')
  expect(doubted).not.toContain('Bạn không phải làm gì')
  await judge('accepted')
  expect(await page()).not.toContain('đang nghi ngờ')
})

test('help names the centre of the old ward people still write', async () => {
  const visitor = browse(portal, hanh)
  const help = await visitor.get('/ho-tro')
  expect(help.body).toContain('Trung tâm nơi bạn ở')
  expect(help.body).toContain('1900 558 826')
  expect((await visitor.get(`/ho-tro?q=${encodeURIComponent('giếng đáy')}`)).body).toContain('Việt Hưng')
})
