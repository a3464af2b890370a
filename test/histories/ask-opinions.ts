import {
  closeConsultation,
  giveOpinion,
  remindOpinion,
  requestOpinions,
  type Dossier,
} from '../../src/dossiers/index.ts'
import { tallyOf } from '../../src/dossiers/consultation/consultation.ts'
import { consultationsOf } from '../../src/dossiers/consultation/store.ts'
import type { Chance } from './chance.ts'
import type { HistoryWorld } from './history-world.ts'

/** One thing that may happen in a consultation, beside the steps of the dossier. */
export async function takePartInConsultation(world: HistoryWorld, dossier: Dossier, chance: Chance): Promise<string> {
  const { run, people, consulted, app, clock, work } = world
  const { pick, toss } = chance
  const { code: dossierCode } = dossier
  const open = (await consultationsOf(app.db, dossier.id)).filter(({ closedAt }) => closedAt === null)
  if (open.length === 0 || toss(0.1)) {
    await run(requestOpinions, people.head, {
      dossierCode,
      question: 'Cơ quan có ý kiến gì không?',
      completeness: pick(['all', 'majority', 'silence-agrees']),
      legalBasis: 'Luật Đầu tư, Điều 31',
      bodies: consulted.map(({ grants }) => ({
        unitCode: grants[0]?.unitCode,
        termDays: pick([1, 3, 5]),
        whyAfterDue: 'Thời hạn luật định',
        ...(toss(0.5) ? { question: 'Riêng phần của cơ quan?' } : {}),
      })),
    })
    return 'requestOpinions'
  }
  const { no, bodies, completeness } = pick(open)
  const body = pick(bodies)
  const isEnough = tallyOf(completeness, bodies, clock.now()).isMet
  switch (pick(isEnough ? (['close'] as const) : (['give', 'give', 'give', 'remind', 'watch'] as const))) {
    case 'give': {
      const answering = consulted.find(({ grants }) => grants.some(({ unitId }) => unitId === body.unitId))
      if (!answering) throw new Error('asked of nobody')
      const answer = pick(['agree', 'disagree', 'no-opinion'])
      const seen = body.opinions.at(-1)?.no ?? 0
      await run(giveOpinion, answering, { opinionId: body.id, answer, text: 'Ý kiến của cơ quan', seen })
      return 'giveOpinion'
    }
    case 'remind':
      await run(remindOpinion, people.head, { dossierCode, no, bodyId: body.id })
      return 'remindOpinion'
    case 'watch':
      await work('dossiers.watch-consultations', {})
      return 'watchOpinion'
    case 'close':
      await run(closeConsultation, people.head, { dossierCode, no, conclusion: 'Theo đa số' })
      return 'closeConsultation'
  }
}
