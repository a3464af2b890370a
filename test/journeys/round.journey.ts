import { afterEach, expect, test } from 'vitest'
import { bring, post, takeOn } from './support/bring.ts'
import { officer, pinOf, sealPinOf, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY as COPY } from './support/procedures.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

test('a leader signs several, one opened first and one that fails alone; the clerk seals many', async () => {
  const [one, two, gone] = [await bring(COPY, 'approved'), await bring(COPY, 'approved'), await bring(COPY, 'approved')]
  const doubtful = await bring(COPY, 'appraised')
  await post(COPY.specialist, `/dossiers/${doubtful}/result/draft`, { attention: 'Bản chính cũ, mờ số' })
  await takeOn(COPY, doubtful, 'approved', 'drafted')

  const leader = await officer(COPY.signatory)
  const box = (code: string) => leader.page.locator(`input[type=checkbox][value^="${code} "]`)
  await leader.open('/ky')
  for (const code of [one, two, gone]) expect(await box(code).isChecked()).toBe(true)
  expect(await box(doubtful).isDisabled()).toBe(true)
  await leader.page.locator(`button[data-paper="${doubtful}"]`).click()
  await leader.sees('Bản chính cũ, mờ số')
  await box(doubtful).check()
  await leader.page.getByText(/^Ký \d+ văn bản$/).waitFor()

  // Given back over the API while the page stood open.
  await post(COPY.signatory, `/dossiers/${gone}/result/return`, { reason: 'Viết đủ tên văn bản.' })
  await leader.fill('Mã PIN', await pinOf(COPY.signatory))
  await leader.press(/^Ký \d+ văn bản$/)
  const row = (code: string) => leader.page.getByRole('row', { name: new RegExp(code) })
  for (const code of [one, two, doubtful]) expect(await row(code).textContent()).toContain('Đã ký')
  expect(await row(gone).textContent()).toContain('Chưa được')

  const clerk = await officer(COPY.clerk)
  await clerk.open('/van-thu')
  await clerk.fill('Mã PIN', await sealPinOf(COPY.agencyCode))
  await clerk.press(/^Đóng dấu \d+ văn bản$/)
  await clerk.sees(/Đã cấp số, đóng dấu \d+ văn bản/)
  const specialist = await officer(COPY.specialist)
  await specialist.open(`/lam/${doubtful}?the=nhat-ky`)
  await specialist.sees(/theo lô \d+ văn bản, đã mở xem: có/)
})
