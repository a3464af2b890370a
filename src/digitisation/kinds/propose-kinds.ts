import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { valuesOf } from '../bench/store.ts'
import { evidenceOf, printedOn } from '../extraction/understand-paper.ts'
import type { ExtractionTemplate } from '../extraction/template.ts'
import { knownOn } from '../known-on.ts'
import { readPages } from '../readings/read-paper.ts'
import { withoutValues } from './form-words.ts'
import { measureKinds, taught, type MeasuredKinds, type SettledPaper } from './measure-kinds.ts'
import { samplePapers } from './sample-pages.ts'
import { confirmedPapers, kindWeights, SHIPPED_KINDS, type ConfirmedPaper } from './store.ts'
import { joinKinds, LEAST_PAPERS, learnKinds, type KindModel } from './word-counts.ts'

const recordKindProposal = action({
  name: 'digitisation.record-kind-proposal',
  roles: ['system'],
  input: Type.Object({ content: Type.Unsafe<KindModel>({}), measured: Type.Unsafe<MeasuredKinds>({}) }),
  async run({ db, now, journal }, _, { content, measured }) {
    await kindWeights.propose(db, { id: newId(), content, measured }, now)
    journal({ subject: 'kinds', what: 'digitisation.kinds-proposed', facts: { papers: measured.learnedFrom } })
  },
})

/**
 * Learns from papers whose kind people settled how to tell kinds apart, and proposes it with numbers before and after. Puts nothing
 * in force. Of a paper only how often words of its titles and labels stand on its kind is kept.
 */
export const proposeFromKinds = errand({
  name: 'digitisation.propose-kinds',
  roles: ['system'],
  input: Type.Object({}),
  async run(app, actor, _, meta): Promise<{ learnedFrom: number }> {
    const { templates, kinds: inForce } = await knownOn(app.db, vietnamDate(app.clock.now()))
    const papers: SettledPaper[] = []
    for (const one of await confirmedPapers(app.db)) papers.push(await settled(app, one, templates))
    const learned = learnKinds(`${SHIPPED_KINDS.version}+${taught(papers).length}`, taught(papers))
    if (Object.keys(learned.kinds).length === 0)
      throw new Refusal('digitisation.too-few-papers', { count: taught(papers).length, least: LEAST_PAPERS })
    const content = joinKinds(SHIPPED_KINDS, learned)
    const models = { shipped: SHIPPED_KINDS, inForce, proposed: content }
    const measured = measureKinds(models, papers, samplePapers(templates))
    await runAction(app, recordKindProposal, actor, { content, measured }, meta)
    return { learnedFrom: measured.learnedFrom }
  },
})

/** Only what is needed of it is held: a thousand readings at once would be too much. */
async function settled(
  app: App,
  { id: paperId, typeCode: type }: ConfirmedPaper,
  templates: readonly ExtractionTemplate[],
): Promise<SettledPaper> {
  const printed = (await readPages(app, paperId)).map(({ place, read }) => printedOn(place, read))
  const pages = evidenceOf(printed, templates)
  const filledIn = [
    ...(await valuesOf(app.db, paperId)).flatMap(({ readText, settled: found }) => [readText, found?.text ?? '']),
    ...printed.flatMap(({ pairs, cells }) => [...pairs, ...cells].map(({ value }) => value)),
  ]
  const words = new Set(pages.flatMap((page) => [...page.words]))
  return { paperId, type, pages, words: withoutValues(words, filledIn) }
}
