import { afterEach, expect, test } from 'vitest'
import { bring } from './support/bring.ts'
import { fillIn } from './support/filing.ts'
import { citizen, officer, pinOf, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY, COPY_AT_HOANH_MO as COPY } from './support/procedures.ts'
import { openVisitor, type Visitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

const WIFE = { fullName: 'Nguyễn Thu Hạnh', personalId: '022188000512' }

/** Whoever waits takes up their telephone. */
async function confirmOnTelephone({ page }: Visitor, person: string): Promise<void> {
  const telephone = await openVisitor()
  const href = await page.getByRole('link', { name: 'Mở điện thoại giả lập' }).getAttribute('href')
  await telephone.page.goto(href ?? '')
  await telephone.sees('Đang chờ bạn xác nhận')
  await telephone.fill('Mã PIN ký số', await pinOf(person))
  await telephone.page.getByRole('button', { name: 'Xác nhận ký' }).click()
  await telephone.sees('Đã xác nhận')
  await telephone.page.context().close()
}

test('a chair signs two results with one confirmation on their telephone, and the page moves on by itself', async () => {
  const codes = [await bring(COPY, 'approved'), await bring(COPY, 'approved')]
  const chair = await officer(COPY.signatory)
  await chair.open('/ky')
  await chair.sees('mở ứng dụng VNPT SmartCA trên điện thoại và xác nhận')
  for (const code of codes) await chair.page.locator(`input[type=checkbox][value^="${code}"]`).check()
  await chair.press(/^\s*Ký 2 văn bản/)
  await chair.sees(/xác nhận một lần cho 2 văn bản, còn [0-4] phút \d+ giây/)
  await confirmOnTelephone(chair, COPY.signatory)
  await chair.sees('Đã ký xong 2 văn bản')
  for (const code of codes) await chair.sees(code)
  await chair.open('/ky-so/cho')
  await chair.sees('Không có văn bản nào đang chờ bạn xác nhận')
})

test('two people sign one application, each with a key of their own, before it is handed in', async () => {
  const person = await citizen(CERTIFIED_COPY.citizen)
  await person.open(`/thu-tuc/${CERTIFIED_COPY.code}/nop`)
  await fillIn(person, CERTIFIED_COPY)
  const draft = person.path()
  await person.open(`${draft}/cung-dung-ten`)
  await person.fill('Họ, chữ đệm và tên', WIFE.fullName)
  await person.fill('Số định danh cá nhân', WIFE.personalId)
  await person.press('Thêm vào danh sách')
  await person.press('Gửi cho 1 người xem và đồng ý')
  const link = await person.page.locator('[data-copy*="/loi-moi/"]').first().getAttribute('data-copy')
  const wife = await citizen(WIFE.personalId)
  await wife.open(new URL(link ?? '').pathname)
  await wife.press('Mở để đọc')
  await wife.page.getByRole('radio', { name: 'Ký số bằng VNPT SmartCA' }).check()
  await wife.press(/^Tôi đã đọc và đồng ý/)
  await confirmOnTelephone(wife, WIFE.personalId)
  await wife.sees('Đã ký xong 1 văn bản')
  await wife.press('Tiếp tục')
  await wife.sees('Bạn đã ký số vào đơn')

  await person.open(draft)
  await person.press('Kiểm tra lại và nộp')
  await person.page.getByRole('radio', { name: 'Ký số bằng Viettel MySign' }).check()
  await person.press(/^Nộp hồ sơ$/)
  await person.sees(/Mở ứng dụng Viettel MySign trên điện thoại và xác nhận, còn [0-4] phút \d+ giây/)
  await confirmOnTelephone(person, CERTIFIED_COPY.citizen)
  await person.sees('Đã ký xong 1 văn bản')
  await person.press('Tiếp tục')
  await person.sees('Bạn đã ký số đơn này lúc')
  await person.sees('Đã ký số vào đơn')
  await person.press(/^Nộp hồ sơ$/)
  await person.sees('Đã nộp hồ sơ')
})
