import { afterEach, describe, expect, test } from 'vitest'
import { anybodyChecks, anybodySees, citizenIsTold, citizenSees } from './support/citizen-sees.ts'
import { fillIn, findProcedure, handIn } from './support/filing.ts'
import { expectLetters, lettersAbout } from './support/letters.ts'
import { appraise, approve, assign, draft, receive, seal, sign } from './support/office.ts'
import { expectTrusted } from './support/peers.ts'
import { citizen, takeProblems } from './support/people.ts'
import { BIRTH, CERTIFIED_COPY, HOUSEHOLD_BUSINESS, RETAIL_LICENCE, type Case } from './support/procedures.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

/** From the home page to the signed paper in the citizen's hands, through everybody's own pages. */
async function online(asked: Case): Promise<void> {
  const person = await citizen(asked.citizen)
  await findProcedure(person, asked)
  await person.follow(`/thu-tuc/${asked.code}/nop`)
  await fillIn(person, asked)
  const code = await handIn(person, asked)
  await citizenSees(person, code, 'đang kiểm tra hồ sơ của bạn')
  await anybodySees(code, 'Đang giải quyết', asked.citizenName)

  const due = await receive(asked, code)
  await citizenSees(person, code, 'Hẹn trả, tháng')
  expect(await person.page.getByLabel(new RegExp(`Ngày hẹn trả: .*${due}`)).count()).toBeGreaterThan(0)
  await assign(asked, code)
  await citizenSees(person, code, 'đang thẩm định hồ sơ của bạn')
  await appraise(asked, code)
  await draft(asked, code)
  await citizenSees(person, code, 'đang xem để duyệt kết quả')
  await approve(asked, code)
  await citizenSees(person, code, 'đang ký số kết quả')
  await sign(asked, code)
  await citizenSees(person, code, 'đang cấp số và đóng dấu')
  await person.seesNot('Tải kết quả')
  await seal(asked, code)

  await citizenIsTold(person, new RegExp(`Đã trả kết quả hồ sơ ${code}`))
  await citizenSees(person, code, 'Đã trả kết quả cho bạn')
  await anybodySees(code, 'Đã giải quyết xong', asked.citizenName)
  await expectLetters(code, 4)
  expect(new Set((await lettersAbout(code)).map(({ to }) => to)).size).toBe(1)

  const href = await person.page.locator('a[href^="/kiem-tra/"]').first().getAttribute('href')
  const verificationCode = decodeURIComponent(href?.split('/').at(-1) ?? '')
  const pdf = await person.download('Tải kết quả')
  await expectTrusted(pdf, [asked.signatoryName, asked.agency])
  await anybodyChecks(pdf, verificationCode, asked.agency)
}

describe('online, from the search to the signed result', () => {
  test('birth registration at a commune, 1.001193', () => online(BIRTH))
  test('certified copy at a commune, 2.000815', () => online(CERTIFIED_COPY))
  test('household business at a commune, 1.001612', () => online(HOUSEHOLD_BUSINESS))
  test('retail licence of a department, 20 working days, 2.000361', () => online(RETAIL_LICENCE))
})
