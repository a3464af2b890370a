import { expect, inject, test } from 'vitest'
import { citizenSees } from './support/citizen-sees.ts'
import { fillIn, handIn } from './support/filing.ts'
import { citizen } from './support/people.ts'
import { CERTIFIED_COPY } from './support/procedures.ts'

test('Ctrl-C stops with code 0; the next start has every dossier, and people stay signed in', async () => {
  const person = await citizen(CERTIFIED_COPY.citizen)
  await person.open(`/thu-tuc/${CERTIFIED_COPY.code}/nop`)
  await fillIn(person, CERTIFIED_COPY)
  const code = await handIn(person, CERTIFIED_COPY)

  const answer = await fetch(inject('system').restart, { method: 'POST' })
  const { exitCode, downAnswer, readyAfterMs } = (await answer.json()) as {
    exitCode: number
    downAnswer: string
    readyAfterMs: number
  }
  expect({ exitCode, downAnswer }).toEqual({ exitCode: 0, downAnswer: 'down' })
  console.log(`started again in ${readyAfterMs} ms`)

  await citizenSees(person, code, 'đang kiểm tra hồ sơ của bạn')
})
