import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Actor, Officer } from '../../platform/actor.ts'
import { rows, sql } from '../../platform/db.ts'
import { receiveUpload } from '../../documents/index.ts'
import { signingPurposesPort, trustPort, verifyPdf } from '../../signing/index.ts'
import { pdfLibDocument } from '../../signing/testing.ts'
import {
  resultsPurposes,
  approveResult,
  deliverResult,
  draftResult,
  getResult,
  returnSigned,
  sealResult,
  signResult,
} from '../index.ts'
import { codeOf, openResultsWorld, type ResultsWorld } from '../testing.ts'
import { attachScan } from './attach-scan.ts'
import { certifyCopy } from './certify-copy.ts'
import { destroyBlanks } from './destroy-blanks.ts'
import { getOriginal } from './get-original.ts'
import { listBlanks, listStock } from './list-blanks.ts'
import { receiveBlanks } from './receive-blanks.ts'
import { signOriginal } from './sign-original.ts'
import { spoilBlank } from './spoil-blank.ts'
import { useBlank } from './use-blank.ts'

const LAND = '1.013978'
let world: ResultsWorld
let today: string

beforeAll(async () => {
  world = await openResultsWorld()
  world.app.ports.set(signingPurposesPort, resultsPurposes)
  today = vietnamDate(world.clock.now())
})
afterAll(() => world.close())

const unitOf = (who: Officer) => who.grants[0]?.unitId ?? ''
const delivery = (from: string, to: string, more: object = {}) => ({
  unitId: unitOf(world.people.clerk),
  kind: 'gcn-dat',
  from,
  to,
  noteNumber: '15/PGN',
  noteOn: today,
  deliveredBy: 'Văn phòng đăng ký đất đai',
  ...more,
})
const receive = (who: Actor, from: string, to: string, more?: object) =>
  runAction(world.app, receiveBlanks, who, delivery(from, to, more))
const spoil = (who: Actor, serial: string, cause: 'misprinted' | 'damaged' | 'lost' = 'misprinted') =>
  runAction(world.app, spoilBlank, who, { kind: 'gcn-dat', serial, cause, reason: 'Lệch lề khi in.' })
const destroy = (who: Actor, serials: string[]) =>
  runAction(world.app, destroyBlanks, who, { kind: 'gcn-dat', serials, minutesNumber: '03/BB', minutesOn: today })
const stateOf = async (serial: string) =>
  (await world.read(listBlanks, world.people.clerk, { kind: 'gcn-dat' })).blanks.find((one) => one.serial === serial)
    ?.state

/** A land certificate, drafted and approved: it is printed on a blank. */
async function approvedOnBlank(): Promise<string> {
  const { specialist, head } = world.people
  const dossierCode = await world.appraised({ procedureCode: LAND })
  await world.run(draftResult, specialist, { dossierCode })
  await world.run(approveResult, head, { dossierCode })
  return dossierCode
}

async function scanBy(who: Officer, bytes?: Buffer) {
  const stream = Readable.from([bytes ?? (await pdfLibDocument())])
  return (await receiveUpload(world.app, who, { name: 'scan.pdf', stream, origin: 'scan' })).id
}

describe('the register of blanks', () => {
  it('takes in a delivery once, by the clerk who keeps it, as the note says', async () => {
    const { clerk, otherClerk, specialist, otherSpecialist } = world.people
    expect(await receive(clerk, 'AA 00000001', 'AA 00000020')).toMatchObject({ count: 20 })
    expect(await codeOf(receive(clerk, 'AA 00000020', 'AA 00000025'))).toBe('results.blank-known')
    expect(await codeOf(receive(otherClerk, 'AB 00000001', 'AB 00000002'))).toBe('platform.not-found')
    expect(await codeOf(receive(specialist, 'AB 00000001', 'AB 00000002'))).toBe('platform.forbidden')
    expect(await codeOf(receive(clerk, 'AB 1', 'AB 2'))).toBe('results.blank-serial-wrong')
    expect(await codeOf(receive(clerk, 'AB 000001', 'AB 000002', { noteOn: '2099-01-01' }))).toBe(
      'results.blank-note-in-future',
    )
    expect(await codeOf(receive(clerk, 'AB 000001', 'AB 000002', { kind: 'khac' }))).toBe('results.blank-kind-unknown')
    const [stock] = await world.read(listStock, clerk, {})
    expect(stock?.stock).toMatchObject({ counts: { 'in-stock': 20, used: 0 }, next: 'AA 00000001' })
    expect(await world.read(listStock, otherSpecialist, {})).toEqual([])
  })

  it('accounts for what is spoiled, lost and destroyed, each in one state', async () => {
    const { clerk, otherClerk } = world.people
    await spoil(clerk, 'aa 00000018')
    await spoil(clerk, 'AA 00000019', 'lost')
    expect(await codeOf(spoil(otherClerk, 'AA 00000017'))).toBe('platform.not-found')
    expect(await codeOf(spoil(clerk, 'AA 00000018'))).toBe('results.blank-gone')
    expect(await codeOf(destroy(clerk, ['AA 00000018', 'AA 00000017']))).toBe('results.blank-not-spoiled')
    expect(await stateOf('AA 00000018')).toBe('spoiled')
    expect(await codeOf(destroy(clerk, ['AA 00000019']))).toBe('results.blank-lost')
    expect(await codeOf(destroy(otherClerk, ['AA 00000018']))).toBe('platform.not-found')
    expect(await destroy(clerk, ['AA 00000018'])).toEqual({ count: 1 })
    expect(await stateOf('AA 00000018')).toBe('destroyed')
    const lines = await rows<{ what: string }>(
      world.app.db,
      sql`select what from platform.journal_line where subject = 'blank:gcn-dat:AA 00000018' order by seq`,
    )
    expect(lines.map(({ what }) => what)).toEqual(['results.blank-spoiled', 'results.blank-destroyed'])
    const [stock] = await world.read(listStock, clerk, {})
    expect(stock?.stock.counts).toEqual({ 'in-stock': 18, used: 0, spoiled: 1, destroyed: 1 })
  })
})

