import { afterEach, expect, test } from 'vitest'
import { bring } from './support/bring.ts'
import { officer, pinOf, takeProblems } from './support/people.ts'
import { COPY_AT_HOANH_MO as COPY } from './support/procedures.ts'
import { openVisitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

test('a chair signs with the key on their telephone, and the page moves on by itself', async () => {
  const code = await bring(COPY, 'approved')
  const chair = await officer(COPY.signatory)
  await chair.open(`/ky/${code}`)
  await chair.sees('mở ứng dụng VNPT SmartCA trên điện thoại và xác nhận')
  await chair.press('Ký văn bản này')
  await chair.sees(/Mở ứng dụng VNPT SmartCA trên điện thoại và xác nhận, còn [0-4] phút \d+ giây/)

  const telephone = await openVisitor()
  await telephone.page.goto(
    (await chair.page.getByRole('link', { name: 'Mở điện thoại giả lập' }).getAttribute('href')) ?? '',
  )
  await telephone.sees('Đang chờ bạn xác nhận')
  await telephone.fill('Mã PIN ký số', await pinOf(COPY.signatory))
  await telephone.page.getByRole('button', { name: 'Xác nhận ký' }).click()
  await telephone.sees('Đã xác nhận')

  await chair.sees('Đã ký xong 1 văn bản')
  await chair.open('/ky-so/cho')
  await chair.sees('Không có văn bản nào đang chờ bạn xác nhận')
})
