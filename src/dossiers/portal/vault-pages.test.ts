import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '../../platform/action.ts'
import { ANONYMOUS, type Citizen } from '../../platform/actor.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { newId } from '../../platform/id.ts'
import { answerDispute, keepInVault, receiveUpload, type VaultOwner } from '../../documents/index.ts'
import { vaultPortalRoutes } from '../../documents/portal/vault/routes.tsx'
import { vaultWorkspaceRoutes } from '../../documents/workspace/vault/routes.tsx'
import { aPdf } from '../../documents/testing.ts'
import { aPaper } from '../../documents/vault/testing.ts'
import type { MemberRole } from '../../identity/organisations/member.ts'
import { insertMember, saveOrganisation } from '../../identity/organisations/store.ts'
import { unitByCode } from '../../organisation/index.ts'
import { partiesOf } from '../filing/parties.ts'
import { answersOfPerson } from '../testing.ts'
import { ownersWithin } from '../vault/vault-owner.ts'
import { requestSupplement } from '../index.ts'
import { browse, filledIn, openPortalWorld, type PortalWorld, type Visitor } from './testing.ts'

/** What a certified copy is made from: the one paper of its procedure. */
const COPIED = '000.00.00.G15-KQ1973'

let portal: PortalWorld
let hanh: Citizen
let dong: Citizen
let visitor: Visitor
let stranger: Visitor
let diploma: string
let expired: string

beforeAll(async () => {
  portal = await openPortalWorld(async (web) => {
    await vaultPortalRoutes(web)
    await vaultWorkspaceRoutes(web)
  })
  hanh = await portal.citizen({ personalId: '022188000512', fullName: 'Nguyễn Thu Hạnh' })
  visitor = browse(portal, hanh)
  dong = await portal.citizen({ personalId: '022085000274', fullName: 'Lê Văn Đông' })
  stranger = browse(portal, dong)
  diploma = await kept('Bằng tốt nghiệp', COPIED, '2010-06-30')
  expired = await kept('Giấy xác nhận tình trạng hôn nhân', 'marital-status', '2026-01-10')
}, 180_000)
afterAll(() => portal?.close())

async function kept(title: string, typeCode: string, issuedOn: string, owner?: VaultOwner): Promise<string> {
  const { app } = portal.world
  const keeper = await unitByCode(app.db, 'H49.136', '2026-11-20')
  const stream = Readable.from([aPdf({ catalog: `/Lang (${title.length})` })])
  const { id } = await receiveUpload(app, hanh, { name: 'giay.pdf', stream })
  const whose = owner ? { owner } : {}
  const paper = aPaper({ fileIds: [id], title, typeCode, issuedOn, keeperUnitId: keeper?.id ?? '', ...whose })
  const { entryIds } = await runAction(app, keepInVault, { kind: 'system', name: 'test' }, { papers: [paper] })
  return entryIds[0] ?? ''
}

async function begun(who: Visitor): Promise<string> {
  await who.get('/thu-tuc/2.000815/nop')
  return (await who.post('/thu-tuc/2.000815/nop', { luot: crypto.randomUUID() })).to ?? ''
}

