import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rows, sql } from '../../src/platform/db.ts'
import { aCitizensSession, DONG, HANH } from '../../src/identity/testing.ts'
import { formClient, type FormClient } from '../support/form-client.ts'
import { openWholeWeb, type WholeWeb } from '../support/whole-web.ts'

const BIRTH = '1.001193'
const TYPED = { request: 'Khai sinh cho con mới sinh ngày 02/11', resultDelivery: 'electronic', declaredTrue: 'yes' }
const NINE = '2026-11-20T09:00:00+07:00'

let whole: WholeWeb
beforeAll(async () => {
  whole = await openWholeWeb()
}, 180_000)
afterAll(() => whole?.close())
beforeEach(() => whole.world.clock.set(NINE))

async function signIn(client: FormClient, who = HANH): Promise<void> {
  const { name, value } = await aCitizensSession(whole.world.app, who)
  client.cookies.set(name, value)
}

const inBrowser = ({ cookies }: FormClient) => [...cookies].map(([name, value]) => ({ name, value }))

function forgetFormTokens({ cookies }: FormClient): void {
  for (const name of cookies.keys()) if (name.startsWith('__Host-motcua-form')) cookies.delete(name)
}

/** A citizen on the page of what they ask for. */
async function atThePage(): Promise<{ client: FormClient; page: string }> {
  const client = formClient(whole.web)
  await signIn(client)
  await client.get(`/thu-tuc/${BIRTH}/nop`)
  const { to } = await client.post(`/thu-tuc/${BIRTH}/nop`, { luot: crypto.randomUUID() })
  const page = `${to}/noi-dung`
  expect((await client.get(page)).status).toBe(200)
  return { client, page }
}

const minutesLater = (minutes: number) =>
  whole.world.clock.set(new Date(new Date(NINE).getTime() + minutes * 60_000).toISOString())

describe('a session that ends in the middle', () => {
  test('loses nothing typed: signing in again gives it back, and one press sends it on', async () => {
    const { client, page } = await atThePage()
    minutesLater(31)
    const refused = await client.post(page, TYPED)
    expect(refused.status).toBe(401)
    expect(refused.body).toContain('đã được giữ lại')
    expect(refused.body).toContain('href="/dang-nhap?ve=%2Fgui-tiep"')
    expect(refused.body).not.toContain(TYPED.request)
    await signIn(client)
    const kept = await client.get('/gui-tiep')
    expect(kept.body).toContain(TYPED.request)
    const sent = await client.pressOn(kept.body, page)
    expect(sent.status).toBe(303)
    expect((await client.get(page)).body).toContain(TYPED.request)
  })

  test('keeps what was typed from everybody else, at this machine and at others', async () => {
    const { client, page } = await atThePage()
    minutesLater(31)
    await client.post(page, TYPED)
    const content = await rows(
      whole.world.app.db,
      sql<{ content: string }>`select content from identity.held_submission`,
    )
    expect(content.map((one) => one.content).join()).not.toContain('Khai sinh')
    const sameMachine = formClient(whole.web, inBrowser(client))
    await signIn(sameMachine, DONG)
    expect((await sameMachine.get('/gui-tiep')).to).toBe('/ho-so')
    const otherMachine = formClient(whole.web)
    await signIn(otherMachine)
    expect((await otherMachine.get('/gui-tiep')).to).toBe('/ho-so')
    expect((await formClient(whole.web).get('/gui-tiep')).to).toBe('/dang-nhap?ve=/gui-tiep')
  })

  test('keeps it for two hours and no longer', async () => {
    const { client, page } = await atThePage()
    minutesLater(31)
    await client.post(page, TYPED)
    minutesLater(31 + 121)
    await signIn(client)
    expect((await client.get('/gui-tiep')).to).toBe('/ho-so')
  })

  test('leaves the text in the page where nobody can tell whose it was', async () => {
    const { client, page } = await atThePage()
    client.cookies.delete('__Host-motcua')
    const refused = await client.post(page, TYPED)
    expect(refused.status).toBe(401)
    expect(refused.body).toContain('Đăng nhập trong thẻ mới')
    await signIn(client)
    expect((await client.pressOn(refused.body, page)).status).toBe(303)
    expect((await client.get(page)).body).toContain(TYPED.request)
  })

  test('says of a file that it was not taken, and leads back to where it is chosen again', async () => {
    const { client, page } = await atThePage()
    const paper = page.replace('noi-dung', 'giay-to/1')
    const { body } = await client.get(paper)
    const token = /\?_csrf=([^"&]+)"/.exec(body)?.[1] ?? ''
    minutesLater(31)
    const answer = await whole.web.inject({
      method: 'POST',
      url: `${paper}?_csrf=${token}`,
      cookies: Object.fromEntries(client.cookies),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\ncontent-disposition: form-data; name="tep"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--x--\r\n',
    })
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toContain('Tệp bạn vừa gửi chưa được nhận')
    expect(answer.body).toContain(`ve=${encodeURIComponent(paper)}`)
  })
})

describe('a page whose token is worth nothing any more', () => {
  test('loses nothing typed: the answer carries it, and one press sends it', async () => {
    const { client, page } = await atThePage()
    forgetFormTokens(client)
    const refused = await client.post(page, TYPED)
    expect(refused.status).toBe(403)
    expect((await client.pressOn(refused.body, page)).status).toBe(303)
    expect((await client.get(page)).body).toContain(TYPED.request)
  })

  test('is not that of one of two tabs opened at once in a fresh browser: both are sent', async () => {
    const { client, page } = await atThePage()
    forgetFormTokens(client)
    const tabs = [1, 2].map(() => formClient(whole.web, inBrowser(client)))
    for (const tab of tabs) await tab.get(page)
    const together = tabs.flatMap(inBrowser)
    const formTokens = new Set(
      together.filter(({ name }) => name.startsWith('__Host-motcua-form')).map(({ name }) => name),
    )
    expect(formTokens.size).toBe(2)
    for (const [no, tab] of tabs.entries()) {
      for (const { name, value } of together) tab.cookies.set(name, value)
      expect((await tab.post(page, { ...TYPED, request: `Thẻ ${no + 1}` })).status).toBe(303)
      expect((await client.get(page)).body).toContain(`Thẻ ${no + 1}`)
    }
  })

  test('is never filled in by another site', async () => {
    const { client, page } = await atThePage()
    forgetFormTokens(client)
    const forged = await client.post(page, TYPED, { 'sec-fetch-site': 'cross-site' })
    expect(forged.status).toBe(403)
    expect(forged.body).not.toContain(TYPED.request)
  })
})
