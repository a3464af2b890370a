import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { draw } from '../papers/draw.ts'
import { entries, entry, line, paperOf, type Style } from '../papers/paper.ts'
import { bring } from './support/bring.ts'
import { fillIn } from './support/filing.ts'
import { citizen, officer, pinOf, sealPinOf, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY, HOUSEHOLD_BUSINESS, type Case } from './support/procedures.ts'
import type { Visitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

/** The one-stop desk of Bãi Cháy, whose seal it is. */
const DESK_UNIT = 'H49.136.1'
const HANH = { citizen: '022188000512', citizenName: 'Nguyễn Thu Hạnh', bornOn: '1988-03-14' }
const AT_THE_DESK: Case = { ...CERTIFIED_COPY, ...HANH }
/** Asks for a copy of the certificate of the household business. */
const UPDATE: Case = {
  ...HOUSEHOLD_BUSINESS,
  ...HANH,
  code: '1.014034',
  search: 'cập nhật, bổ sung thông tin hộ kinh doanh',
  request: 'Bổ sung số điện thoại của hộ kinh doanh',
}
const STYLE: Style = {
  font: 'Tinos',
  valueFont: 'Tinos',
  size: 13,
  leading: 0.9,
  margin: 20,
  leaders: false,
  numbering: 'none',
  bold: 'labels',
  grid: false,
  stamp: true,
}

/** The certificate of her household business, as a scanner gives it. */
async function certificate(): Promise<Buffer> {
  const paper = paperOf(
    'household-business',
    [
      { k: 'header', left: ['UBND PHƯỜNG BÃI CHÁY', 'PHÒNG KINH TẾ'], right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'] },
      { k: 'title', text: 'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH' },
      entries(entry('Mã số hộ kinh doanh', HANH.citizen, 'number')),
      entries(entry('Tên hộ kinh doanh', 'HỘ KINH DOANH NGUYỄN THU HẠNH', 'name')),
      entries(entry('Địa chỉ trụ sở hộ kinh doanh', 'Tổ 5, khu 2, phường Bãi Cháy, tỉnh Quảng Ninh', 'address')),
      entries(entry('Ngành, nghề kinh doanh', 'Dịch vụ ăn uống', 'trade')),
      entries(entry('Họ và tên', 'NGUYỄN THU HẠNH', 'ownerName'), entry('Giới tính', 'Nữ', 'ownerSex')),
      entries(entry('Sinh ngày', '14/03/1988', 'ownerBornOn'), entry('Dân tộc', 'Kinh', 'ownerEthnicity')),
      entries(entry('Số định danh cá nhân', HANH.citizen, 'ownerId')),
      line('Quảng Ninh, ngày 12 tháng 5 năm 2025', 'right'),
      { k: 'sign', left: [], right: ['TRƯỞNG PHÒNG', 'Lương Văn Bình'] },
    ],
    STYLE,
  )
  const { png } = await draw(paper, 200, () => 0.5)
  return sharp(png).jpeg({ quality: 90 }).toBuffer()
}

/** Opens a page until it says so: the machine works meanwhile. */
async function comes(visitor: Visitor, path: string, words: string | RegExp): Promise<void> {
  const seen = async () => {
    await visitor.open(path)
    return visitor.text()
  }
  await expect.poll(seen, { timeout: 90_000, interval: 700 }).toMatch(words)
}

/** Nothing but Enter: what is doubtful one by one, what is sure together, what is not there together. */
async function checkByKeyboard({ page }: Visitor): Promise<number> {
  for (let pressed = 0; pressed < 30; pressed += 1) {
    if ((await page.getByText('Đã kiểm xong mọi mục.').count()) > 0) return pressed
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  throw new Error('the bench never came to an end')
}

test('a paper at the desk is read, checked by keyboard, signed, sealed, and used in another procedure online', async () => {
  const code = await bring(AT_THE_DESK)
  const desk = await officer(AT_THE_DESK.desk)
  await desk.open('/so-hoa/quet')
  await desk.page
    .locator('input[name=tep]')
    .setInputFiles({ name: 'gcn-ho-kinh-doanh.jpg', mimeType: 'image/jpeg', buffer: await certificate() })
  await desk.page.locator('.gui-tep [data-state=received]').waitFor()
  await desk.page.locator('[name=ho-so]').fill(code)
  await desk.page.locator('[name=tu-chuyen]').check()
  await desk.press('Đưa vào')

  await comes(desk, '/ban-so-hoa', /đăng ký hộ kinh doanh/)
  await desk.press('Giấy chứng nhận đăng ký hộ kinh doanh')
  await desk.sees('Nhận ra: Giấy chứng nhận đăng ký hộ kinh doanh')
  const bench = new URL(desk.page.url()).pathname
  expect(await checkByKeyboard(desk)).toBeGreaterThan(0)

  // What an officer decides by bears its mark beside what was declared.
  await desk.open(`/lam/${code}?the=tren-giay`)
  await desk.sees('Người nộp khai')
  await desk.sees('Đã kiểm: ')

  await comes(desk, bench, /Ký số, đưa vào kho giấy tờ/)
  await desk.press('Ký số, đưa vào kho giấy tờ')
  await desk.sees('Đã kiểm ở bàn số hoá')
  await desk.page.getByRole('checkbox', { name: /Tôi đã đối chiếu từng trang/ }).check()
  await desk.fill('Mã PIN chữ ký số của bạn', await pinOf(AT_THE_DESK.desk))
  await desk.press('Ký bản sao')
  await desk.fill('Mã PIN của con dấu số', await sealPinOf(DESK_UNIT))
  await desk.press('Đóng dấu')
  await desk.sees(/Đã đóng dấu, vào sổ số \d+/)

  const hanh = await citizen(HANH.citizen)
  await comes(hanh, '/giay-to', /Giấy chứng nhận đăng ký hộ kinh doanh/)
  await hanh.open(`/thu-tuc/${UPDATE.code}/nop`)
  const draft = await fillIn(hanh, UPDATE)
  await hanh.open(`/bai-khai/${draft}/giay-to/2`)
  await hanh.sees('Có sẵn trong kho của bạn')
  await hanh.press('Dùng giấy tờ này')
  await hanh.sees('Lấy từ kho')
  await hanh.press('Xong phần này')
  await hanh.open(`/bai-khai/${draft}`)
  await hanh.press('Kiểm tra lại và nộp')
  await hanh.sees('Lấy từ kho')
  await hanh.press(/^Nộp hồ sơ$/)
  await hanh.sees('Đã nộp hồ sơ')
  await comes(desk, bench, /Giấy tờ này đã vào kho/)
}, 240_000)
