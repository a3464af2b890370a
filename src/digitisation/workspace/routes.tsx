import { ask, sitePage, type Web } from '../../platform/web/web.ts'
import { getPagePicture } from '../bench/get-paper.ts'
import { BENCH_TABS, listPapers } from '../bench/list-papers.ts'
import { benchForms } from './forms.ts'
import { BenchListPage } from './list.page.tsx'
import { BENCH } from './paths.ts'
import { showPaper } from './show-paper.tsx'
import { benchTexts as t } from './texts.ts'

type Listed = { Querystring: { loc?: string; sau?: string } }
type ById = { Params: { id: string } }
type ByPlace = { Params: { id: string; place: string } }

const SECONDS_BETWEEN_LOOKS = 10

/** The bench: papers that wait, and one paper with its scan and its values. */
export async function digitisationWorkspaceRoutes(web: Web): Promise<void> {
  web.get<Listed>(BENCH, async (request, reply) => {
    const { loc, sau } = request.query
    const tab = BENCH_TABS.find((one) => one === loc) ?? 'to-check'
    const list = await ask(request, listPapers, { tab, ...(sau ? { after: sau } : {}) })
    return sitePage(request, reply, {
      site: 'workspace',
      title: t.title,
      current: BENCH,
      ...(tab === 'reading' ? { refreshSeconds: SECONDS_BETWEEN_LOOKS } : {}),
      body: <BenchListPage list={list} tab={tab} />,
    })
  })

  web.get<ById>(`${BENCH}/:id`, async (request, reply) => showPaper(request, reply, request.params.id))

  web.get<ByPlace>(`${BENCH}/:id/trang/:place.jpg`, async (request, reply) => {
    const { id: paperId, place } = request.params
    const { sha256, size } = await ask(request, getPagePicture, { paperId, place: Number(place) })
    return reply
      .type('image/jpeg')
      .header('content-length', size)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, max-age=900')
      .send(web.app.files.read(sha256))
  })

  await benchForms(web)
}
