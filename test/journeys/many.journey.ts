import { afterEach, describe, expect, test } from 'vitest'
import { bring, post, programFor, takeOn } from './support/bring.ts'
import { citizenSees } from './support/citizen-sees.ts'
import { citizen, officer, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY as COPY, RETAIL_LICENCE as RETAIL } from './support/procedures.ts'
import type { Visitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

async function tick({ page }: Visitor, codes: readonly string[]): Promise<void> {
  for (const code of codes) await page.locator(`input[type=checkbox][value^="${code}"]`).check()
}

async function withdrawn(code: string): Promise<void> {
  await post(COPY.citizen, `/dossiers/${code}/withdraw`, { reason: 'Không cần nữa.' })
}

/** The poisoned one has its own outcome in words; the others are done. */
async function seesOutcomes(visitor: Visitor, done: readonly string[], poisoned: string): Promise<void> {
  const row = (code: string) => visitor.page.getByRole('row', { name: new RegExp(code) })
  for (const code of done) expect(await row(code).textContent()).toMatch(/Đã làm|Xong/)
  expect(await row(poisoned).textContent()).toMatch(/Chưa làm được/)
}

describe('several dossiers at once', () => {
  test('received, assigned, approved and handed over, each time with one that cannot be', async () => {
    const person = await citizen(COPY.citizen)
    const codes = [await bring(COPY), await bring(COPY), await bring(COPY), await bring(COPY), await bring(COPY)]
    const [one = '', two = '', three = '', four = '', five = ''] = codes

    const desk = await officer(COPY.desk)
    await desk.open('/viec')
    await tick(desk, codes)
    await desk.press(/^Tiếp nhận$/)
    await withdrawn(five)
    await desk.page.getByLabel(/Tôi đã xem giấy tờ/).check()
    await desk.press('Tiếp nhận các hồ sơ này')
    await desk.sees('Đã làm 4 trong 5 hồ sơ')
    await seesOutcomes(desk, [one, two, three, four], five)

    const head = await officer(COPY.head)
    await head.open('/viec')
    await tick(head, [one, two, three, four])
    await head.press(/^Phân công$/)
    await withdrawn(four)
    await head.page.getByLabel(COPY.specialistName).check()
    await head.press('Giao hồ sơ')
    await head.sees('Đã làm 3 trong 4 hồ sơ')
    await seesOutcomes(head, [one, two, three], four)
    await citizenSees(person, one, 'đang thẩm định hồ sơ của bạn')

    for (const code of [one, two, three]) await takeOn(COPY, code, 'drafted', 'appraising')
    await head.open('/duyet')
    await tick(head, [one, two, three])
    // Written again after the head has read it.
    await post(COPY.head, `/dossiers/${three}/result/return`, { reason: 'Viết đủ tên văn bản.' })
    await post(COPY.specialist, `/dossiers/${three}/result/draft`)
    await head.press('Duyệt các dự thảo đã chọn')
    await seesOutcomes(head, [one, two], three)

    for (const code of [one, two]) await takeOn(COPY, code, 'sealed', 'approved')
    await desk.open('/quay/tra-ket-qua')
    await tick(desk, [one, two])
    await desk.page.getByRole('radio', { name: 'Giao tại quầy, chính chủ hồ sơ nhận' }).check()
    await post(COPY.desk, `/dossiers/${two}/result/deliver`, { how: 'counter', receiverName: COPY.citizenName })
    await desk.press('Ghi nhận đã trả các hồ sơ đã chọn')
    await seesOutcomes(desk, [one], two)
    await citizenSees(person, one, 'Đã trả kết quả cho bạn')
  })
})

describe('several bodies asked at once', () => {
  const [BUILDING, COMMUNE] = ['nhung.nth', 'huy.pq'] as const

  async function answerByProgram(account: string, code: string): Promise<void> {
    const program = await programFor(account)
    const { open } = await program.done<{ open: { id: string; dossierCode: string }[] }>('GET', '/opinions')
    const id = open.find(({ dossierCode }) => dossierCode === code)?.id
    await program.done('POST', `/opinions/${id}/answers`, { answer: 'agree', seen: 0 })
  }

  /** Asks two bodies from the page; gives what the form said each is called by programs. */
  async function ask(specialist: Visitor, code: string, rule: RegExp, basis?: string): Promise<void> {
    await specialist.open(`/lam/${code}/lay-y-kien`)
    await specialist.fill('Nội dung cần hỏi', 'Vị trí cơ sở bán lẻ có phù hợp quy hoạch không?')
    const { page } = specialist
    for (const [no, name] of ['Sở Xây dựng', 'phường Bãi Cháy'].entries()) {
      const box = page.locator(`[name="cq-${no + 1}-ma"]`)
      if ((await box.count()) === 0) await specialist.press('Thêm cơ quan, xem hạn')
      const option = page
        .locator(`[name="cq-${no + 1}-ma"] option`)
        .filter({ hasText: name })
        .first()
      await box.selectOption((await option.getAttribute('value')) ?? '')
      await page.locator(`[name="cq-${no + 1}-ngay"]`).fill('3')
    }
    await page.getByRole('radio', { name: rule }).check()
    await specialist.press('Gửi lấy ý kiến')
    if (basis !== undefined) {
      await specialist.sees('Ghi điều khoản làm căn cứ')
      await specialist.fill('Điều khoản cho phép coi im lặng là đồng ý', basis)
      await specialist.press('Gửi lấy ý kiến')
    }
    await specialist.sees('Đã gửi lấy ý kiến tới 2 cơ quan.')
  }

  test('each rule of completeness has its end, and the clock runs on', async () => {
    const person = await citizen(RETAIL.citizen)
    const specialist = await officer(RETAIL.specialist)
    const [all, majority, silence] = [
      await bring(RETAIL, 'appraised'),
      await bring(RETAIL, 'appraised'),
      await bring(RETAIL, 'appraised'),
    ]
    await ask(specialist, all, /Phải đủ ý kiến/)
    await specialist.open(`/lam/${all}`)
    await specialist.sees('Còn chờ ý kiến của cơ quan phối hợp')
    await citizenSees(person, all, /Đang lấy ý kiến/)
    await answerByProgram(COMMUNE, all)
    await specialist.open(`/lam/${all}?the=y-kien`)
    await specialist.sees('1 trên 2 cơ quan đã trả lời')
    await specialist.sees('Chưa đủ ý kiến')
    const building = await officer(BUILDING)
    await building.open('/y-kien')
    const link = building.page
      .getByRole('row', { name: new RegExp(all) })
      .getByRole('link')
      .first()
    await Promise.all([building.page.waitForEvent('load'), link.click()])
    await building.page.getByRole('radio', { name: 'Không đồng ý' }).check()
    await building.press('Gửi ý kiến')
    await building.sees('Ghi rõ lý do hoặc điều kiện')
    await building.fill('Nội dung', 'Lối thoát nạn chưa đúng quy chuẩn.')
    await building.press('Gửi ý kiến')
    await building.sees('Đã gửi ý kiến của cơ quan bạn.')
    expect(await building.open(`/lam/${all}`)).toBe(404)
    await specialist.open(`/lam/${all}?the=y-kien`)
    await specialist.sees('Đã đủ ý kiến')
    await specialist.sees('Lối thoát nạn chưa đúng quy chuẩn.')

    await ask(specialist, majority, /quá nửa/)
    await answerByProgram(COMMUNE, majority)
    await specialist.open(`/lam/${majority}?the=y-kien`)
    await specialist.sees('Chưa đủ ý kiến')
    await answerByProgram(BUILDING, majority)
    await specialist.open(`/lam/${majority}?the=y-kien`)
    await specialist.sees('Đã đủ ý kiến')
    await specialist.press('Kết thúc lấy ý kiến')
    await specialist.fill('Kết luận', 'Tiếp thu ý kiến của cả hai cơ quan.')
    await specialist.press('Kết thúc lấy ý kiến')
    await specialist.sees('Đã kết thúc lấy ý kiến.')

    await ask(specialist, silence, /coi là đồng ý/, 'Quy chế phối hợp, Điều 9')
    await specialist.sees('Hẹn trả vẫn là')
    await answerByProgram(COMMUNE, silence)
    await answerByProgram(BUILDING, silence)
    await specialist.open(`/lam/${silence}?the=y-kien`)
    await specialist.sees('Đã đủ ý kiến')
    await specialist.sees('Quy chế phối hợp, Điều 9')
  })
})
