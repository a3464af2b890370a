import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction } from '../../platform/action.ts'
import { newId } from '../../platform/id.ts'
import { linesOf } from '../../platform/journal/read.ts'
import { keepInVault, noScanner, receiveUpload, vaultEntriesByIds, virusScanPort } from '../../documents/index.ts'
import { aPdf } from '../../documents/testing.ts'
import { aPaper as aKeptPaper } from '../../documents/vault/testing.ts'
import { saveLook, valuesOf } from '../bench/store.ts'
import type { Judged } from '../bench/value.ts'
import { digitisationJobs } from '../index.ts'
import { paperById, setPaperFile, setPaperState } from '../intake/store.ts'
import { aReadPaper, BIRTH_PAPER } from '../readings/testing.ts'
import { tellCheckedPapers } from './tell-checked.ts'
import { paperFacts } from './paper-facts.ts'

const [onChecked, onEntered] = tellCheckedPapers
const hanh = {
  kind: 'citizen' as const,
  accountId: newId(),
  citizenId: newId(),
  fullName: 'Nguyễn Thu Hạnh',
  personalId: '022188000512',
}

let world: TestApp
beforeAll(async () => {
  world = await openTestApp({ work: { jobs: digitisationJobs, reactions: [] } })
  world.app.ports.set(virusScanPort, noScanner)
}, 60_000)
afterAll(() => world.close())

let drawn = 0
async function aFile(): Promise<string> {
  drawn += 1
  const stream = Readable.from([aPdf({ catalog: `/Lang (k-${drawn})` })])
  return (await receiveUpload(world.app, hanh, { name: 'giay.pdf', stream })).id
}

const judged = (text: string | null, normalised: unknown = text): Judged => {
  return { verdict: 'corrected', text, normalised, accountId: newId(), name: 'Ánh', at: '2026-11-20T02:00:00Z' }
}
const SETTLED: Record<string, Judged> = {
  number: judged('118/2019'),
  registeredAt: judged('UBND phường Bãi Cháy'),
  issuedOn: judged('05/09/2019', '2019-09-05'),
}

/** A birth certificate of a dossier that people have checked, with its archival file. */
async function checked(dossierId: string, fileId: string): Promise<string> {
  const { db } = world.app
  const given = { dossierId, dossierCode: 'H49.136-261120-0001', componentCode: 'A' }
  const paperId = await aReadPaper(world.app, [BIRTH_PAPER], given)
  for (const { id, version, name } of await valuesOf(db, paperId)) {
    const first = SETTLED[name] ?? judged(null)
    await saveLook(db, { id, version, state: 'settled', first, second: null, settled: first })
  }
  await setPaperFile(db, paperId, fileId)
  const paper = await paperById(db, paperId)
  if (!paper) throw new Error('no paper')
  await setPaperState(db, paper, 'checked')
  return paperId
}

async function entered(dossierId: string, fileId: string): Promise<string> {
  const unknown = { typeCode: 'A', number: null, issuer: null, issuedOn: null, verificationCode: null }
  const paper = aKeptPaper({ fileIds: [fileId], ...unknown, proof: 'compared', source: `dossier:${dossierId}` })
  const { entryIds } = await runAction(world.app, keepInVault, { kind: 'system', name: 'test' }, { papers: [paper] })
  return entryIds[0] ?? ''
}

test('the surest field says a fact, an empty one says nothing, and no day is told that is none', () => {
  const value = (name: string, text: string) => ({ name, text, normalised: text })
  const said = [
    value('number', ' '),
    value('bookNumber', '01-1994'),
    value('idIssuer', 'A'),
    value('registeredAt', 'B'),
  ]
  expect(paperFacts([...said, value('issuedOn', '2020-13-32')])).toEqual({
    number: '01-1994',
    issuer: 'B',
    issuedOn: null,
  })
  expect(paperFacts([])).toEqual({ number: null, issuer: null, issuedOn: null })
})

describe('a checked paper', () => {
  test('tells the vault what it is, once, whichever came first', async () => {
    const { app } = world
    const facts = { typeCode: 'birth-certificate', number: '118/2019', issuedOn: '2019-09-05', proof: 'compared' }
    const [one, other] = [newId(), newId()]
    const [oneFile, otherFile] = [await aFile(), await aFile()]
    const entryFirst = await entered(one, oneFile)
    const paperSecond = await checked(one, oneFile)
    await onChecked?.run(app, { paperId: paperSecond } as never)
    const paperFirst = await checked(other, otherFile)
    await onChecked?.run(app, { paperId: paperFirst } as never)
    const entrySecond = await entered(other, otherFile)
    await onEntered?.run(app, { entryId: entrySecond } as never)
    expect(await vaultEntriesByIds(app.db, [entryFirst, entrySecond])).toEqual([
      expect.objectContaining({ ...facts, issuer: 'UBND phường Bãi Cháy' }),
      expect.objectContaining(facts),
    ])
    await onChecked?.run(app, { paperId: paperFirst } as never)
    const lines = (await linesOf(app.db, `vault:${entrySecond}`)).map(({ what }) => what)
    expect(lines.filter((what) => what === 'documents.vault-facts-added')).toHaveLength(1)
  })

  test('of which the vault keeps nothing stays as it is', async () => {
    const { app } = world
    const [dossierId, kept] = [newId(), await aFile()]
    const entryId = await entered(dossierId, kept)
    const paperId = await checked(dossierId, await aFile())
    await onChecked?.run(app, { paperId } as never)
    await onEntered?.run(app, { entryId } as never)
    expect((await vaultEntriesByIds(app.db, [entryId]))[0]?.number).toBeNull()
  })
})
