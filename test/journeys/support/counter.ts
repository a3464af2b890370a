import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { onDisk } from './citizen-sees.ts'
import { fillGround } from './filing.ts'
import { fillOwn, ownAnswers } from './own-form.ts'
import { paperPdf } from './papers.ts'
import { officer } from './people.ts'
import type { Case } from './procedures.ts'

const run = promisify(execFile)

/** A walk-in person at the desk, from the question to the printed slip; gives the code and the promised day. */
export async function receiveAtCounter(asked: Case): Promise<{ code: string; due: string }> {
  const desk = await officer(asked.desk)
  await desk.open('/quay')
  await desk.fill('Người dân cần làm việc gì', asked.code)
  await desk.press(/^Tìm$/)
  await desk.sees(asked.name)
  await desk.fill('Số định danh', asked.citizen)
  await desk.press('Tra theo số')
  await desk.sees('Lấy từ dữ liệu dân cư lúc')
  await desk.sees(asked.citizenName)

  const { page } = desk
  if (asked.organisation) {
    const kind = page.locator('[name=applicantKind][value=organisation]')
    if (await kind.count()) await kind.check()
    await page.locator('[name=organisationName]').fill(asked.organisation.name)
    await page.locator('[name=businessCode]').fill(asked.organisation.businessCode)
    await page.locator('[name=representativePosition]').fill(asked.organisation.position)
    await fillGround(page)
  }
  await fillIfEmpty('phone', '0912000274')
  await fillIfEmpty('address', 'Tổ 9, khu 4, phường Bãi Cháy')
  const commune = page.locator('[name=communeCode]')
  if ((await commune.inputValue()) === '') await commune.selectOption({ label: 'Phường Bãi Cháy' })
  const cases = page.locator('[name=caseCode]')
  if (await cases.count()) {
    if ((await cases.first().evaluate((element) => element.tagName)) === 'SELECT')
      await cases.selectOption({ index: 1 })
    else await cases.first().check()
  }
  const own = await ownAnswers(asked.code)
  if (own) await fillOwn(page, own)
  else await page.locator('[name=request]').fill(asked.request)
  await page.locator('[name=resultDelivery][value=counter]').check()
  await page.locator('[name=declaredTrue]').check()
  const papers = page.locator('ol.tps > li')
  for (let no = 0; no < (await papers.count()); no += 1) {
    const paper = papers.nth(no)
    if (no === 0) {
      await paper.getByRole('combobox').selectOption('copy')
      await paper.locator('input[type=file]').setInputFiles(await scanned('Ban quet tai quay'))
    } else {
      await paper.getByRole('combobox').selectOption('not-my-case')
    }
  }
  await desk.press(/^Lưu(?!,)/)
  if (asked.organisation) {
    // Once the form says who sent them, the letter is one of the papers.
    const letter = page.locator('ol.tps > li').filter({ hasText: 'Giấy giới thiệu' })
    await letter.getByRole('combobox').selectOption('copy')
    await letter.locator('input[type=file]').setInputFiles(await scanned('Giay gioi thieu'))
    await desk.press(/^Lưu(?!,)/)
  }
  await desk.sees('Đủ để tiếp nhận')
  await desk.press('Tiếp nhận, in giấy hẹn')
  await desk.sees('Mã hồ sơ')
  const code = decodeURIComponent(desk.path().split('/').at(-1) ?? '')
  expect(code).toMatch(/^H49\.[\d.]+-\d{6}-\d+$/)
  const label =
    (await page
      .getByLabel(new RegExp(`Đã tiếp nhận hồ sơ ${code}`))
      .first()
      .getAttribute('aria-label')) ?? ''
  const due = /\d{2}\/\d{2}\/\d{4}/.exec(label)?.[0] ?? ''
  await expectSlip(code, due, asked)
  return { code, due }

  async function fillIfEmpty(name: string, value: string): Promise<void> {
    const box = page.locator(`[name=${name}]`)
    if ((await box.inputValue()) === '') await box.fill(value)
  }
}

/** The slip to print, once the job has made it, carries code, day and name. */
async function expectSlip(code: string, due: string, asked: Case): Promise<void> {
  const desk = await officer(asked.desk)
  const slip = desk.page.locator(`a[href^="/lam/${code}/tep/"]`)
  await expect
    .poll(
      async () => {
        await desk.open(`/quay/da-nhan/${code}`)
        return slip.count()
      },
      { timeout: 60_000, interval: 700, message: 'a slip to print' },
    )
    .toBeGreaterThan(0)
  const answer = await desk.page.request.get((await slip.first().getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const { stdout } = await run('pdftotext', ['-layout', await onDisk(await answer.body(), 'giay-hen.pdf'), '-'])
  const text = stdout.normalize('NFC').replace(/\s+/g, ' ')
  expect(text).toContain(code)
  expect(text).toContain(asked.citizenName)
  const [day, month, year] = due.split('/').map(Number)
  expect(text).toMatch(new RegExp(`${due}|ngày 0?${day} tháng 0?${month} năm ${year}`))
}

const scanned = async (title: string) => ({
  name: 'ban-quet.pdf',
  mimeType: 'application/pdf',
  buffer: await paperPdf(title),
})
