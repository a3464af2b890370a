import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addDays, formatDate, vietnamDate } from '../../../src/platform/dates.ts'
import { fillOwn, ownAnswers } from './own-form.ts'
import { paperPdf, paperPhoto } from './papers.ts'
import type { Case } from './procedures.ts'
import type { Visitor } from './visitor.ts'

/** From the home page to the form: finds the procedure by its everyday words. */
export async function findProcedure(visitor: Visitor, { search, code, name }: Case): Promise<void> {
  await visitor.open('/')
  await visitor.page.getByRole('searchbox').first().fill(search)
  await visitor.press('Tìm')
  await visitor.follow(`/thu-tuc/${code}`)
  await visitor.sees(name)
  await visitor.sees(code)
}

type Filling = {
  /** Takes the papers that are offered instead of sending them again. */
  fromVault?: boolean
  /** How pages of a form of its own are filled in, by the last words of their address. */
  pages?: Record<string, (visitor: Visitor) => Promise<void>>
}

/** Fills in every part of a form; gives its code to take it up again. */
export async function fillIn(visitor: Visitor, asked: Case, filling: Filling = {}): Promise<string> {
  await visitor.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
  const list = visitor.path().split('/').slice(0, 3).join('/')
  // Whoever files for others is led to that question at once.
  if (visitor.path() === list) await visitor.press(asked.organisation ? 'Nộp cho ai' : 'Người nộp')
  await fillParts(visitor, asked, list, filling)
  return list.split('/').at(-1) ?? ''
}

/** From one part to the next, until the list says all are done. */
export async function fillParts(visitor: Visitor, asked: Case, list: string, filling: Filling = {}): Promise<void> {
  for (let parts = 0; visitor.path() !== list; parts += 1) {
    expect(parts, `still at ${visitor.path()}`).toBeLessThan(60)
    await fillPart(visitor, asked, filling)
  }
  await visitor.sees(/Đã xong (\d+) trong \1 phần/)
}

async function fillPart(visitor: Visitor, asked: Case, { fromVault = false, pages = {} }: Filling): Promise<void> {
  const part = visitor.path().split('/').slice(3).join('/')
  const own = pages[part]
  if (own) {
    await own(visitor)
    await visitor.press('Lưu và tiếp tục')
  } else if (part === 'nop-cho') {
    await fillWhom(visitor, asked)
    await visitor.press('Lưu và tiếp tục')
  } else if (part === 'nguoi-nop') {
    await fillApplicant(visitor)
    await visitor.press('Lưu và tiếp tục')
  } else if (part === 'noi-giai-quyet') {
    await visitor.choose('Cơ quan giải quyết', asked.agency)
    await visitor.press('Lưu và tiếp tục')
  } else if (part.startsWith('giay-to')) {
    if (!fromVault || !(await takeOffered(visitor))) await answerPaper(visitor)
  } else {
    await fillRequest(visitor, asked)
    await visitor.press('Lưu và tiếp tục')
  }
}

/** For whom: a person files for themselves unless they said otherwise; whoever an organisation sent has its letter. */
export async function fillWhom({ page }: Visitor, { organisation }: Case): Promise<void> {
  if (!organisation) return
  const kind = page.locator('[name=applicantKind][value=organisation]')
  if (await kind.count()) await kind.check()
  await page.locator('[name=organisationName]').fill(organisation.name)
  await page.locator('[name=businessCode]').fill(organisation.businessCode)
  await page.locator('[name=representativePosition]').fill(organisation.position)
  await fillGround(page)
}

/** The letter by which an organisation sends somebody. */
export async function fillGround(page: Page): Promise<void> {
  await page.locator('[name=standing][value=letter]').check()
  await page.locator('[name=groundIssuedOn]').fill(formatDate(letterOf().groundIssuedOn))
  await page.locator('[name=groundScope]').fill(letterOf().groundScope)
}

/** What that letter says, as programs send it. */
export function letterOf(): { standing: 'letter'; groundIssuedOn: string; groundScope: string } {
  return {
    standing: 'letter',
    groundIssuedOn: addDays(vietnamDate(new Date()), -1),
    groundScope: 'Nộp hồ sơ và nhận kết quả',
  }
}

