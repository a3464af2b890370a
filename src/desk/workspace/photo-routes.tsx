import { Refusal } from '../../platform/refusal.ts'
import {
  ask,
  attempt,
  formBody,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { shortPaperName } from '../../catalogue/index.ts'
import { fileDownload, PageList, photosOf } from '../../documents/index.ts'
import { arrangeDraftPages, getDraftFile, ownPages, type DraftPaper } from '../../dossiers/index.ts'
import { BackLink, ErrorSummary } from '../../ui/index.ts'
import { openReception } from '../reception.ts'
import { draftPaper } from './keep-reception.ts'
import { receptionTexts as texts } from './texts.ts'

type ByPaper = { Params: { resume: string; no: string } }

/** Files of a reception, and the pages that were made of photos at the desk. */
export async function photoRoutes(web: Web): Promise<void> {
  web.get<{ Params: { resume: string; file: string } }>('/quay/tiep/:resume/tep/:file', async (request, reply) => {
    const { resume, file: fileId } = request.params
    const { file } = await ask(request, getDraftFile, { resumeCode: resume.slice(0, 12), fileId })
    return fileDownload(reply, web.app, file, { inline: true })
  })
  web.get<ByPaper>('/quay/tiep/:resume/trang/:no', async (request, reply) =>
    show(request, reply, await openPaper(request, request.params)),
  )
  web.post<ByPaper>('/quay/tiep/:resume/trang/:no', async (request, reply) => {
    const paper = await openPaper(request, request.params)
    const outcome = await attempt(() => arrangeDraftPages(request, paper, formBody(request)))
    if (!outcome.ok) return show(request, reply, paper, refusalText(request, outcome.refusal), 409)
    return redirect(reply, pagesPath(paper.resumeCode, request.params.no))
  })
}

export function pagesPath(resumeCode: string, no: string): string {
  return `/quay/tiep/${resumeCode}/trang/${encodeURIComponent(no)}`
}

async function openPaper(request: WebRequest, { resume, no }: ByPaper['Params']): Promise<DraftPaper & { no: string }> {
  const scope = { db: request.server.app.db, now: request.server.app.clock.now() }
  const { draft, papers, files } = await openReception(scope, request.actor, resume)
  const paper = papers.find((one) => String(one.no) === no)
  if (!draft || !paper) throw new Refusal('platform.not-found')
  return { ...draftPaper(draft, paper, files), no }
}

async function show(
  request: WebRequest,
  reply: WebReply,
  paper: DraftPaper & { no: string },
  problem?: string,
  status = 200,
): Promise<WebReply> {
  const pages = await ownPages(request, paper)
  const photos = await photosOf(request.server.app.db, pages)
  const body = (
    <div class="cuon-trang">
      <BackLink href={`/quay/tiep/${paper.resumeCode}#giay-to-${paper.no}`}>{texts.backToPapers}</BackLink>
      <ErrorSummary errors={problem === undefined ? [] : [{ message: problem }]} />
      {pages.length === 0 && <p>{texts.noPages}</p>}
      {paper.files.map((file) => (
        <PageList
          file={file}
          pages={pages.filter(({ fileId }) => fileId === file.id)}
          sources={photos}
          action={pagesPath(paper.resumeCode, paper.no)}
          token={formToken(request, reply)}
          key={file.id}
        />
      ))}
    </div>
  )
  const title = `${texts.pagesOver}: ${shortPaperName(paper.name)}`
  return sitePage(request, reply, { site: 'workspace', title, current: '/quay', status, body })
}
