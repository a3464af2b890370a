import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { keptTextMessages, textMessageFolder } from '../../src/identity/index.ts'
import { fillParts } from './support/filing.ts'
import { citizen, officer } from './support/people.ts'
import { CERTIFIED_COPY } from './support/procedures.ts'

/** Phùn Văn Sinh of xã Hoành Mô, who has no e-mail and asks the commune's digital team. */
const SINH = { fullName: 'Phùn Văn Sinh', personalId: '022073000340', phone: '0912000340' }
const HELPER = 'khoi.tv'

async function lastCode(): Promise<string> {
  const messages = await keptTextMessages(textMessageFolder(join(inject('system').folder)))
  const own = messages.filter(({ to }) => to === SINH.phone)
  return /\d{6}/.exec(own[0]?.text ?? '')?.[0] ?? ''
}

test('a man in a mountain commune files with help; the code is mistyped once; he ends the help', async () => {
  const helper = await officer(HELPER)
  await helper.press('Giúp người dân')
  await helper.fill('Họ và tên người được giúp', SINH.fullName)
  await helper.fill('Số định danh cá nhân', SINH.personalId)
  await helper.fill('Số điện thoại của người đó', SINH.phone)
  await helper.fill('Thủ tục cần nộp', CERTIFIED_COPY.code)
  await helper.press('Gửi mã tới điện thoại người đó')
  await helper.sees('Mã sáu số đã gửi tới điện thoại 0912 ••• 340')
  const help = helper.path()
  await expect.poll(lastCode, { timeout: 20_000 }).toMatch(/^\d{6}$/)
  const code = await lastCode()

  await helper.fill('Mã sáu số', code === '123456' ? '654321' : '123456')
  await helper.press('Xác nhận')
  await helper.sees('Mã chưa đúng. Xem lại tin nhắn, còn 4 lần nhập.')
  await helper.fill('Mã sáu số', `${code.slice(0, 3)} ${code.slice(3)}`)
  await helper.press('Xác nhận')
  await helper.sees(`Bạn đang giúp ${SINH.fullName}`)
  const draft = helper.path()
  await helper.press('Người nộp')
  await fillParts(helper, CERTIFIED_COPY, draft)
  await helper.press('Kiểm tra lại và nộp')
  await helper.sees(SINH.fullName)
  await helper.press(/^Nộp hồ sơ$/)
  await helper.sees('Đã nộp hồ sơ')
  expect(helper.path()).toBe(help)
  const dossier = /H49\.[\d.]+-\d{6}-\d+/.exec(await helper.text())?.[0] ?? ''

  const sinh = await citizen(SINH.personalId)
  await sinh.open('/ai-da-giup-toi')
  await sinh.sees('Trần Văn Khôi')
  await sinh.sees('Bạn đồng ý bằng mã gửi tới điện thoại')
  await sinh.sees(dossier)
  await sinh.press('Kết thúc việc giúp')
  await sinh.sees('Đã kết thúc')

  await helper.open(help)
  await helper.sees('Đã kết thúc')
  await helper.seesNot(dossier)
})
