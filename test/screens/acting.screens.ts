import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { keptTextMessages, textMessageFolder } from '../../src/identity/index.ts'
import { readTable } from '../../src/platform/spreadsheet/read-table.ts'
import { writeWorkbook } from '../../src/platform/spreadsheet/write-workbook.ts'
import { citizen, officer } from '../journeys/support/people.ts'
import { CERTIFIED_COPY as COPY } from '../journeys/support/procedures.ts'
import type { Visitor } from '../journeys/support/visitor.ts'
import { take } from './picture.ts'

const PHONE = '0912000340'

/** Sends the template back with these rows filled in; headings by their beginnings. */
async function fileFrom({ page, press }: Visitor, name: string, rows: Record<string, string>[]): Promise<void> {
  const template = await page.request.get(`/thu-tuc/${COPY.code}/nop-nhieu/mau.xlsx`)
  const [head] = readTable(await template.body(), { sheet: 'Hồ sơ', mostRows: 501 }).rows
  const headings = [...(head?.cells.values() ?? [])].map(({ text }) => text)
  const usual = { 'Bạn nộp hồ sơ cho ai': 'Cho chính tôi', 'Bạn muốn nhận': 'Bản điện tử', 'Giấy tờ 1': 'bang.pdf' }
  const filled = rows.map((row) =>
    headings.map(
      (heading) => Object.entries({ ...usual, ...row }).find(([start]) => heading.startsWith(start))?.[1] ?? '',
    ),
  )
  const columns = headings.map(() => ({ width: 20 }))
  const buffer = Buffer.from(writeWorkbook([{ name: 'Hồ sơ', columns, rows: [headings, ...filled] }]))
  await page.locator('[name=bang]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.locator('.gui-tep [data-state=received]').waitFor()
  await press('Gửi để kiểm tra')
}

test('pictures of filing for others, together, and many at once', async () => {
  const person = await citizen(COPY.citizen)
  await person.open(`/thu-tuc/${COPY.code}/nop`)
  await take(person, '02c-nop-cho-ai')
  await person.open(`/thu-tuc/${COPY.code}/nop-nhieu`)
  await take(person, '02d-nop-nhieu')
  await fileFrom(person, 'bang-chung-thuc.xlsx', [
    { 'Bạn đề nghị': 'Chứng thực bằng tốt nghiệp', 'Số điện thoại': '912000512' },
    { 'Bạn đề nghị': 'Chứng thực học bạ' },
  ])
  await take(person, '02e-kiem-bang')
  await person.press(/^Dòng\s2$/)
  await take(person, '02f-sua-dong')
  await person.open('/to-chuc')
  await take(person, '16-to-chuc')

  await person.open(`/thu-tuc/${COPY.code}/nop`)
  await person.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
  await person.open(`${person.path()}/cung-dung-ten`)
  await take(person, '03b-cung-dung-ten')

  const helper = await officer('khoi.tv')
  await helper.open('/giup-nguoi-dan')
  await take(helper, '17-giup-nguoi-dan')
  await helper.fill('Họ và tên người được giúp', 'Phùn Văn Sinh')
  await helper.fill('Số định danh cá nhân', '022073000340')
  await helper.fill('Số điện thoại của người đó', PHONE)
  await helper.fill('Thủ tục cần nộp', COPY.code)
  await helper.press('Gửi mã tới điện thoại người đó')
  await take(helper, '17b-nhap-ma')
  const lastCode = async () => {
    const messages = await keptTextMessages(textMessageFolder(join(inject('system').folder)))
    return /\d{6}/.exec(messages.find(({ to }) => to === PHONE)?.text ?? '')?.[0] ?? ''
  }
  await expect.poll(lastCode, { timeout: 20_000 }).toMatch(/^\d{6}$/)
  await helper.fill('Mã sáu số', await lastCode())
  await helper.press('Xác nhận')
  await take(helper, '17c-dang-giup')

  const helped = await citizen('022073000340')
  await helped.open('/ai-da-giup-toi')
  await take(helped, '18-ai-da-giup-toi')
})
