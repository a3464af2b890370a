import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBareWeb, type BareWeb } from '../../test/support/bare-web.ts'
import { softwareAuthenticator } from '../../test/support/software-authenticator.ts'
import { freePorts } from '../../test/support/system.ts'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { ANONYMOUS, type Grant } from '../platform/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { speaking } from '../platform/speaking.ts'
import { identifyRequest } from './identify-request.ts'
import { RETURN_PATH } from './sign-in-citizen.ts'
import {
  createOpenIdProvider,
  identityProviderPort,
  identityRefusals,
  issueToken,
  startEmbeddedIdentityProvider,
} from './index.ts'
import { identityPortalRoutes } from './portal/routes.ts'
import { anOfficer, journalOf, PASSWORD } from './testing.ts'
import { totpCode } from './totp.ts'
import { identityWorkspaceRoutes } from './workspace/routes.ts'
import { safeReturn } from './return-path.ts'

const HANH = {
  personalId: '022188000512',
  fullName: 'Nguyễn Thu Hạnh',
  bornOn: '1988-03-14',
  sex: 'female',
  address: 'Phường Bãi Cháy',
  communeCode: '06673',
  phone: '0912000512',
  email: null,
  password: 'Mat-Khau-Cua-Hanh-1',
} as const
const ADMIN: Grant = {
  role: 'administrator',
  unitId: '018f0000-0000-7000-8000-000000000001',
  unitCode: '22',
  reach: 'subtree',
}

let world: TestApp
let bare: BareWeb
let provider: Awaited<ReturnType<typeof startEmbeddedIdentityProvider>>

beforeAll(async () => {
  world = await openTestApp({ refusals: identityRefusals })
  const [port = 0] = await freePorts(1)
  const settings = { ...world.app.settings.identityProvider, issuer: `http://localhost:${port}` }
  world.app.ports.set(identityProviderPort, createOpenIdProvider(settings))
  provider = await startEmbeddedIdentityProvider({
    ...settings,
    host: '127.0.0.1',
    port,
    publicAddress: world.app.settings.publicAddress,
    returnPath: RETURN_PATH,
    people: [HANH],
    clock: world.clock,
  })
  bare = await openBareWeb(
    world.app,
    () => ANONYMOUS,
    async (web) => {
      identifyRequest(web)
      await identityPortalRoutes(web)
      await identityWorkspaceRoutes(web, async () => [])
      web.get('/ai', (request, reply) => reply.send(request.actor))
    },
  )
})
afterAll(async () => {
  await bare.close()
  await provider.stop()
  await world.close()
})
beforeEach(() => world.clock.set('2026-11-20T09:00:00+07:00'))

/** A browser without script: keeps cookies, sends forms with the token of the page they stand on. */
function aBrowser() {
  const cookies = new Map<string, string>()
  const keep = (list: { name: string; value: string; maxAge?: number; expires?: Date }[]) => {
    for (const { name, value, expires } of list) {
      if (expires && expires.getTime() === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
  }
  const get = async (url: string) => {
    const answer = await bare.web.inject({
      url,
      cookies: Object.fromEntries(cookies),
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' },
    })
    keep(answer.cookies as never)
    return answer
  }
  return {
    cookies,
    get,
    async post(page: string, path: string, form: Record<string, string>) {
      const opened = await get(page)
      const _csrf = /name="_csrf" value="([^"]*)"/.exec(opened.body)?.[1] ?? ''
      const answer = await bare.web.inject({
        method: 'POST',
        url: path,
        cookies: Object.fromEntries(cookies),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ...form, _csrf }).toString(),
      })
      keep(answer.cookies as never)
      return answer
    },
    who: async () => (await get('/ai')).json() as { kind: string; accountId?: string; fullName?: string },
  }
}

const codeNow = (secret: string) => totpCode(secret, world.app.clock.now())
async function enter(browser: ReturnType<typeof aBrowser>, officer: { name: string; secret: string }, ve = '') {
  await browser.post('/can-bo/dang-nhap', '/can-bo/dang-nhap', { ten: officer.name, 'mat-khau': PASSWORD, ve })
  return browser.post('/can-bo/xac-thuc', `/can-bo/xac-thuc${ve ? `?ve=${encodeURIComponent(ve)}` : ''}`, {
    ma: codeNow(officer.secret),
  })
}

