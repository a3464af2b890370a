import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Anchor } from '../../platform/pdf.ts'
import { Refusal, refusalSentence as fill } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { checkAnswers, filingForm } from '../filing/filing-form.ts'
import { FILING_FIELDS, type FilingInput } from '../filing/filing-input.ts'
import { placeOfFiling } from '../filing/filing-place.ts'
import { procedureOf } from '../known.ts'
import { renderApplication } from './application-paper.ts'
import { inputSha256, type DraftApplication } from './application.ts'
import { ownApplication } from './open-application.ts'
import { savePrepared } from './store.ts'
import { applicationTexts as texts } from './paper.texts.ts'

export const FilingOfDraft = Type.Object({ ...FILING_FIELDS, draftCode: Type.String({ maxLength: 12 }) })

export type LaidOut = Pick<DraftApplication, 'draftId' | 'fileId' | 'sha256'> & { place: Anchor; procedureName: string }

/**
 * Lays the application out as it will be filed, ready to be signed. Laid out again from the same words it is the same paper.
 * Căn cứ: Luật Giao dịch điện tử 2023, Điều 22–24.
 */
export const prepareApplication = action({
  name: 'dossiers.prepare-application',
  roles: ['citizen'],
  input: Type.Object({ filing: FilingOfDraft }),
  async run(ctx, actor, { filing }): Promise<LaidOut> {
    const { citizen, draft, application } = await ownApplication(ctx.db, actor, filing.draftCode)
    const procedure = await procedureOf(ctx.db, draft.procedureVersionId)
    const day = vietnamDate(ctx.now)
    await checkAnswers(await filingForm(ctx.db, procedure, day), filing.answers, day)
    const agencyName = await agencyOf(ctx, procedure, filing)
    const mark = inputSha256(filing)
    const known = application?.inputSha256 === mark ? application : undefined
    const madeAt = known?.preparedAt ?? ctx.now
    const paper = await renderApplication(ctx.db, { procedure, input: filing, agencyName, citizen, madeAt })
    const place = paper.anchors.sign
    if (!place) throw new Error('the application has no room for a signature')
    const laidOut = known ?? (await keep(ctx, { draftId: draft.id, mark, code: draft.resumeCode, paper }))
    const { fileId, sha256 } = laidOut
    const facts = { file: fileId, sha256, again: known !== undefined }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.application-laid-out', facts })
    return { draftId: draft.id, fileId, sha256, place, procedureName: procedure.name }
  },
})

async function agencyOf(
  { db, now }: ActionContext,
  procedure: Parameters<typeof placeOfFiling>[1],
  { competentUnitCode, answers }: FilingInput,
): Promise<string> {
  const communeCode = typeof answers.communeCode === 'string' ? answers.communeCode : null
  const { competent } = await placeOfFiling(db, procedure, { competentUnitCode, communeCode }, vietnamDate(now))
  return competent.name
}

type New = { draftId: string; mark: string; code: string; paper: { pdf: Buffer; pages: number } }

async function keep(ctx: ActionContext, { draftId, mark, code, paper: { pdf: bytes, pages } }: New) {
  const name = fill(texts.fileName, { code })
  const { id: fileId, sha256 } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
  const prepared = { draftId, inputSha256: mark, fileId, sha256, preparedAt: ctx.now }
  if (!(await savePrepared(ctx.db, prepared))) throw new Refusal('dossiers.draft-not-found')
  return { fileId, sha256 }
}
