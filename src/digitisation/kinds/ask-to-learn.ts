import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { runErrand } from '../../platform/errand.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { proposeFromKinds } from './propose-kinds.ts'
import { confirmedPapers } from './store.ts'
import { LEAST_PAPERS } from './word-counts.ts'

/** Learns how to tell kinds of papers apart, as asked; a proposal, or nothing where the papers do not suffice. */
export const learnKindsJob = defineJob<object>(
  'digitisation.learn-kinds',
  { retryLimit: 1, atOnce: 1 },
  async (app) => {
    try {
      await runErrand(app, proposeFromKinds, { kind: 'system', name: 'digitisation.learn-kinds' }, {})
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      app.log.warn({ reason: error.code, ...error.facts }, 'nothing was learned about kinds of papers')
    }
  },
)

/**
 * An administrator has the machine learn from the papers people checked. Reading a thousand papers once more takes minutes: it is done in
 * the background, and what comes of it waits for an administrator. Refuses with `digitisation.too-few-papers`.
 */
export const askToLearnKinds = action({
  name: 'digitisation.ask-to-learn-kinds',
  roles: ['administrator'],
  input: Type.Object({}),
  async run({ db, enqueue, journal }): Promise<{ papers: number }> {
    const papers = await confirmedPapers(db)
    const most = Math.max(0, ...[...Map.groupBy(papers, ({ typeCode }) => typeCode).values()].map((own) => own.length))
    if (most < LEAST_PAPERS)
      throw new Refusal('digitisation.too-few-papers', { count: papers.length, least: LEAST_PAPERS })
    await enqueue(learnKindsJob, {}, { singletonKey: 'kinds' })
    journal({ subject: 'kinds', what: 'digitisation.kinds-learning-asked', facts: { papers: papers.length } })
    return { papers: papers.length }
  },
})
