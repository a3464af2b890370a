import { actorLabel } from '../../platform/actor.ts'
import { act, attempt, field, type FormBody, type WebRequest } from '../../platform/web/web.ts'
import { shortPaperName } from '../../catalogue/index.ts'
import {
  arranged,
  composedPages,
  isPicture,
  pagesAsPdf,
  type ComposedPage,
  type PageChoice,
  type StoredFile,
} from '../../documents/index.ts'
import { attachDraftFile, removeDraftFile } from './draft-files.ts'

/** A paper of a half-done form with what was sent for it. */
export type DraftPaper = { resumeCode: string; code: string; name: string; files: readonly StoredFile[] }

/** Files that arrived for a paper: its photos become one PDF, new ones behind those that are there; the others stay as they are. */
export async function takeDraftFiles(
  request: WebRequest,
  paper: DraftPaper,
  arrived: readonly StoredFile[],
): Promise<void> {
  for (const file of arrived.filter((one) => !isPicture(one))) await attach(request, paper, file.id)
  const pictures = arrived.filter(isPicture)
  if (pictures.length === 0) return
  const there = await ownPages(request, paper)
  const fresh = pictures.map(({ id }): PageChoice => ({ fileId: id, way: 'straightened', turn: 0 }))
  const outcome = await attempt(() => putPages(request, paper, there, [...there.map(choiceOf), ...fresh]))
  // A photo that makes no page stays a file.
  if (!outcome.ok) for (const { id } of pictures) await attach(request, paper, id)
}

/** Obeys the form of a `PageList`: order, turns, photos as they were, pages left out. */
export async function arrangeDraftPages(request: WebRequest, paper: DraftPaper, form: FormBody): Promise<void> {
  const there = (await ownPages(request, paper)).filter(({ fileId }) => fileId === field(form, 'tep'))
  if (there.length > 0) await putPages(request, paper, there, arranged(there, form))
}

/** Pages that whoever asks has made: a PDF can be made anew by who sent its photos alone. */
export function ownPages(request: WebRequest, { files }: Pick<DraftPaper, 'files'>): Promise<ComposedPage[]> {
  const own = files.filter(({ uploadedBy }) => uploadedBy === actorLabel(request.actor))
  return composedPages(
    request.server.app.db,
    own.map(({ id }) => id),
  )
}

function choiceOf({ sourceFileId, way, turn }: ComposedPage): PageChoice {
  return { fileId: sourceFileId, way, turn }
}

/** The new PDF is there before the old one goes: a stop in between loses nothing. */
async function putPages(
  request: WebRequest,
  paper: DraftPaper,
  before: readonly ComposedPage[],
  pages: PageChoice[],
): Promise<void> {
  if (pages.length > 0) {
    const { id } = await pagesAsPdf(request, shortPaperName(paper.name), pages)
    await attach(request, paper, id)
  }
  for (const fileId of new Set(before.map((page) => page.fileId)))
    await act(request, removeDraftFile, { resumeCode: paper.resumeCode, fileId })
}

function attach(request: WebRequest, { resumeCode, code }: DraftPaper, fileId: string): Promise<void> {
  return act(request, attachDraftFile, { resumeCode, componentCode: code, fileId })
}
