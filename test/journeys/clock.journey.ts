import { afterEach, describe, expect, test } from 'vitest'
import { bring, dayFromToday, post, programFor, takeOn } from './support/bring.ts'
import { citizenReads, citizenSees } from './support/citizen-sees.ts'
import { openTurn } from './support/office.ts'
import { citizen, officer, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY as COPY, RETAIL_LICENCE as RETAIL } from './support/procedures.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

describe('turns of the clock', () => {
  test('a second supplement says why it comes only now, on every page and on form 02', async () => {
    const person = await citizen(COPY.citizen)
    const code = await bring(COPY, 'appraising')
    const first = { what: 'Bằng tốt nghiệp', reason: 'Ảnh mờ', how: 'Chụp lại đủ bốn góc' }
    await post(COPY.specialist, `/dossiers/${code}/supplement-requests`, { items: [first], replyBy: dayFromToday(9) })
    await post(COPY.citizen, `/dossiers/${code}/supplements`, { components: [], note: 'Tôi đã chụp lại.' })
    await takeOn(COPY, code, 'appraising')

    const { page, ...specialist } = await openTurn(COPY.specialist, code, 'Yêu cầu bổ sung')
    await page.getByRole('checkbox', { name: 'Thiếu chữ ký' }).first().check()
    await page.getByRole('checkbox', { name: /Tôi đã xem hết hồ sơ/ }).check()
    await specialist.press('Gửi yêu cầu')
    await specialist.sees('Ghi vì sao lần trước chưa hỏi điều này')
    expect(await page.getByRole('checkbox', { name: 'Thiếu chữ ký' }).first().isChecked()).toBe(true)
    await specialist.fill('Vì sao lần trước chưa hỏi điều này', 'Ảnh lần trước mờ nên không thấy thiếu chữ ký.')
    await specialist.press('Gửi yêu cầu')
    await specialist.sees('Đã gửi yêu cầu bổ sung')
    await specialist.open(`/lam/${code}?the=y-kien`)
    await specialist.sees('Vì sao hỏi lại: Ảnh lần trước mờ nên không thấy thiếu chữ ký.')

    const form = await citizenReads(person, code, 'Phiếu yêu cầu bổ sung (2)')
    for (const words of [code, 'Ký ', 'Giấy này phải có chữ ký thì mới dùng được.', 'Giai đoạn: thẩm định'])
      expect(form).toContain(words)
    await person.sees('Đồng hồ đang dừng')
    await person.sees('Hẹn lần đầu')
    expect(await person.page.getByRole('link', { name: 'Phiếu yêu cầu bổ sung lần 2' }).count()).toBe(1)
  })

  test('suspended with document and basis, resumed, extended once with an apology', async () => {
    const person = await citizen(RETAIL.citizen)
    const code = await bring(RETAIL, 'appraising')
    const specialist = await officer(RETAIL.specialist)
    await specialist.open(`/lam/${code}`)
    await specialist.press('Việc khác')
    await specialist.press('Tạm dừng theo căn cứ pháp lý')
    await specialist.fill('Lý do', 'Toà án đang giải quyết tranh chấp về mặt bằng.')
    await specialist.press('Tạm dừng thời hạn')
    await specialist.sees('Còn thiếu: căn cứ pháp lý')
    expect(await specialist.page.getByLabel('Lý do').inputValue()).toContain('Toà án')
    await specialist.fill('Văn bản', 'Thông báo 45/TB-TA')
    await specialist.fill('Căn cứ pháp lý', 'Bộ luật Tố tụng dân sự 2015, Điều 214')
    await specialist.press('Tạm dừng thời hạn')
    await specialist.sees('Đã tạm dừng')
    await citizenSees(person, code, 'đang tạm dừng hồ sơ theo quy định')
    await person.sees('Thông báo 45/TB-TA')
    await specialist.open(`/lam/${code}`)
    await specialist.press('Giải quyết tiếp')
    await specialist.fill('Văn bản', 'Thông báo 52/TB-TA')
    await specialist.press('Cho chạy tiếp')
    await specialist.sees('Hồ sơ chạy tiếp')

    const head = await officer(RETAIL.head)
    await head.open(`/lam/${code}`)
    await head.press('Việc khác')
    await head.press('Xin lỗi và hẹn lại ngày trả')
    await head.fill('Lý do', 'Chưa khảo sát xong địa điểm, cần thêm thời gian.')
    // A week on there may be a holiday: the page says so, and keeps the reason.
    for (let days = 45; head.path().endsWith('/hen-lai'); days += 1) {
      await head.fill('Ngày hẹn mới', dayFromToday(days))
      await head.press('Gửi văn bản xin lỗi')
      expect(days).toBeLessThan(60)
    }
    await head.sees('Đã hẹn lại')
    // A second apology is not offered: the page of other turns says why, and a program is refused.
    await head.open(`/lam/${code}/hen-lai`)
    expect(head.path()).toBe(`/lam/${code}/viec-khac`)
    await head.sees('Hồ sơ đã được hẹn lại 1 lần')
    const again = { reason: 'Vẫn chưa xong.', until: dayFromToday(70) }
    const program = await programFor(RETAIL.head)
    expect((await program.call('POST', `/dossiers/${code}/extend`, again)).status).toBe(409)

    const form = await citizenReads(person, code, 'Văn bản xin lỗi, hẹn lại ngày trả')
    expect(form).toContain('Chưa khảo sát xong địa điểm, cần thêm thời gian.')
    expect(form).toContain('Hồ sơ chỉ được hẹn lại một lần')
    await person.sees('Xin lỗi và gia hạn: hẹn trả chuyển từ')
    const named = /Ngày hẹn trả kết quả mới: [^,]+, ngày (\d{2}\/\d{2}\/\d{4})/.exec(form)?.[1]
    await person.sees(new RegExp(`Hẹn hiện nay ${named}`))
  })

  test('the citizen withdraws; the head stops another one with form 05', async () => {
    const person = await citizen(COPY.citizen)
    const [withdrawn, stopped] = [await bring(COPY, 'appraising'), await bring(COPY, 'received')]
    await person.open(`/ho-so/${withdrawn}`)
    await person.press('Rút hồ sơ')
    await person.press('Rút hồ sơ này')
    await person.sees('Viết vì sao bạn rút hồ sơ')
    await person.fill('Vì sao bạn rút hồ sơ', 'Tôi đã chứng thực ở phường khác.')
    await person.press('Rút hồ sơ này')
    await person.sees('Hồ sơ đã được rút')
    const specialist = await officer(COPY.specialist)
    await specialist.open(`/lam/${withdrawn}`)
    await specialist.sees('Người dân đã rút hồ sơ')

    const head = await openTurn(COPY.head, stopped, 'Việc khác')
    await head.press('Dừng giải quyết')
    await head.page.getByRole('radio', { name: 'Người nộp hồ sơ đề nghị dừng giải quyết' }).check()
    await head.page.getByRole('textbox', { name: 'Lý do' }).fill('Ông Đông đề nghị dừng qua điện thoại, đã xác minh.')
    await head.fill('Căn cứ pháp lý', 'Nghị định 118/2025/NĐ-CP')
    await head.press('Dừng giải quyết')
    await head.sees('Đã dừng giải quyết')
    const form = await citizenReads(person, stopped, 'Thông báo dừng giải quyết')
    expect(form).toContain('Người nộp hồ sơ đề nghị dừng giải quyết. Ông Đông đề nghị dừng qua điện thoại')
    expect(form).toContain('Căn cứ: Nghị định 118/2025/NĐ-CP')
    await person.sees('Hồ sơ đã dừng giải quyết')
  })
})
