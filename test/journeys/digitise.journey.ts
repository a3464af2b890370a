import { afterEach, expect, test } from 'vitest'
import { bring } from './support/bring.ts'
import { fillIn } from './support/filing.ts'
import { citizen, officer, pinOf, sealPinOf, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY, HOUSEHOLD_BUSINESS, type Case } from './support/procedures.ts'
import { businessCertificate, comes, scanIn, scanOf } from './support/scanning.ts'
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
/** Every other key does what the bar at the bottom says of it; the day of birth is printed otherwise than the State knows it. */
async function tryKeys({ page }: Visitor): Promise<void> {
  const press = (key: string) => Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
  const title = page.locator('#muc-dang-xem')
  const scan = page.locator('.mat svg')
  const accept = page.getByRole('button', { name: /^Đúng/ })
  await expect.poll(() => accept.evaluate((button) => button === document.activeElement)).toBe(true)

  const [first, whole] = [await title.innerText(), await scan.getAttribute('viewBox')]
  await press('z')
  expect([await title.innerText(), await scan.getAttribute('viewBox')]).not.toEqual([first, whole])
  await press('Z')
  expect([await title.innerText(), await scan.getAttribute('viewBox')]).toEqual([first, whole])

  await page.keyboard.press('e')
  await page.keyboard.type('1')
  expect(await page.locator('[name=gia-tri]').inputValue()).toBe('1')
  await page.keyboard.press('Tab')
  expect(await title.innerText()).toBe(first)
  await press('Tab')
  expect(await title.innerText()).not.toBe(first)

  for (let doubts = 0; (await title.innerText()) !== 'Ngày sinh'; doubts += 1) {
    expect(doubts).toBeLessThan(20)
    await press('Tab')
  }
  const born = page.getByRole('row', { name: 'Ngày sinh', includeHidden: true })
  const proposals = await page.locator('[data-key="1"]').innerText()
  expect(proposals).toContain('14/03/1988')
  await press('1')
  expect(await born.textContent()).toMatch(/14\/03\/1988.*Đã sửa/)
  const unread = await title.innerText()
  await press('0')
  expect(await page.getByRole('row', { name: unread, includeHidden: true }).textContent()).toContain('Không đọc được')
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
  await scanIn(desk, { 'gcn-ho-kinh-doanh.jpg': await scanOf(businessCertificate(HANH, '15/03/1988')) }, code)

  await comes(desk, '/ban-so-hoa', /đăng ký hộ kinh doanh/)
  await desk.press('Giấy chứng nhận đăng ký hộ kinh doanh')
  await desk.sees('Nhận ra: Giấy chứng nhận đăng ký hộ kinh doanh')
  const bench = new URL(desk.page.url()).pathname
  await tryKeys(desk)
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
