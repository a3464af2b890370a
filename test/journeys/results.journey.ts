import { afterEach, describe, expect, test } from 'vitest'
import { textOf } from '../../src/dossiers/papers/testing.ts'
import { bring, programFor, takeOn } from './support/bring.ts'
import { citizenSees } from './support/citizen-sees.ts'
import { citizen, officer, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY as COPY } from './support/procedures.ts'
import { openVisitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

describe('turns of a result', () => {
  test('who is not entitled gets form 03 as the result, after a draft was sent back once', async () => {
    const person = await citizen(COPY.citizen)
    const code = await bring(COPY, 'appraising', { resultDelivery: 'electronic' })
    const specialist = await officer(COPY.specialist)
    await specialist.open(`/lam/${code}`)
    await specialist.press('Ghi kết luận thẩm định')
    await specialist.press('Ghi kết luận')
    await specialist.sees('Chọn đủ điều kiện hay không')
    await specialist.page.getByRole('radio', { name: 'Không đủ điều kiện' }).check()
    await specialist.fill('Ghi cho lãnh đạo', 'Bản chính bị tẩy xoá ở ngày cấp.')
    await specialist.press('Ghi kết luận')
    await specialist.open(`/lam/${code}/du-thao`)
    await specialist.sees('soạn phiếu từ chối giải quyết (mẫu 03)')
    await specialist.fill('Lý do từ chối', 'Bản chính bị tẩy xoá ở ngày cấp.')
    await specialist.press('Trình phê duyệt')

    const head = await officer(COPY.head)
    await head.open(`/lam/${code}/duyet`)
    await head.page.getByText('Trả lại để sửa').first().click()
    await head.fill('Cần sửa gì', 'Ghi thêm căn cứ của việc từ chối.')
    await head.press('Trả lại')
    await specialist.open(`/lam/${code}/du-thao`)
    await specialist.sees('Ghi thêm căn cứ của việc từ chối.')
    await specialist.fill('Căn cứ', 'Nghị định 23/2015/NĐ-CP, Điều 22 khoản 1')
    await specialist.press('Trình phê duyệt')
    await takeOn(COPY, code, 'sealed', 'drafted')
    await expect
      .poll(
        async () => {
          await person.open(`/ho-so/${code}`)
          return person.text()
        },
        { timeout: 60_000, interval: 700 },
      )
      .toContain('Đã trả kết quả cho bạn')
    const form = textOf(await person.download('Tải kết quả'))
    for (const words of ['PHIẾU TỪ CHỐI', code, 'Bản chính bị tẩy xoá ở ngày cấp.', 'Điều 22 khoản 1'])
      expect(form).toContain(words)
  })

  test('not taken at the desk, sent by post, and put right by another document', async () => {
    const person = await citizen(COPY.citizen)
    const code = await bring(COPY, 'sealed')
    const desk = await officer(COPY.desk)
    await desk.open(`/quay/tra-ket-qua/${code}`)
    await desk.page.getByText('Người dân không nhận kết quả').first().click()
    await desk.press('Ghi nhận không nhận')
    await desk.sees('Ghi ai không nhận và lý do họ nêu')
    await desk.fill('Ai không nhận', COPY.citizenName)
    await desk.fill('Lý do người dân nêu', 'Ghi sai năm sinh.')
    await desk.press('Ghi nhận không nhận')
    await desk.sees('Đã ghi người dân không nhận kết quả')
    await desk.open(`/quay/tra-ket-qua/${code}`)
    await desk.sees(`${COPY.citizenName} không nhận`)
    await desk.page.getByRole('radio', { name: 'Gửi bưu chính' }).check()
    await desk.fill('Mã bưu gửi', 'EE123456789VN')
    await desk.press('Ghi nhận đã trả')
    await desk.sees('Đã trả kết quả hồ sơ')
    await citizenSees(person, code, 'Đã trả kết quả cho bạn')

    const program = await programFor(COPY.head)
    const old = await program.done<{ issued: { numberText: string; verificationCode: string } }>(
      'GET',
      `/dossiers/${code}/result`,
    )
    const head = await officer(COPY.head)
    await head.open(`/lam/${code}/sua-ket-qua`)
    await head.press('Giao sửa, soạn văn bản thay thế')
    await head.sees('Ghi rõ chỗ sai và nội dung đúng.')
    await head.fill('Sai ở đâu, đúng là gì', 'Ghi sai năm sinh 1986, đúng là 1985.')
    await head.press('Giao sửa, soạn văn bản thay thế')
    await citizenSees(person, code, `Cơ quan đang sửa một sai sót trên văn bản số ${old.issued.numberText}`)
    await takeOn(COPY, code, 'sealed', 'appraised')
    await citizenSees(person, code, `Văn bản này thay thế văn bản số ${old.issued.numberText}`)
    const stranger = await openVisitor()
    await stranger.open(`/kiem-tra/${old.issued.verificationCode}`)
    await stranger.sees(/thay thế/)
    expect(stranger.problems).toEqual([])
    await stranger.page.context().close()
  })
})
