import {
  acceptLinkedPart,
  completeLinkedPart,
  processOf,
  releaseBody,
  releaseLinkedPart,
  remindLinkedPart,
  requestDemandedOpinions,
  resendLinkedPart,
  returnLinkedPart,
  sendLinkedParts,
  waiveStep,
  type Dossier,
} from '../../src/dossiers/index.ts'
import { whyNotRelease } from '../../src/dossiers/consultation/consultation.ts'
import { consultationsOf } from '../../src/dossiers/consultation/store.ts'
import { demandsOpen } from '../../src/dossiers/demands/demands.ts'
import {
  whyNotAccept,
  whyNotComplete,
  whyNotReleasePart,
  whyNotRemindPart,
  whyNotResend,
  whyNotReturn,
  type LinkedPart,
} from '../../src/dossiers/linked/linked-part.ts'
import { partsOf } from '../../src/dossiers/linked/store.ts'
import type { Reason } from '../../src/platform/refusal.ts'
import type { Chance } from './chance.ts'
import type { HistoryWorld } from './history-world.ts'
import { LAW, REASON } from './take-action.ts'

/** How much likelier than the rest. */
const LIKELY: Record<string, number> = { acceptLinkedPart: 3, completeLinkedPart: 4, resendLinkedPart: 3 }

/** Something that may happen now; a name twice is twice as likely. */
type Happening = { name: string; take(): Promise<unknown> }

/** What may happen beside the steps of a dossier whose process demands it: asked for, left out, done by other bodies. */
export async function happeningsBeside(world: HistoryWorld, dossier: Dossier, chance: Chance): Promise<Happening[]> {
  const { app } = world
  const { steps } = await processOf(app.db, dossier.processId)
  const [parts, rounds] = await Promise.all([partsOf(app.db, dossier.id), consultationsOf(app.db, dossier.id)])
  const isBegun = (code: string) => [...parts, ...rounds].some(({ stepCode }) => stepCode === code)
  const open = demandsOpen(steps, dossier).filter(({ code }) => !isBegun(code))
  return [
    ...open.flatMap((step) => beginnings(world, dossier, { code: step.code, isLinked: step.linked !== null }, chance)),
    ...parts.flatMap((part) => ofPart(world, dossier, part, chance)),
    ...rounds.flatMap((round) =>
      round.bodies
        .filter((body) => !whyNotRelease({ ...round, handling: dossier.handling }, body, world.clock.now()))
        .map(({ id: bodyId }) => ({
          name: 'releaseBody',
          take: () =>
            world.run(releaseBody, world.people.head, {
              dossierCode: dossier.code,
              no: round.no,
              bodyId,
              reason: REASON,
              legalBasis: LAW,
            }),
        })),
    ),
  ]
}

function beginnings(
  { run, people }: HistoryWorld,
  { code: dossierCode }: Dossier,
  { code: stepCode, isLinked }: { code: string; isLinked: boolean },
  { toss }: Chance,
): Happening[] {
  const asking = { question: 'Có ý kiến gì?', whyAfterDue: 'Thời hạn luật định' }
  const begin: Happening = isLinked
    ? {
        name: 'sendLinkedParts',
        take: () => run(sendLinkedParts, people.head, { dossierCode, stepCode, showsAnswers: toss(0.5) }),
      }
    : {
        name: 'requestDemandedOpinions',
        take: () => run(requestDemandedOpinions, people.head, { dossierCode, stepCode, ...asking }),
      }
  const waiver = { dossierCode, stepCode, reason: REASON, legalBasis: LAW }
  // The one-stop desk leads the linked step.
  const waive = { name: 'waiveStep', take: () => run(waiveStep, isLinked ? people.desk : people.head, waiver) }
  return [begin, begin, begin, waive]
}

function ofPart(world: HistoryWorld, dossier: Dossier, part: LinkedPart, { pick, toss }: Chance): Happening[] {
  const { run, work, people, consulted, bodyFiles, clock } = world
  const { id: partId, unitId } = part
  const now = clock.now()
  const body = consulted.find(({ grants }) => grants.some((grant) => grant.unitId === unitId))
  if (!body) throw new Error('sent to nobody')
  const led = { dossierCode: dossier.code, partId }
  const unitCode = pick(consulted).grants[0]?.unitCode
  const done = { partId, outcome: pick(['fulfilled', 'not-fulfilled']), note: 'Kết quả của cơ quan' }
  const file = toss(0.5) ? { fileId: bodyFiles.get(body) } : {}
  const all: [string, Reason | undefined, () => Promise<unknown>][] = [
    ['acceptLinkedPart', whyNotAccept(part, dossier), () => run(acceptLinkedPart, body, { partId })],
    ['completeLinkedPart', whyNotComplete(part, dossier), () => run(completeLinkedPart, body, { ...done, ...file })],
    ['returnLinkedPart', whyNotReturn(part, dossier), () => run(returnLinkedPart, body, { partId, reason: REASON })],
    ['remindLinkedPart', whyNotRemindPart(part, dossier, now), () => run(remindLinkedPart, people.desk, led)],
    ['resendLinkedPart', whyNotResend(part, dossier), () => run(resendLinkedPart, people.head, { ...led, unitCode })],
    [
      'releaseLinkedPart',
      whyNotReleasePart(part, dossier, now),
      () => run(releaseLinkedPart, people.desk, { ...led, reason: REASON, legalBasis: LAW }),
    ],
    ['watchParts', whyNotReturn(part, dossier), () => work('dossiers.watch-linked-parts', {})],
  ]
  return all.flatMap(([name, whyNot, take]) =>
    whyNot ? [] : Array.from({ length: LIKELY[name] ?? 1 }, () => ({ name, take })),
  )
}
