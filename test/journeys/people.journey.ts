import { afterEach, describe, expect, test } from 'vitest'
import { assignTo, bring, dayFromToday, post, programFor } from './support/bring.ts'
import { citizenSees } from './support/citizen-sees.ts'
import { assign, openTurn } from './support/office.ts'
import { citizen, officer, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY as COPY } from './support/procedures.ts'

const ADMINISTRATOR = 'linh.tk'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

/** Somebody new at the office, who takes over and leaves again. */
async function newSpecialist(code: string): Promise<{ accountId: string; fullName: string }> {
  const fullName = `Tạ Hải Yến ${String.fromCharCode(65 + (Date.now() % 26))}`
  const signInName = `yen${Date.now().toString(36)}`
  const { accountId } = await post<{ accountId: string }>(ADMINISTRATOR, '/officers', { signInName, fullName })
  const { dossier } = await (
    await programFor(COPY.head)
  ).done<{ dossier: { competentUnitId: string } }>('GET', `/dossiers/${code}`)
  await post(ADMINISTRATOR, `/officers/${accountId}/roles`, {
    role: 'specialist',
    unitId: dossier.competentUnitId,
    position: 'Chuyên viên',
    validFrom: dayFromToday(0),
    decisionNumber: '41/QĐ-UBND',
    decisionOn: dayFromToday(0),
  })
  return { accountId, fullName }
}

describe('turns of the work', () => {
  test('taken from the pool, given back with a reason, assigned, undone, reassigned, handed over', async () => {
    const person = await citizen(COPY.citizen)
    const code = await bring(COPY, 'received')
    const specialist = await openTurn(COPY.specialist, code, 'Nhận thụ lý')
    await specialist.press('Nhận hồ sơ này')
    await specialist.sees('Bạn đã nhận hồ sơ này.')
    await specialist.press('Việc khác')
    await specialist.press('Trả lại để phân công lại')
    await specialist.fill('Lý do', 'Tôi là người thân của người nộp.')
    await specialist.press('Trả lại hồ sơ')
    await specialist.sees('Đã trả lại hồ sơ để phân công lại.')
    await citizenSees(person, code, 'đã nhận hồ sơ và đang giao người xử lý')

    await assign(COPY, code)
    const head = await openTurn(COPY.head, code, 'Huỷ bước vừa làm')
    await head.press('Huỷ bước này')
    await head.sees('Đã huỷ bước vừa làm')
    await head.open(`/lam/${code}?the=y-kien`)
    await head.sees('Tôi là người thân của người nộp.')
    await citizenSees(person, code, 'đã nhận hồ sơ và đang giao người xử lý')

    await assignTo(COPY.head, `/dossiers/${code}`, COPY.specialistName)
    const yen = await newSpecialist(code)
    await head.open(`/lam/${code}/phan-cong`)
    await head.page.getByRole('radio', { name: new RegExp(yen.fullName) }).check()
    await head.press('Giao hồ sơ')
    await head.sees(`Đã giao hồ sơ cho ${yen.fullName}`)

    await post(ADMINISTRATOR, `/officers/${yen.accountId}/disable`, { reason: 'Thôi việc' })
    await head.open('/ban-giao')
    await head.sees(yen.fullName)
    const section = head.page.locator('section').filter({ hasText: yen.fullName })
    await section.locator(`input[name="nhan-${yen.accountId}"]`).first().check()
    await Promise.all([head.page.waitForEvent('load'), section.getByRole('button', { name: 'Bàn giao' }).click()])
    await head.sees('Đã bàn giao 1/1 hồ sơ.')
    await citizenSees(person, code, 'đang thẩm định hồ sơ của bạn')
  })

  test('of two officers at once the second is told who did what, and keeps what they typed', async () => {
    const code = await bring(COPY, 'appraising')
    const specialist = await officer(COPY.specialist)
    await specialist.open(`/lam/${code}/tra-lai`)
    await specialist.fill('Lý do', 'Tôi đi công tác dài ngày.')
    await assignTo(COPY.head, `/dossiers/${code}`, COPY.specialistName)
    expect(await specialist.press('Trả lại hồ sơ')).toBe(409)
    await specialist.sees(`${COPY.headName} đã phân công`)
    await specialist.sees('Hồ sơ chưa thay đổi gì từ phía bạn.')
    expect(await specialist.page.getByLabel('Lý do').inputValue()).toBe('Tôi đi công tác dài ngày.')
  })

  test('somebody stands in: whose work it is shows in the queue, on the dossier and in its journal', async () => {
    const code = await bring(COPY, 'appraising')
    const head = await officer(COPY.head)
    await head.open('/can-bo/uy-quyen')
    await head.press('Lập mới')
    await head.page.getByRole('radio', { name: /Phân công thay/ }).check()
    await head.page
      .locator('[name="nguoi-giao"]')
      .selectOption({ label: await labelOf(head, 'nguoi-giao', COPY.specialistName) })
    await head.page
      .locator('[name="nguoi-nhan"]')
      .selectOption({ label: await labelOf(head, 'nguoi-nhan', 'Hoàng Thuý Nga') })
    await head.page.locator('[name="viec"][value="specialist"]').check()
    await head.fill('Loại văn bản', 'Thông báo phân công')
    await head.fill('Số, ký hiệu', '31/TB-UBND')
    await head.fill('Người, cơ quan ký', 'Chủ tịch UBND phường Bãi Cháy')
    for (const [name, day] of [
      ['ngay-ky', 0],
      ['tu-ngay', 0],
      ['den-ngay', 7],
    ] as const)
      await head.page.locator(`[name="${name}"]`).fill(dayFromToday(day))
    await head.press('Lập')
    await head.sees('Đã lập.')

    const substitute = await officer(COPY.clerk)
    await substitute.open('/viec')
    await substitute.sees(`Thay ${COPY.specialistName}`)
    await substitute.open(`/lam/${code}`)
    await substitute.press('Ghi kết luận thẩm định')
    await substitute.page.getByRole('radio', { name: 'Đủ điều kiện', exact: true }).check()
    await substitute.fill('Ghi cho lãnh đạo', 'Đối chiếu khớp bản chính.')
    await substitute.press('Ghi kết luận')
    await head.open(`/lam/${code}?the=nhat-ky`)
    await head.sees(`Hoàng Thuý Nga thay ${COPY.specialistName}, theo văn bản số 31/TB-UBND`)

    await head.open('/can-bo/uy-quyen')
    await head.press('Thu hồi')
    await head.fill('Lý do thu hồi', 'Đi làm lại sớm.')
    await head.press('Thu hồi')
    await head.sees('Đã thu hồi.')
    await substitute.open('/viec')
    await substitute.seesNot(`Thay ${COPY.specialistName}`)
  })
})

async function labelOf(head: Awaited<ReturnType<typeof officer>>, name: string, person: string): Promise<string> {
  const option = head.page.locator(`[name="${name}"] option`).filter({ hasText: person }).first()
  return (await option.textContent()) ?? ''
}
