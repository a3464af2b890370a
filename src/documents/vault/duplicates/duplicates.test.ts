import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../../test/support/code-of.ts'
import { openTestApp, type TestApp } from '../../../../test/support/test-app.ts'
import { runAction } from '../../../platform/action.ts'
import type { Citizen, Officer } from '../../../platform/actor.ts'
import { newId } from '../../../platform/id.ts'
import { linesOf } from '../../../platform/journal/read.ts'
import { runQuery } from '../../../platform/query.ts'
import { documentsRefusals, noScanner, receiveUpload, virusScanPort } from '../../index.ts'
import { aPdf } from '../../testing.ts'
import type { KeptPaper } from '../keep-in-vault.ts'
import { keepInVault } from '../keep-in-vault.ts'
import { recordDecision } from '../decided.ts'
import { decisionsFor, entryById, insertUses } from '../store.ts'
import { aPaper } from '../testing.ts'
import { countVaultWork } from '../work-waiting.ts'
import { decideDuplicate, listDuplicates } from './decide-duplicate.ts'
import { likenessOf } from './duplicate.ts'

const SYSTEM = { kind: 'system', name: 'test' } as const
const desk = newId()
const officerAt = (unitId: string): Officer => ({
  kind: 'officer',
  accountId: newId(),
  fullName: 'Vũ Ngọc Ánh',
  grants: [{ role: 'intake-officer', unitId, unitCode: 'H49.136', reach: 'unit' }],
})
const [ours, stranger] = [officerAt(desk), officerAt(newId())]
const hanh: Citizen = {
  kind: 'citizen',
  accountId: newId(),
  citizenId: newId(),
  fullName: 'Hạnh',
  personalId: '022188000512',
}

let world: TestApp
beforeAll(async () => {
  world = await openTestApp({ refusals: documentsRefusals })
  world.app.ports.set(virusScanPort, noScanner)
})
afterAll(() => world.close())

let drawn = 0
async function kept(paper: Partial<KeptPaper> = {}, fileIds?: string[]): Promise<string> {
  drawn += 1
  const stream = Readable.from([aPdf({ catalog: `/Lang (vi-${drawn})` })])
  const files = fileIds ?? [(await receiveUpload(world.app, hanh, { name: `${drawn}.pdf`, stream })).id]
  const papers = [aPaper({ fileIds: files, keeperUnitId: desk, proof: 'compared', verificationCode: null, ...paper })]
  return (await runAction(world.app, keepInVault, SYSTEM, { papers })).entryIds[0] ?? ''
}

const entry = async (id: string) => {
  const found = await entryById(world.app.db, id)
  if (!found) throw new Error('no such entry')
  return found
}
const found = () => runQuery(world.app, listDuplicates, ours, {})
const decide = (duplicateId: string, outcome: 'same-paper' | 'other-paper', who = ours) =>
  runAction(world.app, decideDuplicate, who, { duplicateId, outcome })

describe('how alike two papers are', () => {
  const one = { typeCode: 'land-use-right', number: 'DM 512034', issuer: 'Sở Tài nguyên', issuedOn: '2021-06-22' }
  test.each([
    ['every mark agrees', {}, 'same'],
    ['written with other marks', { number: 'dm.512-034', issuer: 'SỞ TÀI NGUYÊN' }, 'same'],
    ['the issuer is not known', { issuer: null }, 'maybe'],
    ['the issuer is written otherwise', { issuer: 'Sở TN&MT' }, 'maybe'],
    ['the day is not known', { issuedOn: null }, 'maybe'],
    ['issued on another day', { issuedOn: '2022-06-22' }, undefined],
    ['another number', { number: 'DM 512035' }, undefined],
    ['without a number', { number: null }, undefined],
    ['another kind', { typeCode: 'building-permit' }, undefined],
    ['of no certain kind', { typeCode: null }, undefined],
  ])('%s', (_, difference, likeness) => {
    expect(likenessOf(one, { ...one, ...difference })).toBe(likeness)
  })
})

