import type { FileChooser } from 'playwright-core'
import { expect, test } from 'vitest'
import { keyboardOf } from './support/keyboard.ts'
import { paperPdf } from './support/papers.ts'
import { passwordOf } from './support/people.ts'
import { CERTIFIED_COPY as COPY } from './support/procedures.ts'
import { openVisitor } from './support/visitor.ts'

/** Bùi Thanh Trà. */
const TRA = '022192000764'

test('a dossier is filed from the home page to the receipt without a mouse', async () => {
  const { page, sees, problems } = await openVisitor()
  const { stop, to, go, press, type, fill, choose, pick, where } = keyboardOf(page)
  // Asked for from the start: a window that opens before anybody listens for it is the browser's own.
  const choosers: FileChooser[] = []
  page.on('filechooser', (chooser) => void choosers.push(chooser))

  await page.goto('/')
  expect((await stop()).name).toBe('Đi thẳng tới nội dung')
  await press('Enter')
  expect((await stop()).at, 'past the menu, into the page').toBe('q')
  await type(COPY.search)
  await Promise.all([page.waitForEvent('load'), press('Enter')])
  await go(`/thu-tuc/${COPY.code}`)
  await go(`/thu-tuc/${COPY.code}/nop`)

  await go(/^Đăng nhập để bắt đầu/)
  await go(/^Đăng nhập bằng định danh điện tử/)
  await fill('personalId', TRA)
  await fill('password', await passwordOf(TRA))
  await Promise.all([page.waitForURL(/\/nop$/), press('Enter')])

  await go(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
  await go(/^Người nộp/)
  await fill('phone', '12')
  await fill('address', 'Tổ 5, khu 2')
  await choose('communeCode', /Bãi Cháy/)
  await to(/^Lưu và tiếp tục/)
  await press('Enter')
  const told = async () => (await where()).name
  await expect.poll(told, { message: 'the focus is at what is wrong' }).toContain('Còn 1 chỗ cần sửa')
  await to(/điện thoại/)
  await press('Enter')
  expect((await where()).at, 'a mistake leads to its box').toBe('phone')
  await press('Control+A')
  await type('0912000764')
  await go(/^Lưu và tiếp tục/)

  await fill('request', 'Chứng thực bản sao bằng tốt nghiệp')
  await pick('resultDelivery', 'electronic')
  await to('declaredTrue')
  await press('Space')
  await go(/^Lưu và tiếp tục/)

  await to('tep')
  await press('Enter')
  await expect.poll(() => choosers.length, { timeout: 20_000 }).toBe(1)
  const buffer = await paperPdf('Bang tot nghiep')
  await choosers[0]?.setFiles({ name: 'bang.pdf', mimeType: 'application/pdf', buffer })
  await sees('Mã biên nhận')
  await go(/^Xong phần này/)
  await go(/^Kiểm tra lại và nộp/)
  await to(/^Nộp hồ sơ$/)
  expect((await stop(true)).problem, 'back again').toBeNull()
  await go(/^Nộp hồ sơ$/)
  await sees('Đã nộp hồ sơ')
  expect(problems).toEqual([])
  await page.context().close()
})
