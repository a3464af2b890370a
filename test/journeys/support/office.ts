import { expect } from 'vitest'
import { officer, pinOf, sealPinOf } from './people.ts'
import type { Case } from './procedures.ts'
import type { Visitor } from './visitor.ts'

/** Opens a dossier from the queue as its officer does, and presses what is to be done. */
export async function openWork(signInName: string, code: string): Promise<Visitor> {
  const visitor = await officer(signInName)
  await visitor.open('/viec')
  await visitor.follow(`/lam/${code}`)
  await visitor.sees(code)
  return visitor
}

/** Opens a dossier by its address and presses what is to be done. */
export async function openTurn(signInName: string, code: string, words: string): Promise<Visitor> {
  const visitor = await officer(signInName)
  await visitor.open(`/lam/${code}`)
  await visitor.press(words)
  return visitor
}

/** Looks at every paper and promises the day; gives the day as the page says it, `24/11/2026`. */
export async function receive({ desk }: Case, code: string): Promise<string> {
  const visitor = await openWork(desk, code)
  await visitor.press('Tiếp nhận')
  const due = /hẹn trả \D+(\d{2}\/\d{2}\/\d{4})/.exec(await visitor.text())?.[1]
  expect(due).toBeDefined()
  for (const box of await visitor.page.getByRole('checkbox').all()) await box.check()
  await visitor.press('Tiếp nhận và hẹn trả')
  await visitor.sees('Đã tiếp nhận hồ sơ')
  return due ?? ''
}

export async function assign({ head, specialistName }: Case, code: string): Promise<void> {
  const visitor = await openWork(head, code)
  await visitor.press('Phân công')
  await visitor.page.getByRole('radio', { name: new RegExp(specialistName) }).check()
  await visitor.press('Giao hồ sơ')
  await visitor.sees(specialistName)
}

export async function appraise(
  { specialist }: Case,
  code: string,
  note = 'Giấy tờ đầy đủ, đúng thẩm quyền.',
): Promise<void> {
  const visitor = await openWork(specialist, code)
  await visitor.press('Ghi kết luận thẩm định')
  await visitor.page.getByRole('radio', { name: 'Đủ điều kiện', exact: true }).check()
  await visitor.fill('Ghi cho lãnh đạo', note)
  await visitor.press('Ghi kết luận')
}

/** Writes the result from the template of its paper and hands it up. */
export async function draft({ specialist }: Case, code: string): Promise<void> {
  const visitor = await openWork(specialist, code)
  await visitor.press('Soạn dự thảo kết quả')
  await visitor.follow(`/lam/${code}/du-thao`)
  await visitor.sees('Thông tin ghi trên văn bản')
  await visitor.press('Trình phê duyệt')
  await visitor.sees('Lãnh đạo phòng cần xem và phê duyệt dự thảo')
}

export async function approve({ head }: Case, code: string): Promise<void> {
  const visitor = await openWork(head, code)
  await visitor.press('Phê duyệt')
  await visitor.follow(`/lam/${code}/duyet`)
  await visitor.press('Phê duyệt, chuyển ký')
}

/** Signs with the own key. */
export async function sign({ signatory }: Case, code: string): Promise<void> {
  const visitor = await officer(signatory)
  await visitor.open('/ky')
  await visitor.follow(`/ky/${code}`)
  await visitor.fill('Mã PIN', await pinOf(signatory))
  await visitor.press('Ký văn bản này')
  await visitor.sees('Đã ký kết quả hồ sơ')
}

/** Numbers and seals. */
export async function seal({ clerk, agencyCode }: Case, code: string): Promise<void> {
  const visitor = await officer(clerk)
  await visitor.open('/van-thu')
  await visitor.follow(`/van-thu/${code}`)
  await visitor.fill('Mã PIN', await sealPinOf(agencyCode))
  await visitor.press('Cấp số và đóng dấu')
  await visitor.sees('Đã phát hành văn bản số')
}

/** Hands the paper over at the desk. */
export async function handOver({ desk, citizenName }: Case, code: string): Promise<void> {
  const visitor = await officer(desk)
  await visitor.open('/quay/tra-ket-qua')
  await visitor.follow(`/quay/tra-ket-qua/${code}`)
  await visitor.fill('Họ tên người nhận', citizenName)
  await visitor.press('Ghi nhận đã trả')
  await visitor.sees('Đã trả kết quả hồ sơ')
}
