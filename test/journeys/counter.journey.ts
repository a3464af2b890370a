import { afterEach, describe, expect, test } from 'vitest'
import { anybodySees, onDisk } from './support/citizen-sees.ts'
import { receiveAtCounter } from './support/counter.ts'
import { appraise, approve, assign, draft, handOver, seal, sign } from './support/office.ts'
import { expectTrusted } from './support/peers.ts'
import { officer, takeProblems } from './support/people.ts'
import { BIRTH, CERTIFIED_COPY, HOUSEHOLD_BUSINESS, RETAIL_LICENCE, type Case } from './support/procedures.ts'
import { command } from './support/command.ts'

afterEach(async () => {
  expect(await takeProblems()).toEqual([])
})

/** A walk-in person: received at the desk, handed over at the desk. */
async function atCounter(asked: Case): Promise<string> {
  const { code } = await receiveAtCounter(asked)
  await assign(asked, code)
  await appraise(asked, code)
  await draft(asked, code)
  await approve(asked, code)
  await sign(asked, code)
  await seal(asked, code)
  await anybodySees(code, 'Đã giải quyết xong', asked.citizenName)
  const desk = await officer(asked.desk)
  const answer = await desk.page.request.get(`/lam/${code}/ket-qua.pdf`)
  await expectTrusted(await answer.body(), [asked.signatoryName, asked.agency])
  await handOver(asked, code)
  await desk.open(`/lam/${code}`)
  await desk.sees('Đã trả kết quả')
  return code
}

describe('at the counter, from the desk to the hand-over', () => {
  test('birth registration at a commune, 1.001193', () => atCounter(BIRTH))
  test('certified copy at a commune, 2.000815; the command line agrees with Poppler', async () => {
    const code = await atCounter(CERTIFIED_COPY)
    const desk = await officer(CERTIFIED_COPY.desk)
    const pdf = await (await desk.page.request.get(`/lam/${code}/ket-qua.pdf`)).body()
    const whole = await command('verify', await onDisk(pdf, 'ket-qua.pdf'))
    expect(whole.code, whole.err).toBe(0)

    const flipped = Buffer.from(pdf)
    flipped.writeUInt8(flipped.readUInt8(1_000) ^ 1, 1_000)
    expect((await command('verify', await onDisk(flipped, 'ket-qua.pdf'))).code).not.toBe(0)
    const appended = Buffer.concat([pdf, Buffer.from('\n% one more line\n')])
    expect((await command('verify', await onDisk(appended, 'ket-qua.pdf'))).code).not.toBe(0)

    const journal = await command('journal', 'verify')
    expect(journal.code, journal.out + journal.err).toBe(0)
  })
  test('household business at a commune, 1.001612', () => atCounter(HOUSEHOLD_BUSINESS))
  test('retail licence of a department, 20 working days, 2.000361', () => atCounter(RETAIL_LICENCE))
})