describe('officers at the door', () => {
  it('give a password, then a code, and come to where they wanted', async () => {
    const officer = await anOfficer(world.app)
    const browser = aBrowser()
    const first = await browser.post('/can-bo/dang-nhap', '/can-bo/dang-nhap', {
      ten: officer.name,
      'mat-khau': PASSWORD,
      ve: '/viec?loc=gap',
    })
    expect([first.statusCode, first.headers.location]).toEqual([303, '/can-bo/xac-thuc?ve=%2Fviec%3Floc%3Dgap'])
    const [cookie] = first.cookies
    expect(cookie).toMatchObject({ name: '__Host-motcua', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    expect((await browser.who()).kind).toBe('anonymous')
    expect((await browser.get('/can-bo/tai-khoan')).headers.location).toContain('/can-bo/dang-nhap')
    const second = await browser.post('/can-bo/xac-thuc', '/can-bo/xac-thuc?ve=%2Fviec%3Floc%3Dgap', {
      ma: codeNow(officer.secret),
    })
    expect(second.headers.location).toBe('/viec?loc=gap')
    expect(await browser.who()).toMatchObject({ kind: 'officer', accountId: officer.account.id })
    expect((await browser.get('/can-bo/tai-khoan')).body).toContain('Mã xác thực trên điện thoại')
  })

  it('are told the same for a wrong name and a wrong password', async () => {
    const officer = await anOfficer(world.app)
    for (const ten of [officer.name, 'khong-co-ai']) {
      const answer = await aBrowser().post('/can-bo/dang-nhap', '/can-bo/dang-nhap', {
        ten,
        'mat-khau': 'Sai-Mat-Khau-1',
      })
      expect(answer.statusCode).toBe(401)
      expect(answer.body).toContain(
        'Tên đăng nhập hoặc mật khẩu chưa đúng. Sai 5 lần liên tiếp thì tài khoản khoá 12 giờ.',
      )
      expect(answer.body).not.toContain('Sai-Mat-Khau-1')
    }
  })

  it('enrol an authenticator from a code to scan or a text to type', async () => {
    const officer = await anOfficer(world.app, { withTotp: false })
    const browser = aBrowser()
    const first = await browser.post('/can-bo/dang-nhap', '/can-bo/dang-nhap', {
      ten: officer.name,
      'mat-khau': PASSWORD,
    })
    expect(first.headers.location).toBe('/can-bo/cai-xac-thuc')
    const page = await browser.get('/can-bo/cai-xac-thuc')
    expect(page.body).toContain('<svg')
    expect(page.body).not.toMatch(/ style=/)
    const secret = (/<span class="ma">([A-Z2-7 ]+)<\/span>/.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
    const done = await browser.post('/can-bo/cai-xac-thuc', '/can-bo/cai-xac-thuc', { ma: codeNow(secret) })
    expect(done.headers.location).toBe('/viec')
    expect((await browser.who()).kind).toBe('officer')
  })

  it('make a passkey and sign in with it; an old answer is worth nothing', async () => {
    const officer = await anOfficer(world.app, { withTotp: false })
    const device = softwareAuthenticator(world.app.settings.publicAddress)
    const question = (body: string) =>
      (
        JSON.parse((/data-options="([^"]*)"/.exec(body)?.[1] ?? '{}').replaceAll('&quot;', '"')) as {
          challenge: string
        }
      ).challenge
    const browser = aBrowser()
    await browser.post('/can-bo/dang-nhap', '/can-bo/dang-nhap', { ten: officer.name, 'mat-khau': PASSWORD })
    // Each look at the page asks a new question: the answer must be to the last one.
    const old = device.create(question((await browser.get('/can-bo/cai-xac-thuc')).body))
    expect((await browser.post('/can-bo/cai-xac-thuc', '/can-bo/cai-xac-thuc', { khoa: old })).statusCode).toBe(422)
    const send = async (path: string, make: (challenge: string) => string) => {
      const page = await browser.get(path)
      const _csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
      const answer = await bare.web.inject({
        method: 'POST',
        url: path,
        cookies: Object.fromEntries(browser.cookies),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ khoa: make(question(page.body)), _csrf }).toString(),
      })
      for (const { name, value } of answer.cookies) browser.cookies.set(name, value)
      return answer
    }
    const made = await send('/can-bo/cai-xac-thuc', device.create)
    expect(made.headers.location, made.body).toBe('/viec')
    await browser.post('/dang-xuat', '/dang-xuat', { ve: '/viec' })
    expect((await browser.who()).kind).toBe('anonymous')
    await browser.post('/can-bo/dang-nhap', '/can-bo/dang-nhap', { ten: officer.name, 'mat-khau': PASSWORD })
    const stranger = softwareAuthenticator(world.app.settings.publicAddress)
    expect((await send('/can-bo/xac-thuc', stranger.get)).statusCode).toBe(401)
    const elsewhere = { ...softwareAuthenticator('http://evil.example') }
    expect((await send('/can-bo/xac-thuc', elsewhere.get)).statusCode).toBe(401)
    const entered = await send('/can-bo/xac-thuc', device.get)
    expect(entered.headers.location, entered.body).toBe('/viec')
    expect((await browser.who()).kind).toBe('officer')
    expect(await journalOf(world.app, `account:${officer.account.id}`)).toContain('identity.second-factor-added')
  })

  it('see where they are signed in and end the other places', async () => {
    const officer = await anOfficer(world.app)
    const [home, office] = [aBrowser(), aBrowser()]
    await enter(home, officer)
    world.clock.advance(1)
    await enter(office, officer)
    const page = await office.get('/phien')
    expect(page.body.match(/Firefox, Linux|Không rõ/g)?.length).toBeGreaterThanOrEqual(2)
    expect((await office.post('/phien', '/phien', {})).statusCode).toBe(303)
    expect((await home.who()).kind).toBe('anonymous')
    expect((await office.who()).kind).toBe('officer')
    expect((await home.get('/can-bo/dang-nhap')).body).toContain('Phiên trước đã khoá.')
  })

  it('change their password', async () => {
    const officer = await anOfficer(world.app)
    const browser = aBrowser()
    await enter(browser, officer)
    const change = (form: Record<string, string>) => browser.post('/can-bo/doi-mat-khau', '/can-bo/doi-mat-khau', form)
    expect(
      (await change({ 'mat-khau-cu': PASSWORD, 'mat-khau-moi': 'Song-Da-1979', 'nhap-lai': 'Song-Da-1978' })).body,
    ).toContain('chưa giống nhau')
    expect(
      (await change({ 'mat-khau-cu': 'sai', 'mat-khau-moi': 'Song-Da-1979', 'nhap-lai': 'Song-Da-1979' })).body,
    ).toContain('Mật khẩu đang dùng chưa đúng.')
    expect((await change({ 'mat-khau-cu': PASSWORD, 'mat-khau-moi': 'ngan', 'nhap-lai': 'ngan' })).body).toContain(
      'ít nhất 8 ký tự',
    )
    expect(
      (await change({ 'mat-khau-cu': PASSWORD, 'mat-khau-moi': 'Song-Da-1979', 'nhap-lai': 'Song-Da-1979' })).headers
        .location,
    ).toBe('/can-bo/tai-khoan')
    expect((await browser.who()).kind).toBe('officer')
  })

  it('who are not administrators do not see accounts of others', async () => {
    const [officer, boss] = [await anOfficer(world.app), await anOfficer(world.app, { grants: [ADMIN] })]
    const [browser, chief] = [aBrowser(), aBrowser()]
    await enter(browser, officer)
    await enter(chief, boss)
    expect((await browser.get('/quan-tri/tai-khoan?q=can-bo')).statusCode).toBe(403)
    expect((await browser.get(`/quan-tri/tai-khoan/${boss.account.id}`)).statusCode).toBe(403)
    expect((await chief.get(`/quan-tri/tai-khoan?q=${officer.name.toUpperCase()}`)).body).toContain(officer.account.id)
    const page = `/quan-tri/tai-khoan/${officer.account.id}`
    expect((await chief.get(page)).body).toContain('Kết thúc')
    await chief.post(page, `${page}/phien`, {})
    expect((await browser.who()).kind).toBe('anonymous')
    const given = await chief.post(page, `${page}/mat-khau`, {})
    expect(given.body).toMatch(/Mật khẩu mới, chỉ hiện một lần:<\/b> <span class="ma">[^<]{14,}<\/span>/)
    expect((await chief.post(page, `${page}/mo-khoa`, {})).statusCode).toBe(303)
    expect((await chief.get('/quan-tri/tai-khoan/khong-phai-ma')).statusCode).toBe(422)
  })
})