describe('a second scan of one paper', () => {
  test('is told to the unit that took it in, and nothing is merged by itself', async () => {
    const paper = { number: 'DM 512034', typeCode: 'land-use-right' }
    const [first, second] = [await kept(paper), await kept({ ...paper, proof: 'certified-copy' })]
    expect([await entry(first), await entry(second)]).toMatchObject([{ state: 'in-force' }, { state: 'in-force' }])
    const [twins] = await found()
    expect(twins).toMatchObject({ entry: { id: second }, twin: { id: first }, duplicate: { likeness: 'same' } })
    expect(await runQuery(world.app, listDuplicates, stranger, {})).toEqual([])
    expect(await countVaultWork(world.app.db, ours)).toEqual({ disputes: 0, duplicates: 1 })
    const id = twins?.duplicate.id ?? ''
    expect(await codeOf(decide(id, 'same-paper', stranger))).toBe('platform.not-found')
    expect(await codeOf(runAction(world.app, decideDuplicate, hanh, { duplicateId: id, outcome: 'same-paper' }))).toBe(
      'platform.forbidden',
    )
    await decide(id, 'same-paper')
    const [old, young] = [await entry(first), await entry(second)]
    expect(old).toMatchObject({ state: 'replaced', replacedBy: second })
    expect(young).toMatchObject({ state: 'in-force', paperId: old.paperId, version: 2 })
    expect(await codeOf(decide(id, 'other-paper'))).toBe('documents.duplicate-decided')
    expect(await found()).toEqual([])
    expect((await linesOf(world.app.db, `vault:${second}`)).map(({ what }) => what)).toEqual([
      'documents.vault-entered',
      'documents.vault-duplicate-found',
      'read',
      'documents.vault-duplicate-decided',
      'documents.vault-joined',
    ])
  })

  test('that is less sure ends itself, the surer stays in force', async () => {
    const paper = { number: '47/2014', typeCode: 'marriage-certificate' }
    const [first, second] = [await kept({ ...paper, proof: 'issued-here' }), await kept({ ...paper, proof: 'seen' })]
    await decide((await found())[0]?.duplicate.id ?? '', 'same-paper')
    const [sure, seen] = [await entry(first), await entry(second)]
    expect(sure).toMatchObject({ state: 'in-force', version: 1 })
    expect(seen).toMatchObject({ state: 'replaced', replacedBy: first, paperId: sure.paperId, version: 2 })
  })

  test('may be another paper: both stay and nobody is asked again', async () => {
    const paper = { number: '5/GP', typeCode: 'building-permit' }
    const [first, second] = [await kept({ ...paper, issuer: null }), await kept(paper)]
    const [twins] = await found()
    expect(twins?.duplicate.likeness).toBe('maybe')
    await decide(twins?.duplicate.id ?? '', 'other-paper')
    expect([await entry(first), await entry(second)]).toMatchObject([{ state: 'in-force' }, { state: 'in-force' }])
    await kept(paper, (await entry(second)).fileIds)
    expect(await found()).toEqual([])
  })

  test('with the same file is one entry that learns what was not known', async () => {
    const id = await kept({ number: null, issuer: null, issuedOn: null, typeCode: 'secondary-diploma' })
    expect(await kept({ number: 'B 77', typeCode: 'secondary-diploma' }, (await entry(id)).fileIds)).toBe(id)
    expect(await entry(id)).toMatchObject({ number: 'B 77', issuedOn: '2026-11-20' })
    expect((await linesOf(world.app.db, `vault:${id}`)).at(-1)?.what).toBe('documents.vault-facts-added')
    await kept({ number: 'B 99', proof: 'seen', typeCode: 'secondary-diploma' }, (await entry(id)).fileIds)
    expect((await entry(id)).number).toBe('B 77')
  })
})

describe('the decision a paper served', () => {
  const decision = {
    usedFor: 'dossier:1',
    resultCode: 'QN-1',
    number: '12/QĐ-UBND',
    title: 'Quyết định trợ cấp',
    issuer: 'UBND phường Bãi Cháy',
    decidedOn: '2026-11-20',
    conclusion: 'granted' as const,
  }
  const record = (usedFor: string) => runAction(world.app, recordDecision, SYSTEM, { ...decision, usedFor })

  test('stands in the ledger once, and only where a paper was taken', async () => {
    const entryId = await kept({ number: '9/KS' })
    const use = {
      entryId,
      usedFor: 'dossier:1',
      componentCode: 'A',
      version: 1,
      usedForCode: 'H49-1',
      procedureCode: '1.000001',
      procedureName: 'Thủ tục',
      unitId: desk,
      ground: 'chosen-by-owner' as const,
      usedAt: world.clock.now(),
    }
    await insertUses(world.app.db, [use], 'citizen:1')
    expect(await record('dossier:1')).toEqual({ papers: 1 })
    expect(await record('dossier:1')).toEqual({ papers: 0 })
    expect(await record('dossier:2')).toEqual({ papers: 0 })
    expect(await decisionsFor(world.app.db, ['dossier:1', 'dossier:2'])).toEqual([decision])
    expect((await linesOf(world.app.db, `vault:${entryId}`)).at(-1)).toMatchObject({
      what: 'documents.vault-served-decision',
      facts: { number: '12/QĐ-UBND', conclusion: 'granted' },
    })
    expect(await codeOf(runAction(world.app, recordDecision, ours, decision))).toBe('platform.forbidden')
  })
})
