import { holds } from '../../platform/actor.ts'
import { ask, formToken, sitePage, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { workPath } from '../../dossiers/index.ts'
import { getPaper, type BenchPaper } from '../bench/get-paper.ts'
import type { Typed } from './doubt-card.tsx'
import { LeftTag, PaperPage } from './paper.page.tsx'
import { BENCH } from './paths.ts'
import { benchTexts as t } from './texts.ts'

type Query = { muc?: string; sau?: string; trang?: string; to?: string; viec?: string; xong?: string }
type More = { valueId?: string; typed?: Typed; handing?: boolean; handError?: string; status?: number }

/** The page of one paper: with what its address asks for, or with what was just refused. */
export async function showPaper(
  request: WebRequest,
  reply: WebReply,
  paperId: string,
  { valueId, typed, handing, handError, status = 200 }: More = {},
): Promise<WebReply> {
  const view = await ask(request, getPaper, { paperId })
  const { muc, sau, trang, to, viec, xong } = request.query as Query
  const accountId = request.actor.kind === 'officer' ? request.actor.accountId : ''
  return sitePage(request, reply, {
    site: 'workspace',
    title: view.typeName ?? t.unknown,
    current: BENCH,
    status,
    bar: <LeftTag view={view} accountId={accountId} />,
    body: (
      <PaperPage
        view={view}
        accountId={accountId}
        valueId={valueId ?? muc}
        afterId={sau}
        place={trang === undefined ? undefined : Number(trang)}
        zoomed={to === '1'}
        handing={handing ?? viec === 'chuyen'}
        said={xong !== undefined && xong in t.done ? t.done[xong as keyof typeof t.done] : undefined}
        typed={typed}
        handError={handError}
        certifyHref={holds(request.actor, 'intake-officer') ? certifyHref(view) : undefined}
        token={formToken(request, reply)}
      />
    ),
  })
}

/** Where the desk signs the scan of a checked paper as a copy, with what is known about it. */
function certifyHref({ paper, scan, typeName }: BenchPaper): string | undefined {
  if (paper.fileId === null) return undefined
  if (paper.dossierId === null || scan.dossierCode === null) return `/so-sao-y/giay-to/${paper.id}`
  const known = new URLSearchParams({ tep: paper.fileId, ...(typeName === null ? {} : { ten: typeName }) })
  return workPath(scan.dossierCode, `/ban-sao?${known.toString()}#ky`)
}
