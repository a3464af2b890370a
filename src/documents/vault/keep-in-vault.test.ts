import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import type { Citizen } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { documentsRefusals, noScanner, receiveUpload, virusScanPort } from '../index.ts'
import { aPdf } from '../testing.ts'
import { keepInVault, revokeInVault, type KeptPaper } from './keep-in-vault.ts'
import { entriesOf, entryById } from './store.ts'
import { aPaper } from './testing.ts'
import { offersFor, takeFromVault } from './use-entries.ts'

const SYSTEM = { kind: 'system', name: 'test' } as const
const hanh: Citizen = {
  kind: 'citizen',
  accountId: newId(),
  citizenId: newId(),
  fullName: 'Nguyễn Thu Hạnh',
  personalId: '022188000512',
}
const owner = { kind: 'personal-id' as const, number: hanh.personalId }

let world: TestApp
beforeAll(async () => {
  world = await openTestApp({ refusals: documentsRefusals })
  world.app.ports.set(virusScanPort, noScanner)
})
afterAll(() => world.close())

let drawn = 0
async function aFile(): Promise<string> {
  drawn += 1
  const bytes = aPdf({ catalog: `/Lang (vi-${drawn})` })
  return (await receiveUpload(world.app, hanh, { name: `${drawn}.pdf`, stream: Readable.from([bytes]) })).id
}

async function keep(...papers: KeptPaper[]): Promise<string[]> {
  return (await runAction(world.app, keepInVault, SYSTEM, { papers })).entryIds
}

async function kept(paper: KeptPaper): Promise<string> {
  return (await keep(paper))[0] ?? ''
}

const entry = async (id: string) => {
  const found = await entryById(world.app.db, id)
  if (!found) throw new Error('no such entry')
  return found
}

const take = (ids: string[], owners = [owner]) =>
  takeFromVault({ db: world.app.db, now: world.clock.now() }, owners, ids)

describe('keeping a paper', () => {
  test('the same content twice is one entry, which becomes surer and never less sure', async () => {
    const fileIds = [await aFile()]
    const seen = aPaper({ fileIds, proof: 'seen', number: null, issuer: null, issuedOn: null, verificationCode: null })
    const id = await kept(seen)
    expect(await kept(seen)).toBe(id)
    const issued = aPaper({ fileIds, number: '7/TP', verificationCode: 'AB12' })
    expect(await kept(issued)).toBe(id)
    expect(await kept(seen)).toBe(id)
    expect(await entry(id)).toMatchObject({
      proof: 'issued-here',
      number: '7/TP',
      verificationCode: 'AB12',
      version: 1,
    })
    expect((await linesOf(world.app.db, `vault:${id}`)).map(({ what }) => what)).toEqual([
      'documents.vault-entered',
      'documents.vault-proof-raised',
    ])
  })

  test('another owner with the same content has an entry of their own', async () => {
    const fileIds = [await aFile()]
    const other = { kind: 'business-code' as const, number: '5700123456' }
    const [mine, theirs] = await keep(aPaper({ fileIds }), aPaper({ fileIds, owner: other }))
    expect(mine).not.toBe(theirs)
    expect((await entriesOf(world.app.db, [other])).map(({ id }) => id)).toEqual([theirs])
  })

  test('several files are one paper in their order', async () => {
    const files = [await aFile(), await aFile()]
    const id = await kept(aPaper({ fileIds: files }))
    expect((await entry(id)).fileIds).toEqual(files)
    expect(await kept(aPaper({ fileIds: files }))).toBe(id)
    expect(await kept(aPaper({ fileIds: files.toReversed() }))).not.toBe(id)
  })

  test('a file that is not there is no paper', async () => {
    await expect(keep(aPaper({ fileIds: [newId()] }))).rejects.toThrow('has no file')
  })

  test('is the system’s alone', async () => {
    const papers = [aPaper({ fileIds: [await aFile()] })]
    expect(await codeOf(runAction(world.app, keepInVault, hanh, { papers }))).toBe('platform.forbidden')
  })

  test('its last day comes from the law of the day it was issued', async () => {
    const id = await kept(aPaper({ fileIds: [await aFile()], typeCode: 'marital-status', issuedOn: '2026-05-20' }))
    expect((await entry(id)).validUntil).toBe('2026-11-20')
  })
})

describe('a paper that ends', () => {
  test('a replacement is the next version, and only it may be used', async () => {
    const before = aPaper({ fileIds: [await aFile()] })
    const first = await kept(before)
    const next = aPaper({ fileIds: [await aFile()], replaces: before.verificationCode ?? '' })
    const second = await kept(next)
    const [old, young] = [await entry(first), await entry(second)]
    expect(old).toMatchObject({ state: 'replaced', replacedBy: second, version: 1 })
    expect(young).toMatchObject({ state: 'in-force', version: 2, paperId: old.paperId })
    expect(await codeOf(take([first]))).toBe('documents.vault-replaced')
    expect((await take([second])).map(({ id }) => id)).toEqual([second])
    // The event comes again.
    expect(await kept(next)).toBe(second)
    expect((await entry(second)).version).toBe(2)
  })

  test('what is revoked stays to be seen and is not used', async () => {
    const paper = aPaper({ fileIds: [await aFile()], typeCode: 'land-use-right' })
    const id = await kept(paper)
    const revoke = (verificationCode: string) =>
      runAction(world.app, revokeInVault, SYSTEM, { owner, verificationCode, reason: 'Cấp không đúng đối tượng' })
    expect(await revoke('KHONG-CO')).toEqual({ revoked: false })
    expect(await revoke(paper.verificationCode ?? '')).toEqual({ revoked: true })
    expect(await revoke(paper.verificationCode ?? '')).toEqual({ revoked: false })
    expect(await entry(id)).toMatchObject({ state: 'revoked', endReason: 'Cấp không đúng đối tượng' })
    expect(await codeOf(take([id]))).toBe('documents.vault-revoked')
    const wanted = { code: 'KQ1', name: 'Giấy chứng nhận quyền sử dụng đất', eform: false }
    const offers = await offersFor(world.app.db, [owner], [wanted], '2026-11-21')
    expect(offers.get('KQ1')?.map(({ status }) => status)).toEqual(['revoked'])
  })

  test('what has expired is shown last and not used', async () => {
    const number = '022188009999'
    const theirs = { kind: 'personal-id' as const, number }
    const old = aPaper({ fileIds: [await aFile()], owner: theirs, typeCode: 'marital-status', issuedOn: '2026-01-10' })
    const young = { ...old, fileIds: [await aFile()], issuedOn: '2026-11-10', verificationCode: newId() }
    const [first, second] = await keep(young, old)
    const wanted = { code: 'KQ1', name: 'Giấy xác nhận tình trạng hôn nhân', eform: false }
    const offers = await offersFor(world.app.db, [theirs], [wanted], '2026-11-21')
    expect(offers.get('KQ1')?.map(({ id, status }) => [id, status])).toEqual([
      [first, 'in-force'],
      [second, 'expired'],
    ])
    expect(await codeOf(take([second ?? ''], [theirs]))).toBe('documents.vault-expired')
    expect(await codeOf(take([first ?? ''], [owner]))).toBe('platform.not-found')
  })
})
