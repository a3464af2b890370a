import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceFrame } from '../../workspace/frame.tsx'
import { runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { createWeb } from '../../platform/web/server.ts'
import { serveAssets } from '../../platform/web/assets.ts'
import type { Web } from '../../platform/web/web.ts'
import { unitById } from '../../organisation/index.ts'
import { documentsPortalRoutes } from '../../documents/portal/routes.ts'
import { allSigners, embeddedSigner, signersPort, tokenSigner } from '../../signing/index.ts'
import { tokenApiRoutes } from '../../signing/api/token-routes.ts'
import { localCertificate } from '../../signing/token/simulator/local-certificate.ts'
import { startLocalSigner, type LocalBehaviour, type LocalSigner } from '../../signing/token/simulator/local-signer.ts'
import { registerToken } from '../../signing/token/register-token.ts'
import { tokenTexts } from '../../signing/token/texts.ts'
import { signElsewhere, tokenKey, type TokenKey } from '../../signing/token/testing.ts'
import { tokenWorkspaceRoutes } from '../../signing/workspace/token-routes.tsx'
import { buildAssets } from '../../ui/build-assets.ts'
import { openBrowser, pageFindings } from '../../ui/testing.ts'
import { pdfLibDocument } from '../../signing/testing.ts'
import { getDossier } from '../../dossiers/index.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { keyOfAccount } from '../../signing/index.ts'
import { withdrawCertificate } from '../../signing/register/stop-certificate.ts'
import { approveResult, draftResult, getResult } from '../index.ts'
import { openResultsWorld, type ResultsWorld } from '../testing.ts'
import { resultsWorkspaceRoutes } from './routes.tsx'

let world: ResultsWorld
let web: Web
let browser: Browser
let local: LocalSigner
let key: TokenKey
let other: TokenKey
let actor: Actor
let address: string

/** The officers' pages as they are, for whoever `actor` is, with a browser that was told to believe the local program. */
beforeAll(async () => {
  world = await openResultsWorld()
  const { app, pki, clock, people, folder } = world
  app.ports.set(signersPort, allSigners([embeddedSigner({ folder: pki.keys, clock }), tokenSigner]))
  actor = people.leader
  const manifest = await buildAssets(join(folder, 'assets'))
  const frame = workspaceFrame(manifest)
  const shells = { portal: frame, workspace: frame, official: frame, kiosk: frame }
  const errorPage = async (_: unknown, reply: { send(text: string): unknown }) => reply.send('error')
  web = await createWeb({ app, shells, errorPage: errorPage as never, version: 'test', formActions: [] })
  web.addHook('onRequest', async (request) => {
    request.actor = actor
  })
  await serveAssets(web, join(folder, 'assets'))
  await documentsPortalRoutes(web)
  for (const doors of [resultsWorkspaceRoutes, tokenWorkspaceRoutes, tokenApiRoutes]) await doors(web)
  await web.listen({ port: 0, host: '127.0.0.1' })
  address = `http://localhost:${(web.server.address() as AddressInfo).port}`
  local = await startLocalSigner({ port: 0, tls: await localCertificate(folder, clock.now()), origins: [address] })
  Object.assign(app.settings, { publicAddress: address, tokenService: local.address })
  browser = await openBrowser()

  const agency = (await unitById(app.db, people.leader.grants[0]?.unitId ?? ''))?.name ?? ''
  const made = { agency, personalId: '000000000001', pin: '123456' }
  await pki.person({ ...made, keyRef: 'token-leader', fullName: people.leader.fullName }, clock.now())
  await pki.person({ ...made, keyRef: 'token-other', fullName: people.otherLeader.fullName }, clock.now())
  key = await tokenKey(pki.keys, { keyRef: 'token-leader', pin: made.pin })
  other = await tokenKey(pki.keys, { keyRef: 'token-other', pin: made.pin })
})

afterAll(async () => {
  await browser.close()
  await local.close()
  await web.close()
  await world.close()
})

const insert = (token: TokenKey) =>
  local.insert({
    certificate: token.chain[0]?.der ?? Buffer.alloc(0),
    sign: (pdf) => signElsewhere(pdf, token, world.clock.now()),
  })
const openPage = async (path: string): Promise<Page> => {
  const page = await browser.newPage({ ignoreHTTPSErrors: true })
  await page.goto(`${address}${path}`)
  return page
}
const stateOf = async (dossierCode: string) =>
  (await world.read(getResult, world.people.leader, { dossierCode })).result.state

describe('a leader with a USB token, in the browser', () => {
  it('has its certificate read once', async () => {
    insert(other)
    const page = await openPage('/ky-so/usb-token')
    await page.getByRole('button', { name: 'Đọc từ USB token' }).click()
    await page.getByText('Cắm đúng USB token của mình').waitFor()
    insert(key)
    await page.getByRole('button', { name: 'Đọc từ USB token' }).click()
    await page.getByText('Đã ghi nhận chứng thư số').waitFor()
    expect(await pageFindings(page, 'usb-token')).toEqual([])
    await page.close()
  })

  it('signs; whatever goes wrong is said in words, nothing is lost and the other way is still there', async () => {
    await runAction(world.app, registerToken, world.people.leader, {
      certificate: key.chain[0]?.der.toString('base64') ?? '',
    })
    const dossierCode = await world.approved()
    const page = await openPage(`/ky/${dossierCode}`)
    const press = () => page.getByRole('button', { name: tokenTexts.sign }).click()
    const says = async (behaviour: LocalBehaviour, words: string) => {
      local.behave(behaviour)
      await press()
      await page.getByText(words).waitFor()
      expect(await page.getByLabel('Mã PIN').isVisible()).toBe(true)
      expect(await stateOf(dossierCode)).toBe('approved')
    }
    expect(await pageFindings(page, 'ky-usb-token')).toEqual([])
    await says('cancelled', tokenTexts.cancelled)
    await says('wrong-pin', 'Mã PIN của USB token chưa đúng.')
    await says('changes-document', 'không phải văn bản đã giao cho nó')
    insert(other)
    await says('normal', 'cắm đúng USB token rồi ký lại')
    local.insert(undefined)
    await says('normal', 'Không thấy USB token trong máy.')
    insert(key)
    Object.assign(world.app.settings, { tokenService: 'wss://127.0.0.1:9' })
    await page.reload()
    await says('normal', 'Cài và mở phần mềm VGCA Sign Service')
    Object.assign(world.app.settings, { tokenService: local.address })
    await page.reload()
    local.behave('uploads-twice')
    await press()
    await page.waitForURL(`**/ky?xong=${dossierCode}`)
    expect(await stateOf(dossierCode)).toBe('signed')
    await page.close()
  })

  it('finds the local program allowed on the signing page alone', async () => {
    const dossierCode = await world.approved()
    const policy = async (path: string) => String((await web.inject({ url: path })).headers['content-security-policy'])
    expect(await policy(`/ky/${dossierCode}`)).toContain(`connect-src 'self' ${local.address}`)
    expect(await policy('/ky')).not.toContain('connect-src')
    actor = world.people.otherLeader
    expect((await web.inject({ url: `/ky/${dossierCode}` })).body).not.toContain('data-usb-token')
    actor = world.people.leader
  })

  it('signs several one after the other on one press; closing the window of the program stops there', async () => {
    const { app, people } = world
    const held = await keyOfAccount(app.db, people.leader.accountId, world.clock.now())
    const fingerprint = held?.fingerprint ?? ''
    await world.run(withdrawCertificate, people.administrator, { fingerprint, reason: 'Chỉ dùng USB token' })
    const codes = [await world.approved(), await world.approved()]
    const page = await openPage('/ky')
    expect(await pageFindings(page, 'ky-lan-luot')).toEqual([])
    for (const box of await page.getByRole('checkbox').all())
      await box.setChecked(codes.includes((await box.getAttribute('value'))?.split(' ')[0] ?? ''))
    const press = () => page.getByRole('button', { name: 'Ký lần lượt 2 văn bản' }).click()
    local.behave('cancelled')
    await press()
    await page.getByText(tokenTexts.cancelled, { exact: true }).waitFor()
    expect(await Promise.all(codes.map(stateOf))).toEqual(['approved', 'approved'])
    local.behave('normal')
    await press()
    await page.waitForURL('**/ky?lo=2')
    await page.getByText('Đã ký 2 văn bản').waitFor()
    expect(await Promise.all(codes.map(stateOf))).toEqual(['signed', 'signed'])
    const { dossier } = await world.read(getDossier, people.leader, { dossierCode: codes[0] })
    const signed = (await linesOf(app.db, `dossier:${dossier.id}`)).find(({ what }) => what === 'results.signed')
    expect(signed?.facts).toMatchObject({ round: { of: 2, opened: false } })
    await page.close()
  })
})

describe('blanks, on their pages', () => {
  /** A land certificate that is drafted and approved. */
  async function approvedOnBlank(): Promise<string> {
    const { specialist, head } = world.people
    const dossierCode = await world.appraised({ procedureCode: '1.013978' })
    await world.run(draftResult, specialist, { dossierCode })
    await world.run(approveResult, head, { dossierCode })
    return dossierCode
  }

  it('are received, spoiled and destroyed by the clerk; what is wrong loses nothing that was typed', async () => {
    actor = world.people.clerk
    const page = await openPage('/phoi')
    expect(await pageFindings(page, 'phoi-trong')).toEqual([])
    await page.getByRole('link', { name: 'Nhận phôi' }).click()
    await page.getByLabel('Từ số sê-ri').fill('AA 00000009')
    await page.getByLabel('Đến số sê-ri').fill('AA 00000001')
    await page.getByLabel('Số phiếu giao').fill('15/PGN')
    await page.getByLabel('Ngày trên phiếu giao').fill('2026-11-16')
    await page.getByLabel('Bên giao').fill('Văn phòng đăng ký đất đai')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await page.getByText('không phải một dãy liền').waitFor()
    expect(await pageFindings(page, 'phoi-nhan')).toEqual([])
    expect(await page.getByLabel('Bên giao').inputValue()).toBe('Văn phòng đăng ký đất đai')
    await page.getByLabel('Từ số sê-ri').fill('AA 00000001')
    await page.getByLabel('Đến số sê-ri').fill('AA 00000009')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await page.getByText('Đã nhập 9 phôi').waitFor()
    expect(await pageFindings(page, 'phoi')).toEqual([])
    await page.getByRole('link', { name: /Phôi Giấy chứng nhận/ }).click()
    await page.getByRole('link', { name: 'Báo hỏng AA 00000009' }).click()
    await page.getByLabel('Rách, bẩn').check()
    await page.getByRole('button', { name: 'Ghi phôi hỏng' }).click()
    await page.getByText('Điền đủ các ô').waitFor()
    expect(await pageFindings(page, 'phoi-bao-hong')).toEqual([])
    await page.getByLabel('Ghi rõ').fill('Thấm nước khi vận chuyển.')
    await page.getByRole('button', { name: 'Ghi phôi hỏng' }).click()
    await page.getByText('Đã ghi phôi AA 00000009 bị hỏng').waitFor()
    await page.getByLabel('Trạng thái').selectOption('spoiled')
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByLabel('Chọn phôi AA 00000009').check()
    expect(await pageFindings(page, 'phoi-huy')).toEqual([])
    await page.getByLabel('Số biên bản huỷ').fill('03/BB-UBND')
    await page.getByLabel('Ngày biên bản').fill('2026-11-20')
    await page.getByRole('button', { name: 'Ghi huỷ' }).click()
    await page.getByText('Đã ghi huỷ 1 phôi').waitFor()
    await page.close()
  })

  it('carry an original through the hands of three people, and the certified scan beside it', async () => {
    const { specialist, leader, clerk } = world.people
    const dossierCode = await approvedOnBlank()
    actor = specialist
    const page = await openPage(`/phoi/ho-so/${dossierCode}`)
    expect(await pageFindings(page, 'phoi-in')).toEqual([])
    expect(await page.getByLabel('In kết quả trên phôi nào').inputValue()).toBe('AA 00000001')
    await page.getByRole('button', { name: 'Ghi số phôi' }).click()
    await page.getByText(`Chờ ${leader.fullName}`).waitFor()
    actor = leader
    await page.goto(`${address}/ky/${dossierCode}`)
    expect(page.url()).toContain(`/phoi/ho-so/${dossierCode}`)
    expect(await pageFindings(page, 'phoi-ky-tay')).toEqual([])
    await page.getByRole('button', { name: 'Tôi đã ký phôi AA 00000001' }).click()
    await page.getByText('Chờ văn thư').waitFor()
    actor = clerk
    await page.goto(`${address}/van-thu/${dossierCode}`)
    const scan = { name: 'ban-goc.pdf', mimeType: 'application/pdf', buffer: await pdfLibDocument() }
    await page.getByLabel('Tải bản scan của bản gốc').setInputFiles(scan)
    await page.getByRole('button', { name: 'Tải bản scan lên' }).click()
    await page.getByLabel('Mã PIN của con dấu số').waitFor()
    expect(await pageFindings(page, 'phoi-sao-y')).toEqual([])
    await page.getByLabel('Mã PIN của con dấu số').fill('000000')
    await page.getByRole('button', { name: 'Ký số và hoàn tất' }).click()
    await page.getByText('Mã PIN chưa đúng').waitFor()
    await page.getByLabel('Mã PIN của con dấu số').fill(world.pins.seal)
    await page.getByRole('button', { name: 'Ký số và hoàn tất' }).click()
    await page.getByText('Bản sao điện tử của').waitFor()
    expect(await pageFindings(page, 'phoi-xong')).toEqual([])
    expect(await stateOf(dossierCode)).toBe('sealed')
    await page.close()
  })
})
