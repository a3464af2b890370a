import { afterEach, describe, expect, test } from 'vitest'
import { citizenIsTold, citizenSees } from './support/citizen-sees.ts'
import { fillIn, handIn } from './support/filing.ts'
import { expectLetters } from './support/letters.ts'
import { openWork, receive } from './support/office.ts'
import { paperPdf } from './support/papers.ts'
import { citizen, takeProblems } from './support/people.ts'
import { BIRTH, CERTIFIED_COPY } from './support/procedures.ts'
import type { Visitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

/** What the desk took in once is in its owner's vault a moment later. */
async function keptInVault(person: Visitor, title: string): Promise<void> {
  const seen = async () => {
    await person.open('/giay-to')
    return person.text()
  }
  await expect.poll(seen, { timeout: 60_000, interval: 700 }).toContain(title)
}

describe('when something is not right', () => {
  test('the desk asks for all that is missing at once; the citizen answers and the dossier is received', async () => {
    const person = await citizen(BIRTH.citizen)
    await person.open(`/thu-tuc/${BIRTH.code}/nop`)
    await fillIn(person, BIRTH)
    const code = await handIn(person, BIRTH)

    const desk = await openWork(BIRTH.desk, code)
    await desk.press('Yêu cầu bổ sung')
    await desk.press('Gửi yêu cầu')
    await desk.sees('Chọn ít nhất một chỗ cần bổ sung')
    await desk.page.getByRole('checkbox', { name: 'Ảnh mờ, mất góc' }).first().check()
    await desk.press('Xem như người dân')
    await desk.sees('Chụp lại')
    await desk.page.getByRole('checkbox', { name: /Tôi đã xem hết hồ sơ/ }).check()
    await desk.press('Gửi yêu cầu')
    await desk.sees('Đã gửi yêu cầu bổ sung')

    await citizenIsTold(person, new RegExp(`Bổ sung trước hết .* hồ sơ ${code}`))
    await citizenSees(person, code, 'Đồng hồ đang dừng')
    await person.press('Bổ sung ngay')
    await person.sees('Ảnh bị mờ hoặc mất góc nên không đọc được hết')
    await person.press('Gửi bổ sung')
    await person.sees('gắn tệp hoặc viết giải thích')
    await person.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'giay-chung-sinh-ro.pdf',
        mimeType: 'application/pdf',
        buffer: await paperPdf('Giay chung sinh'),
      })
    await person.page.locator('.gui-tep [data-state=received]').waitFor()
    await person.page.locator('[name^=loi-]').first().fill('Bản này chụp ở chỗ sáng')
    await person.page.locator('.tt-luu').getByText('Đã lưu lúc').waitFor()
    await person.open(`/ho-so/${code}`)
    await person.press('Bổ sung ngay')
    await person.sees('Đã nhận giay-chung-sinh-ro.pdf')
    expect(await person.page.locator('[name^=loi-]').first().inputValue()).toBe('Bản này chụp ở chỗ sáng')
    await person.press('Gửi bổ sung')
    await citizenSees(person, code, 'đang kiểm tra hồ sơ của bạn')

    const due = await receive(BIRTH, code)
    await citizenSees(person, code, 'Hẹn trả, tháng')
    expect(await person.page.getByLabel(new RegExp(due)).count()).toBeGreaterThan(0)
    await expectLetters(code, 4)

    await keptInVault(person, 'Giấy chứng sinh')
    await person.open(`/thu-tuc/${BIRTH.code}/nop`)
    await fillIn(person, BIRTH, { fromVault: true })
    await person.press('Kiểm tra lại và nộp')
    await person.sees('Lấy từ kho')
    await person.press(/^Nộp hồ sơ$/)
    await person.sees('Đã nộp hồ sơ')
  })

  test('the desk refuses with reason and basis; the citizen gets form 03', async () => {
    const person = await citizen(CERTIFIED_COPY.citizen)
    await person.open(`/thu-tuc/${CERTIFIED_COPY.code}/nop`)
    await fillIn(person, CERTIFIED_COPY)
    const code = await handIn(person, CERTIFIED_COPY)

    const desk = await openWork(CERTIFIED_COPY.desk, code)
    await desk.press('Từ chối tiếp nhận')
    await desk.press('Từ chối và gửi phiếu')
    await desk.sees('Vì sao không nhận')
    await desk.fill('Vì sao không nhận', 'Bản chính bị tẩy xoá nên không được chứng thực bản sao.')
    await desk.fill('Căn cứ pháp lý', 'Nghị định 23/2015/NĐ-CP, Điều 22 khoản 1')
    await desk.press('Từ chối và gửi phiếu')

    await citizenIsTold(person, new RegExp(`Hồ sơ ${code} không được tiếp nhận`))
    await citizenSees(person, code, 'Bản chính bị tẩy xoá')
    await person.sees('Nghị định 23/2015/NĐ-CP')
    await expect
      .poll(
        async () => {
          await person.open(`/ho-so/${code}`)
          return person.page.getByRole('link', { name: 'Phiếu từ chối tiếp nhận' }).count()
        },
        { timeout: 60_000, interval: 700 },
      )
      .toBe(1)
    const pdf = await person.download('Phiếu từ chối tiếp nhận')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