describe('citizens at the door', () => {
  /** Goes to the provider as a browser does: follows redirects there with its own cookies. */
  async function atProvider(
    start: string,
    password: string,
  ): Promise<{ back: string | null; body: string; policy: string }> {
    const cookies = new Map<string, string>()
    const go = async (url: string, init: RequestInit = {}) => {
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      return answer
    }
    const toPage = await go(start)
    const address = new URL(toPage.headers.get('location') ?? '', start).href
    const page = await go(address)
    const html = await page.text()
    const action = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', address).href
    let answer = await go(action, {
      method: 'POST',
      body: new URLSearchParams({ personalId: HANH.personalId, password }),
    })
    let at = action
    while (answer.status >= 300 && answer.status < 400) {
      at = new URL(answer.headers.get('location') ?? '', at).href
      if (at.startsWith(world.app.settings.publicAddress)) break
      answer = await go(at)
    }
    const isBack = at.startsWith(world.app.settings.publicAddress)
    return {
      back: isBack ? at.slice(world.app.settings.publicAddress.length) : null,
      body: isBack ? '' : await answer.text(),
      policy: page.headers.get('content-security-policy') ?? '',
    }
  }

  it('sign in at the provider and are known with their name and papers', async () => {
    const browser = aBrowser()
    expect((await browser.get('/dang-nhap?ve=/bai-khai/1')).body).toContain(
      'href="/dang-nhap/chuyen?ve=%2Fbai-khai%2F1"',
    )
    const leave = await browser.get('/dang-nhap/chuyen?ve=/bai-khai/1')
    const start = new URL(String(leave.headers.location))
    expect(Object.fromEntries(start.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      prompt: 'login',
    })
    const { back, policy } = await atProvider(start.href, HANH.password)
    expect(policy).toContain(`form-action 'self' ${world.app.settings.publicAddress}`)
    const done = await browser.get(back ?? '')
    expect([done.statusCode, done.headers.location]).toEqual([303, '/bai-khai/1'])
    const who = await browser.who()
    expect(who).toMatchObject({ kind: 'citizen', fullName: 'Nguyễn Thu Hạnh', personalId: HANH.personalId })
    expect(await journalOf(world.app, `account:${who.accountId}`)).toEqual([
      'identity.account-opened',
      'identity.signed-in',
    ])
    const again = aBrowser()
    const next = await atProvider(String((await again.get('/dang-nhap/chuyen')).headers.location), HANH.password)
    await again.get(next.back ?? '')
    expect((await again.who()).accountId).toBe(who.accountId)
    expect((await browser.get('/tai-khoan')).body).toContain('022 188 ••• 512')
    expect((await browser.post('/tai-khoan', '/tai-khoan', { 'so-dien-thoai': '09120', thu: 'x' })).body).toContain(
      '10 chữ số',
    )
    expect(
      (
        await browser.post('/tai-khoan', '/tai-khoan', {
          'so-dien-thoai': '0912 111 222',
          thu: 'thu.hanh@nguoidan.example',
        })
      ).statusCode,
    ).toBe(303)
    expect(await rows(world.app.db, sql`select phone, email from identity.citizen`)).toEqual([
      { phone: '0912111222', email: 'thu.hanh@nguoidan.example' },
    ])
    expect((await browser.get('/can-bo/tai-khoan')).statusCode).toBe(403)
    await browser.post('/dang-xuat', '/dang-xuat', {})
    expect((await browser.who()).kind).toBe('anonymous')
  })

  it('are refused with a forged state, in another browser, and the second time', async () => {
    const browser = aBrowser()
    const { back } = await atProvider(String((await browser.get('/dang-nhap/chuyen')).headers.location), HANH.password)
    const other = aBrowser()
    await other.get('/dang-nhap/chuyen')
    expect((await other.get(back ?? '')).statusCode).toBe(403)
    expect((await aBrowser().get(back ?? '')).statusCode).toBe(403)
    const forged = new URL(back ?? '', 'http://x')
    forged.searchParams.set('state', 'khac')
    expect((await browser.get(forged.pathname + forged.search)).statusCode).toBe(403)
    expect((await browser.get(back ?? '')).statusCode).toBe(403)
    expect((await browser.who()).kind).toBe('anonymous')
    expect((await journalOf(world.app, 'sign-in:citizens')).length).toBeGreaterThanOrEqual(4)
  })

  it('stay at the provider with a wrong password, and pause after five', async () => {
    const start = async () => String((await aBrowser().get('/dang-nhap/chuyen')).headers.location)
    for (let tries = 0; tries < 5; tries += 1)
      expect((await atProvider(await start(), 'sai')).body).toContain('chưa đúng')
    expect((await atProvider(await start(), HANH.password)).body).toContain('Chờ 15 phút')
    world.clock.advance(15)
    expect((await atProvider(await start(), HANH.password)).back).toContain('/dang-nhap/tro-ve?code=')
  })

  it('read the page of the provider in the language they came from', async () => {
    const provider = world.app.ports.get(identityProviderPort)
    const begin = () => provider.begin(`${world.app.settings.publicAddress}${RETURN_PATH}`)
    const inEnglish = await atProvider((await speaking('en', begin)).address, 'sai')
    expect(inEnglish.body).toContain('<html lang="en">')
    expect(inEnglish.body).toContain('The number or the password is not right.')
    expect((await atProvider((await begin()).address, 'sai')).body).toContain('<html lang="vi">')
  })

  it('are let in by no half answer', async () => {
    const browser = aBrowser()
    const { back } = await atProvider(String((await browser.get('/dang-nhap/chuyen')).headers.location), HANH.password)
    provider.control.set('wrong')
    const answer = await browser.get(back ?? '')
    provider.control.set('normal')
    expect([answer.statusCode, (await browser.who()).kind]).toEqual([403, 'anonymous'])
    const cut = await atProvider(String((await browser.get('/dang-nhap/chuyen')).headers.location), HANH.password)
    provider.control.set('down')
    const late = await browser.get(cut.back ?? '')
    const isWell = await world.app.ports.get(identityProviderPort).isWell()
    provider.control.set('normal')
    expect(late.body).toContain('Hệ thống định danh đang không trả lời')
    expect(isWell).toBe(false)
  })

  it('are told when the provider does not answer, and nothing is lost', async () => {
    const [port = 0] = await freePorts(1)
    const working = world.app.ports.get(identityProviderPort)
    world.app.ports.set(
      identityProviderPort,
      createOpenIdProvider({ ...world.app.settings.identityProvider, issuer: `http://localhost:${port}` }),
    )
    const answer = await aBrowser().get('/dang-nhap/chuyen?ve=/bai-khai/1')
    world.app.ports.set(identityProviderPort, working)
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('Hệ thống định danh đang không trả lời')
    expect(answer.body).toContain('%2Fbai-khai%2F1')
    expect(await working.isWell()).toBe(true)
  })
})

describe('a program at the door', () => {
  it('is its account with a bearer token, and nobody with a wrong one, whatever its cookie', async () => {
    const officer = await anOfficer(world.app)
    const { token } = await issueToken(world.app, officer.name)
    const ask = async (authorization: string) =>
      (await bare.web.inject({ url: '/ai', headers: { authorization } })).json() as { kind: string }
    expect((await ask(`Bearer ${token}`)).kind).toBe('officer')
    expect((await ask(`Bearer mc_${'x'.repeat(43)}`)).kind).toBe('anonymous')
  })
})

describe('the way back after signing in', () => {
  it.each([
    ['/viec?loc=1', '/viec?loc=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\\b', '/'],
    ['/a\nb', '/'],
    ['', '/'],
    [undefined, '/'],
    [['/a'], '/'],
    ['/dang-xuat', '/'],
  ])('%j → %s', (path, safe) => expect(safeReturn(path, '/')).toBe(safe))
})
