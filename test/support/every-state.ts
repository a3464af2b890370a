import type { Handling } from '../../src/dossiers/index.ts'
import {
  assignDossier,
  extendDeadline,
  receiveDossier,
  recordAppraisal,
  refuseIntake,
  requestSupplement,
  stopDossier,
  submitDossier,
  suspendDossier,
  withdrawDossier,
} from '../../src/dossiers/index.ts'
import { aFiling, answersOfPerson } from '../../src/dossiers/testing.ts'
import { deliverResult, draftResult } from '../../src/results/index.ts'
import { CERTIFIED_COPY, type ResultsWorld } from '../../src/results/testing.ts'

/** A term of fifteen working days: there is time to extend it. */
const LONG_TERM = '1.003440'
const ITEMS = [{ what: 'Quê quán của cha', reason: 'Chưa khai', how: 'Ghi xã, phường và tỉnh' }]
const WHY = { reason: 'Bản chính bị tẩy xoá.', legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 22' }

export type EveryState = Record<Handling | 'extended', string>

/** Codes of dossiers of Nguyễn Thu Hạnh, one in every state and one with another date than promised. */
export async function inEveryState(world: ResultsWorld): Promise<EveryState> {
  const { app, people, run, approved, signed, sealed } = world
  const { hanh, desk, head, specialist } = people
  const submitted = async (procedureCode = CERTIFIED_COPY) => {
    const answers = answersOfPerson(hanh)
    return (await run(submitDossier, hanh, await aFiling(app, hanh, procedureCode, { answers }))).code
  }
  const received = async (procedureCode?: string) => {
    const dossierCode = await submitted(procedureCode)
    await run(receiveDossier, desk, { dossierCode })
    return dossierCode
  }
  const appraising = async (procedureCode?: string) => {
    const dossierCode = await received(procedureCode)
    await run(assignDossier, head, { dossierCode, assigneeAccountId: specialist.accountId })
    return dossierCode
  }
  const awaitingSupplement = async () => {
    const dossierCode = await submitted()
    await run(requestSupplement, desk, { dossierCode, items: ITEMS, replyBy: '2026-12-04' })
    return dossierCode
  }
  const refused = await submitted()
  await run(refuseIntake, desk, { dossierCode: refused, ...WHY })
  const withdrawn = await submitted()
  await run(withdrawDossier, hanh, { dossierCode: withdrawn, reason: 'Tôi nộp nhầm.' })
  const suspended = await appraising(LONG_TERM)
  await run(suspendDossier, specialist, { dossierCode: suspended, document: '12/CV-UBND', ...WHY })
  const extended = await appraising(LONG_TERM)
  await run(extendDeadline, head, { dossierCode: extended, reason: 'Cần thêm thời gian.', until: '2026-12-25' })
  const stopped = await appraising(LONG_TERM)
  await run(stopDossier, specialist, { dossierCode: stopped, ground: 'asked-by-applicant', ...WHY })
  const awaitingApproval = await appraising()
  await run(recordAppraisal, specialist, { dossierCode: awaitingApproval, outcome: 'eligible', note: 'Đủ.' })
  await run(draftResult, specialist, { dossierCode: awaitingApproval })
  const delivered = await sealed('counter')
  await run(deliverResult, desk, { dossierCode: delivered, how: 'counter', receiverName: hanh.fullName })
  return {
    submitted: await submitted(),
    received: await received(),
    appraising: await appraising(),
    suspended,
    extended,
    'awaiting-approval': awaitingApproval,
    'awaiting-signature': await approved(),
    'awaiting-seal': await signed(),
    finished: await sealed('counter'),
    delivered,
    'awaiting-supplement': await awaitingSupplement(),
    refused,
    withdrawn,
    stopped,
  }
}