describe('a result on a blank', () => {
  it('is printed, signed by hand, scanned, certified by the agency and handed over', async () => {
    const { specialist, leader, otherLeader, clerk, otherClerk, desk } = world.people
    const dossierCode = await approvedOnBlank()
    expect(await codeOf(world.undertake(signResult, leader, { dossierCode, pin: world.pins.leader }))).toBe(
      'results.on-blank',
    )
    expect(await codeOf(world.run(signOriginal, leader, { dossierCode, signedOn: today }))).toBe(
      'results.blank-not-chosen',
    )
    expect(await codeOf(world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000018' }))).toBe(
      'results.blank-not-in-stock',
    )
    expect(await codeOf(world.run(useBlank, specialist, { dossierCode, serial: 'ZZ 00000001' }))).toBe(
      'results.blank-not-here',
    )
    await world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000001' })
    expect(await codeOf(world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000002' }))).toBe(
      'results.blank-already-chosen',
    )
    expect(await codeOf(world.run(signOriginal, otherLeader, { dossierCode, signedOn: today }))).toBe(
      'platform.not-found',
    )
    expect(await codeOf(world.run(signOriginal, leader, { dossierCode, signedOn: '2020-01-01' }))).toBe(
      'results.original-date-wrong',
    )
    await world.run(signOriginal, leader, { dossierCode, signedOn: today })
    expect(await codeOf(spoil(specialist, 'AA 00000001'))).toBe('results.blank-issued')
    expect(await codeOf(world.undertake(sealResult, clerk, { dossierCode, pin: world.pins.seal }))).toBe(
      'results.on-blank',
    )
    const certify = (who: Actor, pin: string) => codeOf(world.undertake(certifyCopy, who, { dossierCode, pin }))
    expect(await certify(clerk, world.pins.seal)).toBe('results.scan-missing')
    const scan = await scanBy(desk)
    expect(await codeOf(world.run(attachScan, clerk, { dossierCode, fileId: scan }))).toBe('platform.not-found')
    await world.run(attachScan, desk, { dossierCode, fileId: scan })
    expect(await certify(otherClerk, world.pins.otherSeal)).toBe('platform.not-found')
    expect(await certify(clerk, '000000')).toBe('signing.wrong-pin')
    expect(await certify(clerk, world.pins.seal)).toBe('done')

    const { result, issued, files } = await world.read(getResult, clerk, { dossierCode })
    expect(result).toMatchObject({ state: 'sealed', blankKind: 'gcn-dat' })
    const sealed = files.find(({ stage }) => stage === 'sealed')
    expect(sealed).toMatchObject({ signatures: 1, sha256: issued?.sha256 })
    const pdf = await world.app.files.bytes(sealed?.sha256 ?? '')
    const report = verifyPdf(pdf, world.app.ports.get(trustPort), world.clock.now())
    expect(report).toMatchObject({
      verdict: 'valid',
      signatures: [{ fieldName: 'sao-y', place: { page: 1 }, signer: { commonName: result.content.agency.name } }],
    })
    await world.run(deliverResult, desk, { dossierCode, how: 'counter', receiverName: 'Nguyễn Thu Hạnh' })
    expect(await world.read(getOriginal, clerk, { dossierCode })).toMatchObject({
      blank: { serial: 'AA 00000001', state: 'used', dossierCode },
      original: { signedByName: leader.fullName, signedOn: today, scannedByName: desk.fullName },
    })
  })

  it('goes on another blank when the print is spoiled, and the clerk may give the paper back', async () => {
    const { specialist, leader, clerk } = world.people
    const dossierCode = await approvedOnBlank()
    await world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000002' })
    await spoil(specialist, 'AA 00000002')
    await world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000003' })
    await world.run(signOriginal, leader, { dossierCode, signedOn: today })
    await world.run(returnSigned, clerk, { dossierCode, reason: 'Thiếu dấu giáp lai.' })
    await world.run(signOriginal, leader, { dossierCode, signedOn: today })
    await world.run(attachScan, clerk, { dossierCode, fileId: await scanBy(clerk) })
    expect(await codeOf(world.undertake(certifyCopy, clerk, { dossierCode, pin: world.pins.seal }))).toBe('done')
    expect(await stateOf('AA 00000002')).toBe('spoiled')
    expect(await stateOf('AA 00000003')).toBe('used')
  })

  it('takes a blank once, also when two reach for it in the same moment', async () => {
    const { specialist } = world.people
    const [one, other] = [await approvedOnBlank(), await approvedOnBlank()]
    const both = await Promise.all(
      [one, other].map((dossierCode) =>
        codeOf(world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000004' })),
      ),
    )
    expect(both.toSorted()).toEqual(['done', 'results.blank-not-in-stock'])
  })

  it('is not what is signed digitally', async () => {
    const dossierCode = await world.approved()
    const { specialist } = world.people
    expect(await codeOf(world.run(useBlank, specialist, { dossierCode, serial: 'AA 00000005' }))).toBe(
      'results.not-on-blank',
    )
    expect(await codeOf(world.read(getOriginal, specialist, { dossierCode }) as Promise<unknown>)).toBe(
      'platform.not-found',
    )
  })
})
