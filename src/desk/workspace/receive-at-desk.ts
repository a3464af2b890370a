import { actorLabel } from '../../platform/actor.ts'
import { handledResult } from '../../platform/handled-request.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { act, attempt, refusalText, type WebRequest } from '../../platform/web/web.ts'
import { shortPaperName } from '../../catalogue/index.ts'
import { fileAtCounter, type Draft } from '../../dossiers/index.ts'
import { handedIn, stateOf } from '../paper-choice.ts'
import { heardOf } from '../held-at-desk.ts'
import { papersLeft, type Reception } from '../reception.ts'
import { choiceBox, fileBox } from './keep-reception.ts'
import { NO_ERRORS, type PageErrors } from './page-errors.ts'
import { receptionTexts as texts } from './texts.ts'

export type Receiving = { ok: true; code: string } | { ok: false; errors: PageErrors; status: number }

/** Receives what is kept of a reception. Everything that stands in the way is told at once. */
export async function receiveAtDesk(request: WebRequest, reception: Reception, draft: Draft): Promise<Receiving> {
  const errors = whatIsLeft(reception)
  if (errors) return { ok: false, errors, status: 422 }
  const { procedure, desk, agency, answers, papers } = reception
  const outcome = await attempt(() =>
    act(
      request,
      fileAtCounter,
      {
        procedureCode: procedure.code,
        deskCode: desk.code,
        ...(agency ? { competentUnitCode: agency.code } : {}),
        answers: answers.data,
        ...handedIn(papers),
        draftCode: draft.resumeCode,
        heard: heardOf(reception.notes, reception.values),
      },
      { idempotencyKey: keyOf(draft.id) },
    ),
  )
  if (outcome.ok) return { ok: true, code: outcome.result.code }
  if (isOver(outcome.refusal)) throw outcome.refusal
  const status = request.server.app.refusals[outcome.refusal.code]?.status ?? 409
  return { ok: false, errors: errorsOf(request, outcome.refusal), status }
}

/** The press came twice, or the draft has been filed from another window: the dossier that came of it, if any. */
export async function receivedBefore(request: WebRequest, pressId: string): Promise<string | undefined> {
  const { db } = request.server.app
  const done = await handledResult<{ code: string }>(db, actorLabel(request.actor), keyOf(pressId), fileAtCounter.name)
  return done?.code
}

/** Refusals that say this draft is not half-done any more. */
export function isOver({ code }: Refusal): boolean {
  return code === 'dossiers.draft-not-found' || code === 'platform.key-reused'
}

function keyOf(draftId: string): string {
  return `quay-${draftId}`
}

function whatIsLeft(reception: Reception): PageErrors | undefined {
  const { answers, agency, due } = reception
  const papers = papersLeft(reception).map((paper): [string, string] =>
    stateOf(paper) === 'missing'
      ? [fileBox(paper), texts.missingError(shortPaperName(paper.name))]
      : [choiceBox(paper), texts.bothError(shortPaperName(paper.name))],
  )
  const isTermOpen = !due && answers.errors.every(({ field }) => field !== 'caseCode')
  const general = agency ? (isTermOpen ? [texts.noTerm] : []) : [texts.otherDeskError]
  if (answers.errors.length === 0 && papers.length === 0 && general.length === 0) return undefined
  return { title: texts.errorsTitle, general, fields: answers.errors, boxes: Object.fromEntries(papers) }
}

function errorsOf(request: WebRequest, refusal: Refusal): PageErrors {
  const wrong = (refusal.facts.errors ?? []) as { path: string; message: string }[]
  const fields = wrong.flatMap(({ path, message }) =>
    path.startsWith('/answers/') ? [{ field: path.slice('/answers/'.length), code: 'refused', message }] : [],
  )
  const general = fields.length > 0 ? [] : [refusalText(request, refusal)]
  return { ...NO_ERRORS, title: texts.errorsTitle, general, fields }
}