describe('a person’s papers', () => {
  test('are listed with what they are worth; another sees none of them', async () => {
    const list = (await visitor.get('/giay-to')).body
    expect(list).toContain('Bằng tốt nghiệp')
    expect(list).toContain('Đang dùng được (1)')
    expect(list).toContain('Hết hạn 10/07/2026')
    expect((await visitor.get('/giay-to?q=bang%20tot')).body).not.toContain('Giấy xác nhận')
    expect((await visitor.get('/giay-to?loc=expired')).body).not.toContain('Bằng tốt nghiệp')
    const others = await stranger.get('/giay-to')
    expect(others.body).toContain('Chưa có giấy tờ nào')
    for (const path of [`/giay-to/${diploma}`, `/giay-to/${diploma}/tep/1`, '/giay-to/khong-co'])
      expect((await stranger.get(path)).status).toBe(404)
  })

  test('are offered for the paper a form asks for, linked by one press and taken off again', async () => {
    const base = await begun(visitor)
    const offered = (await visitor.get(`${base}/giay-to/1`)).body
    expect(offered).toContain('Có sẵn trong kho của bạn')
    expect(offered).toContain('Dùng giấy tờ này')
    expect((await visitor.post(`${base}/giay-to/1/kho`, { giay: diploma })).to).toBe(`${base}/giay-to/1`)
    const linked = (await visitor.get(`${base}/giay-to/1`)).body
    expect(linked).toContain('Lấy từ kho')
    expect(linked).not.toContain('Dùng giấy tờ này')
    expect((await visitor.get(`${base}/kiem-tra`)).body).toContain('Lấy từ kho')
    const fileId = /name="fileId" value="([^"]+)"/.exec(linked)?.[1] ?? ''
    await visitor.post(`${base}/giay-to/1/bo`, { fileId })
    expect((await visitor.get(`${base}/giay-to/1`)).body).toContain('Dùng giấy tờ này')
  })

  test('are another’s for nobody: neither offered nor linked', async () => {
    const base = await begun(stranger)
    expect((await stranger.get(`${base}/giay-to/1`)).body).not.toContain('Có sẵn trong kho')
    const refused = await stranger.post(`${base}/giay-to/1/kho`, { giay: diploma })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Không có nội dung này')
  })

  test('that are not the paper asked for, or expired, are refused with words', async () => {
    const base = await begun(visitor)
    const refused = await visitor.post(`${base}/giay-to/1/kho`, { giay: expired })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('đã hết hạn từ sau ngày 10/07/2026')
  })
})

test('a paper that is missing is answered from the vault on the page that asks for it', async () => {
  const base = await filledIn(visitor, '2.000815')
  const bai = /name="bai" value="([^"]+)"/.exec((await visitor.get(`${base}/kiem-tra`)).body)?.[1] ?? ''
  const code = /\/ho-so\/([^/]+)\/da-nop/.exec((await visitor.post(`${base}/nop`, { bai })).to ?? '')?.[1] ?? ''
  const desk = await portal.officer('anh.vn')
  const items = [{ componentCode: COPIED, what: 'Bản chính', reason: 'Ảnh mờ', how: 'Chụp lại' }]
  await runAction(portal.world.app, requestSupplement, desk, { dossierCode: code, items, replyBy: '2026-12-04' })
  const page = (await visitor.get(`/ho-so/${code}/bo-sung`)).body
  expect(page).toContain('Bằng tốt nghiệp')
  expect(page).not.toContain('Giấy xác nhận tình trạng hôn nhân')
  const empty = await visitor.upload(`/ho-so/${code}/bo-sung`, [])
  expect(empty.status).toBe(422)
  const sent = await visitor.upload(`/ho-so/${code}/bo-sung`, [], [['kho-1', diploma]])
  expect(sent.to).toBe(`/ho-so/${code}`)
  expect((await visitor.get(`/giay-to/${diploma}`)).body).toContain(code)
})

describe('changing how the result is received', () => {
  test('keeps what was typed, and shows the new way', async () => {
    const list = (await visitor.get('/ho-so')).body
    const code = /href="\/ho-so\/(H49[^"]+)"/.exec(list)?.[1] ?? ''
    const path = `/ho-so/${code}/nhan-ket-qua`
    expect((await visitor.get(`/ho-so/${code}`)).body).toContain(path)
    await visitor.get(path)
    const wrong = await visitor.post(path, { 'cach-nhan': 'postal', 'dia-chi': '' })
    expect([wrong.status, wrong.body.includes('Ghi địa chỉ để bưu điện')]).toEqual([422, true])
    expect((await visitor.post(path, { 'cach-nhan': '' })).body).toContain('Chọn một cách nhận')
    expect((await visitor.post(path, { 'cach-nhan': 'counter' })).to).toBe(`/ho-so/${code}`)
    expect((await stranger.get(path)).status).toBe(404)
  })
})

