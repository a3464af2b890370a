import { afterEach, describe, expect, test } from 'vitest'
import { fillIn, handIn } from './support/filing.ts'
import { citizen, officer, passwordOf, takeProblems } from './support/people.ts'
import { CERTIFIED_COPY } from './support/procedures.ts'
import { openVisitor } from './support/visitor.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

describe('doors that stay shut', () => {
  test('an officer of another unit does not see the dossier, one without the role may not act', async () => {
    const person = await citizen(CERTIFIED_COPY.citizen)
    await person.open(`/thu-tuc/${CERTIFIED_COPY.code}/nop`)
    await fillIn(person, CERTIFIED_COPY)
    const code = await handIn(person, CERTIFIED_COPY)

    const elsewhere = await officer('thang.lv')
    expect(await elsewhere.open(`/lam/${code}`)).toBe(404)
    expect(await elsewhere.open(`/lam/${code}/tiep-nhan`)).toBe(404)
    const specialist = await officer('huy.pq')
    await specialist.open(`/lam/${code}/tiep-nhan`)
    expect(await specialist.page.getByRole('button', { name: /Tiếp nhận và hẹn trả/ }).count()).toBe(0)
    expect(await specialist.open('/quan-tri/tai-khoan')).toBe(403)
    expect(await specialist.open('/quay')).toBe(403)

    const other = await citizen('022151000387')
    expect(await other.open(`/ho-so/${code}`)).toBe(404)
    expect(await other.open('/viec')).toBeGreaterThanOrEqual(400)
    const stranger = await openVisitor()
    await stranger.open(`/ho-so/${code}`)
    expect(stranger.path()).toBe('/dang-nhap')
    await stranger.page.context().close()
  })

  test('five wrong passwords lock the account, the right one too', async () => {
    const visitor = await openVisitor()
    const name = 'hoa.nt'
    const password = await passwordOf(name)
    const tryWith = async (typed: string) => {
      await visitor.open('/can-bo/dang-nhap')
      await visitor.fill('Tên đăng nhập', name)
      await visitor.fill('Mật khẩu', typed)
      return visitor.press('Tiếp tục')
    }
    for (let tries = 0; tries < 5; tries += 1) await tryWith(`${password}x`)
    await tryWith(password)
    await visitor.sees('Tài khoản đang khoá vì sai nhiều lần')
    expect(visitor.problems).toEqual([])
    await visitor.page.context().close()

    const administrator = await officer('linh.tk')
    await administrator.open(`/quan-tri/tai-khoan?q=${name}`)
    await administrator.sees(/Khoá đến/)
    await administrator.press('Nình Thị Hoa')
    await administrator.press('Mở khoá')
    await administrator.seesNot(/Khoá đến/)
  })

  test('administrators see the ports, the mail and who is signed in', async () => {
    const administrator = await officer('linh.tk')
    for (const path of [
      '/quan-tri/ket-noi',
      '/quan-tri/thu-tuc',
      '/quan-tri/thu',
      '/quan-tri/tai-khoan',
      '/can-bo/tai-khoan',
      '/phien',
    ])
      expect(await administrator.open(path), path).toBe(200)
    const supervisor = await officer('binh.nth')
    expect(await supervisor.open('/quan-tri/thu-tuc')).toBe(200)
  })

  test('every door of the portal opens without signing in', async () => {
    const stranger = await openVisitor()
    for (const path of [
      '/',
      '/thu-tuc',
      '/tim?q=khai+sinh',
      '/tim?q=khongcogidau',
      '/thu-tuc/1.001193',
      '/ho-tro',
      '/tra-cuu',
      '/kiem-tra',
      '/dang-nhap',
      '/can-bo/dang-nhap',
    ])
      expect(await stranger.open(path), path).toBe(200)
    expect(await stranger.open('/khong-co-trang-nay')).toBe(404)
    expect(stranger.problems).toEqual([])
    await stranger.page.context().close()
  })
})