export async function fillApplicant(visitor: Visitor): Promise<void> {
  const { page } = visitor
  const identity = page.locator('[name=identityPaper][value=personal-id]')
  if (await identity.count()) await identity.check()
  const born = page.locator('[name=bornOn]')
  if ((await born.count()) > 0 && (await born.inputValue()) === '') await born.fill('11/02/1973')
  await visitor.fill('Số điện thoại', '0912000512')
  await visitor.fill('Nơi ở hiện nay', 'Tổ 5, khu 2, phường Bãi Cháy')
  await visitor.choose('Xã, phường, đặc khu', 'Phường Bãi Cháy')
}

/** Whatever of the request stands on this page: the case, the procedure's own questions, the delivery. */
export async function fillRequest(visitor: Visitor, { code, request }: Case): Promise<void> {
  const { page } = visitor
  const cases = page.locator('[name=caseCode]')
  if (await cases.count()) {
    if ((await cases.first().evaluate((element) => element.tagName)) === 'SELECT')
      await cases.selectOption({ index: 1 })
    else await cases.first().check()
  }
  const own = await ownAnswers(code)
  if (own) await fillOwn(page, own)
  const boxes = page.locator('[name=request]')
  if (await boxes.count()) await boxes.fill(request)
  const delivery = page.locator('[name=resultDelivery][value=electronic]')
  if (await delivery.count()) {
    await delivery.check()
    await page.locator('[name=declaredTrue]').check()
  }
}

/** Links a paper of the vault, where one is offered. */
async function takeOffered(visitor: Visitor): Promise<boolean> {
  const offered = visitor.page.getByRole('button', { name: 'Dùng giấy tờ này' })
  if ((await offered.count()) === 0) return false
  await visitor.press('Dùng giấy tờ này')
  await visitor.sees('Lấy từ kho')
  await visitor.press('Xong phần này')
  return true
}

/** Gives a paper that is asked of everybody; says of the rest why not. */
async function answerPaper(visitor: Visitor): Promise<void> {
  const { page } = visitor
  const isLetOut = (await page.getByRole('button', { name: 'Lưu lý do' }).count()) > 0
  // The letter of whoever files for another has no reason not to be there.
  const isAsked = isLetOut || (await page.getByRole('heading', { name: /uỷ quyền/ }).count()) > 0
  const isLast = /^\d+$/.exec(visitor.path().split('/').at(-1) ?? '')
  if (!isAsked) {
    await visitor.press('Bỏ qua, làm phần khác')
    return
  }
  const no = Number(isLast?.[0] ?? 0)
  if (isLetOut && no % 3 === 0) {
    await visitor.page.getByRole('radio', { name: /Cơ quan nhà nước đã có/ }).check()
    await visitor.press('Lưu lý do')
    if (visitor.path().endsWith(`/giay-to/${no}`)) await visitor.press('Xong phần này')
    return
  }
  const isPhoto = no % 2 === 0
  await page.locator('#tep').setInputFiles({
    name: isPhoto ? `giay-to-${no}.jpg` : `giay-to-${no}.pdf`,
    mimeType: isPhoto ? 'image/jpeg' : 'application/pdf',
    buffer: isPhoto ? await paperPhoto() : await paperPdf(`Giay to so ${no}`),
  })
  // With script a file is sent as soon as it is chosen, and what was received stands there.
  await visitor.sees('Mã biên nhận')
  await visitor.press('Xong phần này')
}

/** Checks what was filled in and hands it in; gives the code of the dossier. */
export async function handIn(visitor: Visitor, { code: procedure, citizenName, request }: Case): Promise<string> {
  await visitor.press('Kiểm tra lại và nộp')
  await visitor.sees(citizenName)
  await visitor.sees((await ownAnswers(procedure))?.told ?? request)
  await visitor.press(/^Nộp hồ sơ$/)
  await visitor.sees('Đã nộp hồ sơ')
  const code = decodeURIComponent(visitor.path().split('/')[2] ?? '')
  expect(code).toMatch(/^H49\.[\d.]+-\d{6}-\d+$/)
  await visitor.sees(code)
  return code
}
