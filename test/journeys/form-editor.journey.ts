import { execFileSync } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { fillIn, handIn } from './support/filing.ts'
import { citizen, officer, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY, type Case } from './support/procedures.ts'
import type { Visitor } from './support/visitor.ts'

/** A procedure whose form was the common one until now. */
const DISABILITY: Case = { ...CERTIFIED_COPY, code: '1.001699', search: 'mức độ khuyết tật', name: /khuyết tật/i }

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

test('a form is made from nothing, published, filled in by a citizen and printed', async () => {
  const editor = await officer('linh.tk')
  await make(editor)
  // Whoever comes back finds it as it was.
  await editor.open(`/bieu-mau/${DISABILITY.code}/nhap`)
  await editor.sees('Bản nháp dùng được')
  await editor.press(/^Ban hành$/)
  await editor.sees('Bản 1')

  const person = await citizen(DISABILITY.citizen)
  await person.open(`/thu-tuc/${DISABILITY.code}/nop`)
  await fillIn(person, DISABILITY, { pages: { 'nguoi-khuyet-tat': fillOwnPage } })
  const code = await handIn(person, DISABILITY)
  const pdf = await (await person.page.request.get(`/ho-so/${code}/to-khai.pdf`)).body()
  const printed = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().normalize('NFC')
  for (const words of ['Chậm phát triển', 'Phường Bãi Cháy', '0912 000 512', 'Lê Thị Sáu', '1951', '02/11/2020'])
    expect(printed).toContain(words)
})

/** What is not asked is not there, what contradicts another answer is told at once. */
async function fillOwnPage({ page, ...person }: Visitor): Promise<void> {
  const other = page.getByLabel('Khuyết tật khác là gì?')
  await expect.poll(() => other.isVisible()).toBe(false)
  await page.getByRole('radio', { name: 'Khác' }).check()
  await other.fill('Chậm phát triển')
  await page.getByLabel('Xã, phường và tỉnh, thành phố').fill('phường Bãi Cháy, Quảng Ninh')
  await page.getByLabel('Số nhà, đường, thôn hoặc khu').fill('số 12, khu 4')
  await person.fill('Điện thoại người chăm sóc', '0912000512')
  await person.fill('Họ và tên', 'Lê Thị Sáu')
  await person.fill('Sinh năm', '1951')
  await person.fill('Ở cùng từ ngày', '02/11/1950')
  await page.keyboard.press('Tab')
  await person.sees('không được trước “Sinh năm” (1951)')
  await person.fill('Ở cùng từ ngày', '02/11/2020')
}

/** Pages, a group, a condition, an address, a telephone, a day after another one, help: by the words on the screen. */
async function make(editor: Visitor): Promise<void> {
  const { page } = editor
  await editor.open('/bieu-mau')
  await editor.fill('Tên hoặc mã thủ tục', 'xac dinh muc do khuyet tat')
  await press(editor, 'Bắt đầu bản nháp')
  await press(editor, /^Soạn cho thủ tục này/)
  await add(editor, 'Thêm trang', 'Tên trang mới', 'Người khuyết tật')
  await press(editor, /^Phần \(Còn/)
  await question(editor, 'Dạng khuyết tật', 'Chọn một')
  await editor.fill(/^Lựa chọn/, 'Vận động\nKhác')
  await question(editor, 'Khuyết tật khác là gì?', 'Một dòng chữ')
  await page.getByText(/^Chỉ hỏi khi/).click()
  await editor.choose('Câu thứ 1', 'Dạng khuyết tật')
  await editor.fill('Giá trị', 'Khác')
  await question(editor, 'Nơi ở', 'Địa chỉ: tỉnh, xã, chi tiết')
  await question(editor, 'Điện thoại người chăm sóc', 'Điện thoại di động')
  await editor.fill('Cách ghi, mở ra khi cần', 'Số nào gọi được ngay.')
  for (const frame of ['xem', 'xem-rong'])
    await page.frameLocator(`iframe[name=${frame}]`).getByText('Số nào gọi được ngay.').waitFor({ state: 'attached' })
  await press(editor, 'Người khuyết tật')
  await page.getByText('Thêm nhóm lặp lại').first().click()
  await page.locator('[name=ten-nhom]').fill('Người trong gia đình')
  await editor.fill('Mỗi mục là gì?', 'người thân')
  await press(editor, 'Thêm nhóm lặp lại')
  await question(editor, 'Họ và tên', 'Họ tên')
  await question(editor, 'Sinh năm', 'Ngày sinh (hoặc năm)')
  await question(editor, 'Ở cùng từ ngày', 'Ngày')
  await editor.choose('Câu trả lời này, điều 1', 'không được trước')
  await editor.choose('Câu để so, điều 1', 'Sinh năm')
  await press(editor, /^Lưu/)
}

async function add(editor: Visitor, what: string, label: string, name: string): Promise<void> {
  const { page } = editor
  await page.getByText(what, { exact: true }).first().click()
  await page.getByLabel(label).fill(name)
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
  await editor.sees(name)
}

async function question(editor: Visitor, label: string, kind: string): Promise<void> {
  const { page } = editor
  const box = page.getByLabel('Lời hỏi của câu mới')
  if (!(await box.isVisible())) await page.getByText('Thêm câu hỏi').first().click()
  await box.fill(label)
  await page.locator('[name=loai-moi]').selectOption({ label: kind })
  await press(editor, 'Thêm câu hỏi')
}

/** Goes on as soon as the page stands: what it shows in its frames is looked at once. */
async function press({ page }: Visitor, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).and(page.locator(':not(.an)')).first()
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()])
}
