import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refusalSentence as fill } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import type { NamedPerson } from '../co-applicants/co-applicant.ts'
import { draftCoApplicants } from '../co-applicants/store.ts'
import type { Draft } from '../drafts/draft.ts'
import { lockDraft } from '../drafts/store.ts'
import { checkAnswers, filingForm } from '../filing/filing-form.ts'
import { FILING_FIELDS, type FilingInput } from '../filing/filing-input.ts'
import { placeOfFiling } from '../filing/filing-place.ts'
import { procedureOf } from '../known.ts'
import { renderApplication } from './application-paper.ts'
import { contentSha256, isLaidOutFor, paperOf, signPlace } from './application.ts'
import { ownApplication } from './open-application.ts'
import { draftApplication, savePrepared } from './store.ts'
import { applicationTexts as texts } from './paper.texts.ts'

export const FilingOfDraft = Type.Object({ ...FILING_FIELDS, draftCode: Type.String({ maxLength: 12 }) })

/** The paper the next signature goes over. */
export type LaidOut = {
  draftId: string
  fileId: string
  sha256: string
  /** Of what it says and for whom. */ content: string
}

/**
 * Lays the application out as it will be filed, ready to be signed. Laid out again from the same words it is the same paper.
 * Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24.
 */
export const prepareApplication = action({
  name: 'dossiers.prepare-application',
  roles: ['citizen'],
  input: Type.Object({ filing: FilingOfDraft }),
  async run(ctx, actor, { filing }): Promise<LaidOut> {
    const { citizen, draft } = await ownApplication(ctx.db, actor, filing.draftCode)
    await lockDraft(ctx.db, draft.id)
    return layOut(ctx, {
      draft,
      filing,
      filerName: citizen.fullName,
      people: await draftCoApplicants(ctx.db, draft.id),
    })
  },
})

type ToLayOut = {
  draft: Pick<Draft, 'id' | 'resumeCode' | 'procedureVersionId'>
  filing: FilingInput
  filerName: string
  people: readonly (NamedPerson & { id: string })[]
}

/** With a place to sign for everybody who stands for it; what is signed already from the same words stays. */
export async function layOut(ctx: ActionContext, { draft, filing, filerName, people }: ToLayOut): Promise<LaidOut> {
  const content = contentSha256(filing, people)
  const before = await draftApplication(ctx.db, draft.id)
  const known = before && isLaidOutFor(before, content) && signPlace(null) in before.places ? before : undefined
  const laidOut = known ? paperOf(known) : await layOutAnew(ctx, { draft, filing, filerName, people }, content)
  const facts = { file: laidOut.fileId, sha256: laidOut.sha256, again: known !== undefined }
  ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-laid-out', facts })
  return { draftId: draft.id, ...laidOut, content }
}

async function layOutAnew(ctx: ActionContext, { draft, filing, filerName, people }: ToLayOut, content: string) {
  const procedure = await procedureOf(ctx.db, draft.procedureVersionId)
  const day = vietnamDate(ctx.now)
  await checkAnswers(await filingForm(ctx.db, procedure, day), filing.answers, day)
  const agencyName = await agencyOf(ctx, procedure, filing)
  const filed = { procedure, input: filing, agencyName, filerName, people, madeAt: ctx.now }
  const { pdf: bytes, pages, anchors: places } = await renderApplication(ctx.db, filed)
  if (![null, ...people.map(({ id }) => id)].every((id) => signPlace(id) in places))
    throw new Error('the application has no room for a signature')
  const name = fill(texts.fileName, { code: draft.resumeCode })
  const { id: fileId, sha256 } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
  const prepared = { draftId: draft.id, inputSha256: content, fileId, sha256, preparedAt: ctx.now, places }
  if (!(await savePrepared(ctx.db, prepared))) throw new Refusal('dossiers.draft-not-found')
  return { fileId, sha256 }
}

async function agencyOf(
  { db, now }: ActionContext,
  procedure: Parameters<typeof placeOfFiling>[1],
  { competentUnitCode, answers }: FilingInput,
): Promise<string> {
  const communeCode = typeof answers.communeCode === 'string' ? answers.communeCode : null
  const { competent } = await placeOfFiling(db, procedure, { competentUnitCode, communeCode }, vietnamDate(now))
  return competent.name
}
