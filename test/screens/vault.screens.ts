import { expect, test } from 'vitest'
import { bring } from '../journeys/support/bring.ts'
import { citizen, officer } from '../journeys/support/people.ts'
import { CERTIFIED_COPY as COPY } from '../journeys/support/procedures.ts'
import { openVisitor } from '../journeys/support/visitor.ts'
import { take } from './picture.ts'

test('pictures of what is used again, shared and looked at', async () => {
  await bring(COPY, 'sealed', { resultDelivery: 'electronic' })
  const waiting = await bring(COPY, 'received')
  const desk = await officer(COPY.desk)
  await desk.open(`/lam/${waiting}`)
  const person = await citizen(COPY.citizen)
  await person.open(`/ho-so/${waiting}/nhan-ket-qua`)
  await take(person, '08e-doi-cach-nhan')

  await expect
    .poll(
      async () => {
        await person.open('/giay-to')
        return person.text()
      },
      { timeout: 60_000, interval: 700 },
    )
    .toContain('Bản sao được chứng thực từ bản chính')
  await take(person, '10-kho-giay-to')
  await person.press('Mở, tải, chia sẻ')
  await take(person, '10b-mot-giay-to')
  const paper = person.path()
  await person.page.locator('[name="sai"]').evaluate((box) => box.closest('details')?.setAttribute('open', ''))
  await person.page.locator('[name="sai"]').fill('Ngày cấp in trên bản này là 20/11, trong quyết định là 21/11.')
  await person.press(/^Gửi$/)
  await person.open(paper)
  await person.fill('Chia sẻ cho ai', 'Phòng tuyển sinh, Trường Đại học Hạ Long')
  await person.press('Tạo đường dẫn')
  await take(person, '10c-chia-se')
  const link = /\/chia-se\/[\w-]{20,}/.exec(await person.page.content())?.[0] ?? ''
  const guest = await openVisitor()
  await guest.open(link)
  await take(guest, '10d-nhan-chia-se')
  await guest.page.context().close()
  await person.open('/giay-to/ai-da-xem')
  await take(person, '10e-ai-da-xem')

  await person.open(`/thu-tuc/${COPY.code}/nop`)
  await person.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
  await person.open(`${person.path()}/giay-to/1`)
  await take(person, '04d-lay-tu-kho')

  await desk.open(`/quay/moi/${COPY.code}`)
  await desk.page.locator('#the').fill(`${COPY.citizen}|100912346|${COPY.citizenName}|02111985|Nam|Bãi Cháy|02072021`)
  await desk.press('Đọc thẻ')
  await desk.sees('Có trong kho')
  await take(desk, '23c-quay-tu-kho', { whole: false })

  await desk.open('/kho/bao-sai')
  await take(desk, '29-bao-sai', { whole: false })
  await desk.page.locator('main a[href^="/kho/bao-sai/"]').first().click()
  await desk.sees('Ngày cấp in trên bản này')
  await take(desk, '29b-tra-loi-bao-sai', { whole: false })
})
