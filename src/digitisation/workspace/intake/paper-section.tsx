import { refusalWords, type RefusalTexts } from '../../../platform/refusal.ts'
import { Button, Field, HiddenToken, Select } from '../../../ui/index.ts'
import { whyNotHandOn } from '../../intake/hand-on.ts'
import type { OpenScan } from '../../intake/get-scan.ts'
import type { Page } from '../../intake/scan.ts'
import { PageWords } from './page-words.tsx'
import { pagePath, picturePath, scanPath } from './paths.ts'
import { intakeTexts as t } from './texts.ts'

type Props = {
  scan: OpenScan['scan']
  title: string
  hint?: string
  pages: readonly Page[]
  /** Which paper they stand in; 0 for none. */
  no: number
  /** Papers pages may be put into. */
  papers: OpenScan['papers']
  refusals: RefusalTexts
  token: string
}

/** The pages of one paper in one form: order them, or send them to another. */
export function PaperSection({ scan, title, hint, pages, no, papers, refusals, token }: Props) {
  const own = papers.find((paper) => paper.no === no)
  const isStuck = own !== undefined && own.state !== 'assembling'
  const open = papers.filter(({ state }) => state === 'assembling')
  const next = Math.max(0, ...papers.map((paper) => paper.no)) + 1
  const choices = [
    ...open.map((paper) => ({ value: String(paper.no), label: t.paper(paper.no) })),
    { value: String(next), label: t.newPaper(next) },
    { value: '0', label: t.nowhere },
  ]
  const why = own && !isStuck ? whyNotHandOn(own, pages) : undefined
  return (
    <section class="phong-bi">
      <h2>{title}</h2>
      {hint !== undefined && <p class="nhe">{hint}</p>}
      {why && <p class="nhe">{refusalWords(refusals, why)}</p>}
      <form method="post" action={`${scanPath(scan.id)}/xep`} class="trang-anh">
        <HiddenToken token={token} />
        <input type="hidden" name="phien-ban" value={scan.version} />
        <ol>
          {pages.map((page) => (
            <li key={page.id}>
              <Picture page={page} />
              <div>
                <p>
                  <a href={pagePath(page.id)}>
                    <b>{t.page(page.no)}</b>
                  </a>{' '}
                  <span class="nhe so">
                    {page.dpi !== null && t.size(page.dpi, Math.round((page.pictureSize ?? 0) / 1024))}
                    {page.turned !== 0 && `, ${t.turned(page.turned)}`}
                  </span>
                </p>
                <p>
                  <PageWords page={page} refusals={refusals} />
                </p>
                {!isStuck && (
                  <div class="hang">
                    <Field
                      name={`cho-${page.id}`}
                      label={t.place}
                      value={String(page.place ?? 0)}
                      inputMode="numeric"
                      width="short"
                      maxLength={4}
                    />
                    <Select
                      name={`giay-to-${page.id}`}
                      label={t.inPaper}
                      value={String(no)}
                      width="medium"
                      options={choices}
                    />
                  </div>
                )}
              </div>
            </li>
          ))}
        </ol>
        {!isStuck && <Button kind="secondary">{t.arrange}</Button>}
      </form>
      {isStuck && (
        <form method="post" action={`${scanPath(scan.id)}/lay-lai`}>
          <HiddenToken token={token} />
          <input type="hidden" name="giay-to" value={own.id} />
          <Button kind="quiet">{t.takeBack}</Button>
        </form>
      )}
    </section>
  )
}

function Picture({ page: { id, no, pictureSha256, width, height } }: { page: Page }) {
  if (pictureSha256 === null) return <div />
  return (
    <a href={pagePath(id)} aria-label={t.seeOrMend(no)}>
      <img
        src={picturePath(id, pictureSha256)}
        alt={t.alt(no)}
        loading="lazy"
        width={width ?? undefined}
        height={height ?? undefined}
      />
    </a>
  )
}
