import { afterEach, describe, expect, test } from 'vitest'
import { fillApplicant, fillIn, fillRequest } from './support/filing.ts'
import { paperPdf } from './support/papers.ts'
import { citizen, signInCitizen, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY } from './support/procedures.ts'
import { openVisitor, visitorOf, type Visitor } from './support/visitor.ts'

const START = `/thu-tuc/${CERTIFIED_COPY.code}/nop`
const NAM = '022090000146'
const asked = { ...CERTIFIED_COPY, citizen: NAM, citizenName: 'Trần Hải Nam' }

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

async function attach(visitor: Visitor, name: string, buffer: Buffer): Promise<void> {
  await visitor.page.locator('input[type=file][name=tep]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  // With script a file is sent as soon as it is chosen.
  if (!visitor.script) await visitor.send('Tải tệp lên')
}

/** Presses save where something is wrong: told by the page itself with script, by the system without. */
async function saveInVain(visitor: Visitor): Promise<void> {
  await visitor.page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await visitor.page.getByRole('alert').first().waitFor()
}

/** The same mistakes with and without script: told beside the box, nothing lost. */
async function mistakes(visitor: Visitor): Promise<void> {
  await visitor.open(START)
  await visitor.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
  const list = visitor.path()
  await visitor.press('Người nộp')
  await fillApplicant(visitor)
  await visitor.fill('Số điện thoại', '12345')
  await saveInVain(visitor)
  await visitor.sees('Số điện thoại')
  expect(
    await visitor.page
      .getByLabel(/Số điện thoại/)
      .first()
      .inputValue(),
  ).toBe('12345')
  await visitor.fill('Số điện thoại', '0912000146')
  await visitor.press('Lưu và tiếp tục')

  await visitor.open(list)
  await visitor.open(`${list}/giay-to/1`)
  await attach(visitor, 'don.pdf', Buffer.from('<html><script>alert(1)</script></html>'))
  await visitor.sees('Tệp don.pdf không phải PDF')
  await visitor.open(`${list}/giay-to/1`)
  await attach(visitor, 'rong.pdf', Buffer.alloc(0))
  await visitor.sees('Tệp rong.pdf rỗng')
  await visitor.open(`${list}/giay-to/1`)
  await attach(visitor, 'hong.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<'))
  await visitor.sees('hong.pdf')
  await visitor.seesNot('Mã biên nhận')

  // A paper and the request are still missing: handing in is not offered, and what is missing is named.
  await visitor.open(`${list}/kiem-tra`)
  await visitor.sees(/Còn \d+ phần chưa xong/)
  expect(await visitor.page.getByRole('button', { name: 'Nộp hồ sơ' }).count()).toBe(0)
  await visitor.sees(/0912 ?000 ?146/)
}

describe('bad input in the browser', () => {
  test('with script', async () => {
    await mistakes(await citizen(NAM))
    // The wrong files were refused as they came.
    const others = (await takeProblems()).filter((problem) => !/: (415|422) \S+\/tai-len\/\S+\/xong$/.test(problem))
    expect(others).toEqual([])
  })

  test('without script', async () => {
    const visitor = await openVisitor({ script: false })
    await visitor.open('/dang-nhap')
    await signInCitizen(visitor, NAM)
    await mistakes(visitor)
    expect(visitor.problems).toEqual([])
    await visitor.page.context().close()
  })

  test('a session that ends in the middle loses nothing', async () => {
    const visitor = await openVisitor()
    await signInCitizen(visitor, NAM)
    await visitor.open(START)
    await visitor.press(/^(Bắt đầu khai|Khai một hồ sơ khác)/)
    const list = visitor.path()
    await visitor.press('Người nộp')
    await fillApplicant(visitor)
    await visitor.press('Lưu và tiếp tục')
    await visitor.open(`${list}/noi-dung`)
    await fillRequest(visitor, asked)
    await visitor.page.context().clearCookies({ name: '__Host-motcua' })
    expect(await visitor.press('Lưu và tiếp tục')).toBe(401)
    await visitor.sees('Những gì bạn vừa nhập còn nguyên')
    const beside = await visitor.page.context().newPage()
    await signInCitizen(visitorOf(beside, true), NAM)
    await beside.close()
    await visitor.press('Gửi lại những gì đã nhập')
    await visitor.open(`${list}/noi-dung`)
    expect(await visitor.page.locator('[name=request]').inputValue()).toBe(asked.request)
    await visitor.open(`${list}/nguoi-nop`)
    expect(await visitor.page.getByLabel(/Nơi ở hiện nay/).inputValue()).toBe('Tổ 5, khu 2, phường Bãi Cháy')
    // The save while typing met the ended session as well.
    expect(visitor.problems.filter((problem) => !problem.includes(': 401 '))).toEqual([])
    await visitor.page.context().close()
  })

  test('pressing twice files one dossier', async () => {
    const person = await citizen(NAM)
    await person.open('/ho-so')
    const before = await dossiersOf(person)
    await person.open(START)
    await fillIn(person, asked)
    await person.press('Kiểm tra lại và nộp')
    await Promise.all([
      person.page.waitForURL('**/da-nop'),
      person.page.getByRole('button', { name: /^Nộp hồ sơ$/ }).dblclick(),
    ])
    await person.open('/ho-so')
    expect(await dossiersOf(person)).toBe(before + 1)
  })

  test('an upload of a sound file after all mistakes is taken', async () => {
    const person = await citizen(NAM)
    await person.open('/ho-so')
    await person.press('Làm tiếp')
    await person.open(`${person.path()}/giay-to/1`)
    await attach(person, 'ban-chinh.pdf', await paperPdf('Ban chinh'))
    await person.sees('Mã biên nhận')
  })
})

async function dossiersOf(person: Visitor): Promise<number> {
  return new Set((await person.text()).match(/H49\.[\d.]+-\d{6}-\d+/g) ?? []).size
}