describe('sharing a paper', () => {
  const share = async (typed: Record<string, string>) =>
    visitor.post(`/giay-to/${diploma}/chia-se`, { 'cho-ai': 'Nhà trường', 'so-ngay': '7', 'so-lan': '1', ...typed })
  const linkIn = (body: string) => /\/chia-se\/[\w-]{20,}/.exec(body)?.[0] ?? ''
  const anybody = () => browse(portal, ANONYMOUS)

  test('keeps what was typed and says what is wrong', async () => {
    await visitor.get(`/giay-to/${diploma}`)
    const wrong = await share({ 'cho-ai': '', 'so-lan': '99', 'mat-khau': 'ab' })
    expect(wrong.status).toBe(422)
    for (const words of ['Ghi chia sẻ cho ai', 'Nhập số lần từ 1 đến 20', 'Mật khẩu cần ít nhất 4', 'value="99"'])
      expect(wrong.body).toContain(words)
  })

  test('shows the link once; it opens so often and no more, on record', async () => {
    const made = await share({})
    const link = linkIn(made.body)
    expect(made.body).toContain('chỉ hiện một lần này')
    expect((await visitor.get(`/giay-to/${diploma}`)).body).not.toContain(link)
    const guest = anybody()
    const look = await guest.get(link)
    expect(look.body).toContain('còn 1 lần mở')
    expect(look.body).not.toContain(hanh.fullName)
    const opened = await guest.post(link, { tep: '1' })
    expect([opened.status, opened.body.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect((await guest.post(link, { tep: '1' })).status).toBe(404)
    expect((await guest.get(link)).body).toContain('Đường dẫn này không mở được')
    expect((await visitor.get(`/giay-to/${diploma}`)).body).toContain('Đã hết số lần mở')
    const lines = await linesOf(portal.world.app.db, `vault:${diploma}`)
    expect(lines.at(-1)).toMatchObject({ what: 'documents.vault-opened-by-link', actor: 'anonymous' })
    expect(JSON.stringify(lines)).not.toContain(link.split('/').at(-1))
  })

  test('with a password locks after five wrong ones', async () => {
    const link = linkIn((await share({ 'mat-khau': 'hoa-sen' })).body)
    const guest = anybody()
    await guest.get(link)
    for (const left of [4, 3, 2, 1])
      expect((await guest.post(link, { tep: '1', 'mat-khau': 'sai' })).body).toContain(`Còn thử được ${left} lần`)
    await guest.post(link, { tep: '1', 'mat-khau': 'sai' })
    expect((await guest.post(link, { tep: '1', 'mat-khau': 'hoa-sen' })).status).toBe(404)
  })

  test('ends when it is taken back and when its days are over', async () => {
    const taken = linkIn((await share({ 'so-lan': '5' })).body)
    const id = /chia-se\/([0-9a-f-]{36})\/thu-lai/.exec((await visitor.get(`/giay-to/${diploma}`)).body)?.[1] ?? ''
    expect((await stranger.post(`/giay-to/${diploma}/chia-se/${id}/thu-lai`, {})).status).toBe(404)
    await visitor.post(`/giay-to/${diploma}/chia-se/${id}/thu-lai`, {})
    expect((await anybody().get(taken)).status).toBe(404)
    const lasting = linkIn((await share({ 'so-ngay': '1' })).body)
    expect((await anybody().get(lasting)).status).toBe(200)
    portal.world.clock.advance(24 * 60)
    expect((await anybody().get(lasting)).status).toBe(404)
    expect((await anybody().get('/chia-se/khong-co')).status).toBe(404)
  })
})

describe('papers of an organisation', () => {
  const businessCode = '5701987658'
  const member = (citizenId: string, role: MemberRole) =>
    insertMember(
      portal.world.app.db,
      { id: newId(), businessCode, citizenId, role, position: null, validFrom: '2026-01-01', validTo: null },
      { appointedBy: null, now: portal.world.clock.now() },
    )

  test('are before its people, who use them; whoever represents it decides about them', async () => {
    const { app, clock } = portal.world
    const owner = { kind: 'business-code', number: businessCode } as const
    const id = await kept('Giấy chứng nhận đăng ký doanh nghiệp', 'enterprise', '2026-02-01', owner)
    expect((await stranger.get(`/giay-to/${id}`)).status).toBe(404)

    await saveOrganisation(app.db, { businessCode, name: 'Công ty TNHH Vịnh Xanh' }, clock.now())
    await member(hanh.citizenId, 'clerk')
    await member(dong.citizenId, 'representative')
    expect((await visitor.get('/giay-to')).body).toContain('Công ty TNHH Vịnh Xanh')
    const seen = (await visitor.get(`/giay-to/${id}`)).body
    expect([seen.includes('Chỉ người đại diện của tổ chức'), seen.includes('Tạo đường dẫn')]).toEqual([true, false])
    expect((await visitor.get(`/giay-to/${id}/tep/1`)).status).toBe(200)
    const share = { 'cho-ai': 'Ngân hàng', 'so-ngay': '7', 'so-lan': '1' }
    expect((await visitor.post(`/giay-to/${id}/chia-se`, share)).status).toBe(404)
    expect((await visitor.post(`/giay-to/${id}/bao-sai`, { sai: 'Sai tên công ty' })).status).toBe(404)
    await stranger.get(`/giay-to/${id}`)
    expect((await stranger.post(`/giay-to/${id}/chia-se`, share)).status).toBe(201)
  })

  test('are looked for when somebody files for it, and not by a number that was only typed', async () => {
    const owners = async (code: string) => {
      const applicant = {
        ...partiesOf(answersOfPerson(hanh)).applicant,
        kind: 'organisation' as const,
        businessCode: code,
      }
      const parties = { applicant, submitter: applicant }
      return (await ownersWithin(portal.world.app.db, hanh, parties, portal.world.clock.now())).map(
        ({ number }) => number,
      )
    }
    expect(await owners(businessCode)).toEqual([hanh.personalId, businessCode])
    expect(await owners('0100109106')).toEqual([hanh.personalId])
  })
})

describe('a paper that is wrong', () => {
  test('goes to the unit that issued it, and the answer comes back', async () => {
    await visitor.get(`/giay-to/${diploma}`)
    expect((await visitor.post(`/giay-to/${diploma}/bao-sai`, { sai: 'x' })).body).toContain('ít nhất 5 chữ')
    expect((await stranger.post(`/giay-to/${diploma}/bao-sai`, { sai: 'Sai ngày sinh' })).status).toBe(404)
    await visitor.post(`/giay-to/${diploma}/bao-sai`, { sai: 'Ngày sinh đúng là 12/02' })
    expect((await visitor.post(`/giay-to/${diploma}/bao-sai`, { sai: 'Sai lần nữa' })).status).toBe(409)

    const clerk = browse(portal, await portal.officer('nga.ht'))
    const other = await portal.officer('hoa.nt')
    const elsewhere = browse(portal, other)
    const list = (await clerk.get('/kho/bao-sai')).body
    expect(list).toContain('Ngày sinh đúng là 12/02')
    const path = /\/kho\/bao-sai\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
    expect((await elsewhere.get('/kho/bao-sai')).body).not.toContain('Ngày sinh')
    expect((await elsewhere.get(path)).status).toBe(404)
    const answer = { disputeId: path.split('/').at(-1), outcome: 'is-right', answer: 'Giấy tờ đúng' }
    await expect(runAction(portal.world.app, answerDispute, other, answer)).rejects.toThrow('platform.not-found')
    await clerk.get(path)
    expect((await clerk.get(`${path}/tep/1`)).body.slice(0, 5)).toBe('%PDF-')
    const wrong = await clerk.post(path, { 'ket-luan': '', 'tra-loi': 'Đã' })
    expect([wrong.status, wrong.body.includes('Chọn kết luận')]).toEqual([422, true])
    await clerk.post(path, { 'ket-luan': 'will-be-corrected', 'tra-loi': 'Phường sẽ đính chính ngày sinh.' })
    const answered = (await visitor.get(`/giay-to/${diploma}`)).body
    expect(answered).toContain('Sẽ được sửa')
    expect(answered).toContain('Phường sẽ đính chính ngày sinh.')
    expect((await clerk.post(path, { 'ket-luan': 'is-right', 'tra-loi': 'Lần nữa thôi' })).status).toBe(409)
  })
})
