import { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { filesUnderWay, photosOf, receiveForm, type StoredFile } from '../../../documents/index.ts'
import { removeDraftFile } from '../../drafts/draft-files.ts'
import { arrangeDraftPages, ownPages, takeDraftFiles, type DraftPaper } from '../../drafts/draft-pictures.ts'
import { saveDraftPage } from '../../drafts/save-draft-page.ts'
import { linkVaultPaper, offersForDraft } from '../../vault/draft-vault.ts'
import { shortPaperName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import type { Omission } from '../../dossier.ts'
import { asOmission, omissionPage } from '../../drafts/draft.ts'
import { openFiling, type FiledPaper, type Filing } from './open-filing.ts'
import { PaperPage } from './paper.page.tsx'
import { nextAddress, paperAddress } from './parts.ts'
import { MARK } from './part-mark.tsx'
import { CURRENT, withFiling } from './with-filing.tsx'

type ByPaper = { Params: { resume: string; no: string } }
type Errors = { file?: string; omission?: string }

/** Files of one paper of the list, or why there is none. */
export async function paperRoutes(web: Web): Promise<void> {
  web.get<ByPaper>('/bai-khai/:resume/giay-to/:no', async (request, reply) =>
    withFiling(request, reply, request.params.resume, (filing) =>
      show(request, reply, filing, paperOf(filing, request.params.no)),
    ),
  )

  web.post<ByPaper>('/bai-khai/:resume/giay-to/:no', { config: { multipart: true } }, async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const paper = paperOf(filing, request.params.no)
      const error = await takeFiles(request, reply, filing, paper)
      if (error === undefined) return redirect(reply, paperAddress(filing, paper))
      const after = await openFiling(request, filing.draft.resumeCode)
      return show(request, reply, after, paperOf(after, request.params.no), { file: error.text }, error.status)
    }),
  )

  web.post<ByPaper>('/bai-khai/:resume/giay-to/:no/kho', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const paper = paperOf(filing, request.params.no)
      const { resumeCode } = filing.draft
      const entryId = field(formBody(request), 'giay')
      const outcome = await attempt(() =>
        act(request, linkVaultPaper, { resumeCode, componentCode: paper.code, entryId }),
      )
      if (outcome.ok) return redirect(reply, paperAddress(filing, paper))
      return show(request, reply, filing, paper, { file: refusalText(request, outcome.refusal) }, 409)
    }),
  )

  web.post<ByPaper>('/bai-khai/:resume/giay-to/:no/trang', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const paper = paperOf(filing, request.params.no)
      const outcome = await attempt(() => arrangeDraftPages(request, inDraft(filing, paper), formBody(request)))
      if (outcome.ok) return redirect(reply, paperAddress(filing, paper))
      return show(request, reply, filing, paper, { file: refusalText(request, outcome.refusal) }, 409)
    }),
  )

  web.post<ByPaper>('/bai-khai/:resume/giay-to/:no/bo', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const paper = paperOf(filing, request.params.no)
      const fileId = field(formBody(request), 'fileId')
      // Pressed twice: it is gone already.
      if (paper.files.some(({ id }) => id === fileId))
        await act(request, removeDraftFile, { resumeCode: filing.draft.resumeCode, fileId })
      return redirect(reply, paperAddress(filing, paper))
    }),
  )

  web.post<ByPaper>('/bai-khai/:resume/giay-to/:no/khong-nop', async (request, reply) =>
    withFiling(request, reply, request.params.resume, async (filing) => {
      const paper = paperOf(filing, request.params.no)
      const sent = formBody(request)
      const omitted = asOmission(field(sent, 'lyDo'))
      if (omitted === null && paper.omitted === null)
        return show(request, reply, filing, paper, { omission: words.chooseReason }, 422)
      return saveOmission(request, reply, filing, paper, { omitted, basedOn: field(sent, MARK) })
    }),
  )
}

async function saveOmission(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  { no }: FiledPaper,
  { omitted, basedOn }: { omitted: Omission | null; basedOn: string },
): Promise<WebReply> {
  const { resumeCode } = filing.draft
  const saving = {
    resumeCode,
    page: omissionPage(no),
    answers: omitted === null ? {} : { omitted },
    ...(basedOn === '' ? {} : { basedOn }),
  }
  const outcome = await attempt(() => act(request, saveDraftPage, saving))
  const after = await openFiling(request, resumeCode)
  const paper = paperOf(after, String(no))
  if (outcome.ok)
    return redirect(reply, omitted === null ? paperAddress(after, paper) : nextAddress(after, `giay-to-${no}`))
  if (outcome.refusal.code !== 'dossiers.draft-changed-elsewhere') throw outcome.refusal
  const named = (reason: Omission | null) => (reason === null ? words.noOmission : words.omissions[reason])
  const omission = words.omissionElsewhere(named(paper.omitted), named(omitted))
  return show(request, reply, after, paper, { omission }, 409)
}

function paperOf({ papers }: Filing, no: string): FiledPaper {
  const paper = papers.find((one) => String(one.no) === no)
  if (!paper) throw new Refusal('platform.not-found')
  return paper
}

function inDraft({ draft: { resumeCode } }: Filing, { code, name, files }: FiledPaper): DraftPaper {
  return { resumeCode, code, name, files }
}

type UploadError = { text: string; status: number }

/** Stores what was sent and attaches it; tells what could not be taken. The same file sent twice is attached once. */
async function takeFiles(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  paper: FiledPaper,
): Promise<UploadError | undefined> {
  const outcome = await attempt(() => receiveForm(request, reply))
  if (!outcome.ok) return uploadError(request, [outcome.refusal])
  const { files, refusals } = outcome.result
  const known = new Set(paper.files.map(contentKey))
  const fresh: StoredFile[] = []
  for (const { file } of files) {
    if (known.has(contentKey(file))) continue
    known.add(contentKey(file))
    fresh.push(file)
  }
  await takeDraftFiles(request, inDraft(filing, paper), fresh)
  if (refusals.length > 0)
    return uploadError(
      request,
      refusals.map(({ refusal }) => refusal),
    )
  return files.length === 0 ? uploadError(request, [new Refusal('documents.no-file')]) : undefined
}

function contentKey({ sha256, name }: StoredFile): string {
  return `${sha256} ${name}`
}

function uploadError(request: WebRequest, refusals: Refusal[]): UploadError {
  const status = request.server.app.refusals[refusals[0]?.code ?? '']?.status ?? 422
  return { text: refusals.map((refusal) => refusalText(request, refusal)).join(' '), status }
}

async function show(
  request: WebRequest,
  reply: WebReply,
  filing: Filing,
  paper: FiledPaper,
  errors: Errors = {},
  status = 200,
): Promise<WebReply> {
  const { fileBytes } = request.server.app.settings.uploadLimits
  const { papers, registers } = await ask(request, offersForDraft, { resumeCode: filing.draft.resumeCode })
  const unfinished = await filesUnderWay(request, paperAddress(filing, paper))
  const pictures = await ownPages(request, paper)
  const body = (
    <PaperPage
      filing={filing}
      paper={paper}
      unfinished={unfinished}
      pictures={pictures}
      sources={await photosOf(request.server.app.db, pictures)}
      fileBytes={fileBytes}
      errors={errors}
      offers={papers.find(({ componentCode }) => componentCode === paper.code)?.entries ?? []}
      register={registers.find(({ componentCode }) => componentCode === paper.code)}
      token={formToken(request, reply)}
    />
  )
  const title = `${shortPaperName(paper.name)}: ${filing.procedure.name}`
  return sitePage(request, reply, { site: 'portal', title, body, current: CURRENT, status })
}
