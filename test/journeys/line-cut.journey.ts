import { afterEach, expect, test } from 'vitest'
import { bring } from './support/bring.ts'
import { officer, pinOf, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY as COPY } from './support/procedures.ts'
import { openVisitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

test('the line is cut while a leader signs: nothing is doubled, and coming back they see that it is signed', async () => {
  const code = await bring(COPY, 'approved')
  const leader = await openVisitor({ as: await officer(COPY.signatory) })
  const { page } = leader
  await leader.open(`/ky/${code}`)
  await leader.fill('Mã PIN', await pinOf(COPY.signatory))
  // The request reaches the system; its answer never reaches the leader.
  let sent = ''
  await page.route(`**/ky/${code}`, async (route) => {
    sent = route.request().postData() ?? ''
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await page
    .locator('form button')
    .filter({ hasText: /^\s*Ký/ })
    .first()
    .click()
  await expect.poll(() => page.url(), { timeout: 30_000 }).toContain('chrome-error')
  await page.unroute(`**/ky/${code}`)
  expect(sent).toContain('pin=')

  await leader.open(`/ky/${code}`)
  await leader.sees(`Đã ký kết quả hồ sơ ${code}`)
  await leader.open('/ky')
  await leader.seesNot(code)
  // The old form sent again from a page that still stood open.
  const again = await page.request.post(`/ky/${code}`, {
    data: sent,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
  })
  expect(again.status()).toBe(409)
  await page.context().close()

  const specialist = await officer(COPY.specialist)
  await specialist.open(`/lam/${code}?the=nhat-ky`)
  const told = await specialist.text()
  expect(told.match(/Ký số kết quả/g)).toHaveLength(1)
})
