import type { FormBody, WebRequest } from '../../../platform/web/web.ts'
import { act, attempt, field, undertake } from '../../../platform/web/web.ts'
import {
  composedPages,
  composePages,
  filesByIds,
  isPicture,
  TURNS,
  type ComposedPage,
  type PageChoice,
  type StoredFile,
} from '../../../documents/index.ts'
import { attachDraftFile, removeDraftFile } from '../../drafts/draft-files.ts'
import { shortPaperName } from '../paper-names.ts'
import type { FiledPaper, Filing } from './open-filing.ts'

/** Photos of one paper become one PDF: new ones go behind those that are there. A photo that makes no page stays a file. */
export async function addPictures(
  request: WebRequest,
  filing: Filing,
  paper: FiledPaper,
  pictures: readonly StoredFile[],
): Promise<void> {
  if (pictures.length === 0) return
  const there = await pagesThere(request, paper)
  const fresh = pictures.map(({ id }) => freshPage(id))
  const outcome = await attempt(() => putPages(request, filing, paper, there, [...there.map(choiceOf), ...fresh]))
  if (outcome.ok) return
  for (const { id } of pictures) await attach(request, filing, paper, id)
}

/** The photos among files as one PDF; those that make no page stay files. */
export async function picturesAsPdf(
  request: WebRequest,
  paperName: string,
  files: readonly StoredFile[],
): Promise<StoredFile[]> {
  const pictures = files.filter(isPicture)
  if (pictures.length === 0) return [...files]
  const pages = pictures.map(({ id }) => freshPage(id))
  const outcome = await attempt(() => undertake(request, composePages, { name: nameOf(paperName), pages }))
  return outcome.ok ? [...files.filter((file) => !isPicture(file)), outcome.result] : [...files]
}

function freshPage(fileId: string): PageChoice {
  return { fileId, way: 'straightened', turn: 0 }
}

function nameOf(paperName: string): string {
  return shortPaperName(paperName).slice(0, 120)
}

/** What the person chose for each page: its place, its turn, the photo as it was, or none of it. */
export async function arrangePages(
  request: WebRequest,
  filing: Filing,
  paper: FiledPaper,
  form: FormBody,
): Promise<void> {
  const there = (await pagesThere(request, paper)).filter(({ fileId }) => fileId === field(form, 'tep'))
  const chosen = there
    .map((page) => ({ place: Number(field(form, `thu-tu-${page.no}`)) || page.no, page }))
    .filter(({ page }) => field(form, `bo-${page.no}`) === '')
    // A page moved up goes before the one that stood there, a page moved down behind it.
    .sort((one, other) => order(one) - order(other))
    .map(({ page }): PageChoice => {
      const turn = TURNS.find((degrees) => String(degrees) === field(form, `xoay-${page.no}`)) ?? page.turn
      const way = field(form, `goc-${page.no}`) === '' ? 'straightened' : 'original'
      return { fileId: page.sourceFileId, way, turn }
    })
  if (there.length > 0) await putPages(request, filing, paper, there, chosen)
}

function order({ place, page }: { place: number; page: ComposedPage }): number {
  return place + (place < page.no ? -0.5 : place > page.no ? 0.5 : 0)
}

/** The photos by their ids, to name them beside their pages. */
export async function sourcesOf(
  request: WebRequest,
  pages: readonly ComposedPage[],
): Promise<ReadonlyMap<string, StoredFile>> {
  const files = await filesByIds(request.server.app.db, [...new Set(pages.map(({ sourceFileId }) => sourceFileId))])
  return new Map(files.map((file) => [file.id, file]))
}

function pagesThere(request: WebRequest, { files }: FiledPaper): Promise<ComposedPage[]> {
  return composedPages(
    request.server.app.db,
    files.map(({ id }) => id),
  )
}

function choiceOf({ sourceFileId, way, turn }: ComposedPage): PageChoice {
  return { fileId: sourceFileId, way, turn }
}

/** The new PDF is there before the old one goes: a stop in between loses nothing. */
async function putPages(
  request: WebRequest,
  filing: Filing,
  paper: FiledPaper,
  before: readonly ComposedPage[],
  pages: PageChoice[],
): Promise<void> {
  if (pages.length > 0) {
    const { id } = await undertake(request, composePages, { name: nameOf(paper.name), pages })
    await attach(request, filing, paper, id)
  }
  for (const fileId of new Set(before.map((page) => page.fileId)))
    await act(request, removeDraftFile, { resumeCode: filing.draft.resumeCode, fileId })
}

function attach(request: WebRequest, { draft }: Filing, { code }: FiledPaper, fileId: string): Promise<void> {
  return act(request, attachDraftFile, { resumeCode: draft.resumeCode, componentCode: code, fileId })
}
