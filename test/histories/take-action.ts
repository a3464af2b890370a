import {
  assignDossier,
  extendDeadline,
  receiveDossier,
  recordAppraisal,
  refuseIntake,
  requestSupplement,
  resumeDossier,
  returnStep,
  stopDossier,
  supplyDossier,
  suspendDossier,
  takeDossier,
  takeSupplement,
  undoStep,
  withdrawDossier,
  type Dossier,
  type DossierAction,
} from '../../src/dossiers/index.ts'
import type { Citizen, Officer } from '../../src/platform/actor.ts'
import { addDays, vietnamDate } from '../../src/platform/dates.ts'
import {
  approveResult,
  deliverResult,
  draftResult,
  refuseDelivery,
  replaceResult,
  returnDraft,
  returnSigned,
  sealResult,
  signResult,
} from '../../src/results/index.ts'
import type { Chance } from './chance.ts'
import type { HistoryWorld } from './history-world.ts'

type Take = (world: HistoryWorld, actor: Officer | Citizen, dossier: Dossier, chance: Chance) => Promise<unknown>

export const REASON = 'Lý do ghi cho lần làm này'
export const LAW = 'Nghị định 118/2025/NĐ-CP, Điều 19'

/** How each action on a dossier that is there is taken, as its page would send it. */
export const TAKE = {
  receiveDossier: ({ run }, actor, { code: dossierCode }) => run(receiveDossier, actor, { dossierCode }),
  requestSupplement: ({ run, clock }, actor, { code: dossierCode }, { pick, toss }) =>
    run(requestSupplement, actor, {
      dossierCode,
      items: [{ what: 'Bản chính', reason: pick(['Ảnh mờ', 'Thiếu trang']), how: 'Chụp lại' }],
      replyBy: addDays(vietnamDate(clock.now()), pick([1, 3, 10])),
      whyAgain: 'Phát sinh khi thẩm định',
      ...(toss(0.5) ? { legalBasis: LAW } : {}),
    }),
  supplyDossier: ({ run, filings, files }, actor, dossier, { pick, toss }) => {
    if (actor.kind === 'officer') {
      return run(takeSupplement, actor, {
        dossierCode: dossier.code,
        items: [{ no: 1, fileIds: [], reason: REASON }],
        channel: pick(['counter', 'postal']),
        ...(toss(0.3) ? { broughtBy: 'Người nhà' } : {}),
        receive: toss(0.5),
      })
    }
    const { filing } = filings.online.find((one) => one.filing.procedureCode === dossier.procedureCode) ?? {}
    const own = files.get(actor as Citizen) ?? []
    const papers = [...(filing?.components ?? []), ...(filing?.omitted ?? [])]
    const given = papers.filter(() => toss(0.6)).map(({ componentCode }) => componentCode)
    return run(supplyDossier, actor, {
      dossierCode: dossier.code,
      components: given.map((componentCode) => ({ componentCode, form: 'electronic', fileIds: [pick(own)] })),
      note: 'Tôi gửi bổ sung',
    })
  },
  refuseIntake: ({ run }, actor, { code: dossierCode }) =>
    run(refuseIntake, actor, { dossierCode, reason: REASON, legalBasis: LAW }),
  assignDossier: ({ run, people }, actor, { code: dossierCode }, { toss }) =>
    run(assignDossier, actor, {
      dossierCode,
      assigneeAccountId: people.specialist.accountId,
      ...(toss(0.5) ? { note: 'Làm trước' } : {}),
    }),
  takeDossier: ({ run }, actor, { code: dossierCode }) => run(takeDossier, actor, { dossierCode }),
  returnStep: ({ run }, actor, { code: dossierCode, handling }) =>
    run(handling === 'awaiting-seal' ? returnSigned : returnStep, actor, { dossierCode, reason: REASON }),
  recordAppraisal: ({ run }, actor, { code: dossierCode }, { toss }) =>
    run(recordAppraisal, actor, { dossierCode, outcome: toss(0.8) ? 'eligible' : 'ineligible', note: REASON }),
  suspendDossier: ({ run }, actor, { code: dossierCode }) =>
    run(suspendDossier, actor, { dossierCode, document: '12/CV-UBND', legalBasis: LAW, reason: REASON }),
  resumeDossier: ({ run }, actor, { code: dossierCode }) =>
    run(resumeDossier, actor, { dossierCode, document: '15/CV-UBND' }),
  draftResult: ({ run }, actor, { code: dossierCode }) => run(draftResult, actor, { dossierCode }),
  approveResult: ({ run }, actor, { code: dossierCode }) => run(approveResult, actor, { dossierCode }),
  returnDraft: ({ run }, actor, { code: dossierCode }) => run(returnDraft, actor, { dossierCode, reason: REASON }),
  signResult: ({ undertake, pins }, actor, { code: dossierCode }) =>
    undertake(signResult, actor, { dossierCode, pin: pins.leader }),
  sealResult: ({ undertake, pins }, actor, { code: dossierCode }) =>
    undertake(sealResult, actor, { dossierCode, pin: pins.seal }),
  deliverResult: ({ run }, actor, { code: dossierCode, resultDelivery }) =>
    run(deliverResult, actor, {
      dossierCode,
      how: resultDelivery,
      receiverName: 'Nguyễn Thu Hạnh',
      ...(resultDelivery === 'postal' ? { postalCode: 'VN123' } : {}),
    }),
  refuseDelivery: ({ run }, actor, { code: dossierCode }) =>
    run(refuseDelivery, actor, { dossierCode, refusedByName: 'Nguyễn Thu Hạnh', reason: REASON }),
  replaceResult: ({ run }, actor, { code: dossierCode }) =>
    run(replaceResult, actor, { dossierCode, reason: REASON, legalBasis: LAW }),
  extendDeadline: ({ run, clock }, actor, { code: dossierCode, dueOn }, { pick }) =>
    run(extendDeadline, actor, {
      dossierCode,
      reason: REASON,
      until: addDays(dueOn ?? vietnamDate(clock.now()), pick([1, 2, 3, 4])),
    }),
  withdrawDossier: ({ run }, actor, { code: dossierCode }) =>
    run(withdrawDossier, actor, { dossierCode, reason: REASON }),
  stopDossier: ({ run }, actor, { code: dossierCode }, { pick }) =>
    run(stopDossier, actor, {
      dossierCode,
      ground: pick(['asked-by-applicant', 'not-supplied-in-time', 'other']),
      reason: REASON,
      legalBasis: LAW,
    }),
  undoStep: ({ run }, actor, { code: dossierCode }) => run(undoStep, actor, { dossierCode }),
} satisfies Record<Exclude<DossierAction, 'submitDossier' | 'fileAtCounter'>, Take>
