import { refusalSentence as fill } from '../../platform/refusal.ts'
import { Button, ButtonLink, HiddenToken, KeyBar, Notice, Tag } from '../../ui/index.ts'
import type { BenchPaper } from '../bench/get-paper.ts'
import { benchRefusals } from '../bench/texts.ts'
import { whyNotLook } from '../bench/look.ts'
import { whyNotReadAgain } from '../bench/read-again.ts'
import { isSure, SURE_FROM, type PaperValue } from '../bench/value.ts'
import { nextDoubt, sorted } from './desk-of-values.ts'
import { DoubtCard, type Typed } from './doubt-card.tsx'
import { PageView } from './page-view.tsx'
import { BENCH, paperPath } from './paths.ts'
import { HandedOver, HandOverForm, TypeForm } from './side-forms.tsx'
import { benchTexts as t } from './texts.ts'
import { ValuesPanel } from './values-panel.tsx'

export type BenchShown = {
  view: BenchPaper
  accountId: string
  /** The value asked for, or the one just looked at. */
  valueId: string | undefined
  afterId: string | undefined
  place: number | undefined
  zoomed: boolean
  handing: boolean
  said: string | undefined
  typed: Typed | undefined
  handError: string | undefined
  /** Where the copy is signed; missing where this officer signs none. */
  certifyHref: string | undefined
  token: string
}

/** One paper on the bench: the scan with its boxes, the value in doubt enlarged, everything else in a list. */
export function PaperPage(shown: BenchShown) {
  const { view, accountId, afterId, valueId, place, zoomed, token } = shown
  const { paper, pages, values } = view
  const work = sorted(values, accountId)
  const mayLook = whyNotLook(paper) === undefined
  const after = values.find(({ id }) => id === afterId)
  const chosen = values.find(({ id }) => id === valueId) ?? nextDoubt(work, after)
  const current = mayLook ? chosen : undefined
  const page = pages.find((one) => one.place === (place ?? current?.page ?? 1)) ?? pages[0]
  return (
    <>
      <div class="bsh">
        <section class="ban" aria-label={fill(t.page, { no: page?.place ?? 1, pages: pages.length })}>
          <PageView {...{ paperId: paper.id, pages, page, values, current, zoomed }} />
        </section>
        <div class="kq">
          <div class="cuon" tabindex={0} role="region" aria-label={t.table}>
            <Head view={view} doubts={work.doubts.length} waiting={work.waiting.length} />
            <Told {...shown} />
            {shown.handing && <HandOverForm view={view} token={token} error={shown.handError} />}
            {current && !shown.handing && (
              <DoubtCard
                {...{ paperId: paper.id, pages, value: current, token, typed: shown.typed }}
                next={nextOther(work.doubts, current)}
              />
            )}
            <ValuesPanel {...{ paperId: paper.id, values: work, current, mayLook, token }} />
            {values.length === 0 && mayLook && <p class="nhe">{t.noValues}</p>}
            {mayLook && <TypeForm view={view} token={token} />}
          </div>
          <KeyBar
            hints={[
              { keys: ['Enter'], does: t.keys.accept },
              { keys: ['Tab'], does: t.keys.next },
              { keys: ['1–9'], does: t.keys.choose },
              { keys: ['0'], does: t.keys.unreadable },
              { keys: ['E'], does: t.keys.edit },
              { keys: ['Z'], does: t.keys.zoom },
            ]}
          />
        </div>
      </div>
      <Foot {...shown} />
    </>
  )
}

const nextOther = (doubts: readonly PaperValue[], current: PaperValue): PaperValue | undefined => {
  const next = nextDoubt({ doubts: [...doubts] }, current)
  return next?.id === current.id ? undefined : next
}

function Head({ view, doubts, waiting }: { view: BenchPaper; doubts: number; waiting: number }) {
  const { paper, typeName, values } = view
  const found = values.filter(({ source }) => source !== 'none').length
  const name = typeName ?? ''
  const isSureOfType = (paper.typeConfidence ?? 0) >= SURE_FROM
  return (
    <>
      <h2>{fill(t.summary, { found, sure: values.filter(isSure).length })}</h2>
      <p class="tt">
        {typeName === null ? t.notKnown : fill(isSureOfType ? t.recognised : t.perhaps, { name })}{' '}
        {doubts > 0 ? fill(t.toSee, { n: doubts }) : t.nothingToSee} {waiting > 0 && fill(t.needSecond, { n: waiting })}
      </p>
      {view.askedFor?.isOne === false && (
        <Notice tone="soon">{fill(t.notAskedFor, { asked: view.askedFor.name, name })}</Notice>
      )}
      <HandedOver view={view} />
    </>
  )
}

/** What came of the last press, and where the paper stands when it is not on the bench. */
function Told({ view: { paper, originalLetGo }, said }: BenchShown) {
  const state = { failed: t.failed, waiting: t.underWay, reading: t.underWay, kept: t.kept, checked: t.allDone }
  const standing = paper.state in state ? state[paper.state as keyof typeof state] : undefined
  return (
    <>
      {said !== undefined && (
        <Notice tone="ok" role="status">
          {said}
        </Notice>
      )}
      {originalLetGo && <Notice>{fill(t.originalLetGo, originalLetGo)}</Notice>}
      {paper.state === 'kept' && paper.failure?.code === 'digitisation.no-owner' && (
        <Notice tone="soon">{benchRefusals['digitisation.no-owner'].title}</Notice>
      )}
      {standing !== undefined && <Notice tone={paper.state === 'failed' ? 'late' : 'info'}>{standing}</Notice>}
    </>
  )
}

function Foot({ view, certifyHref, token }: BenchShown) {
  const { paper, scan, progress, values } = view
  const open = values.filter(({ state }) => state !== 'settled').length
  const mayLook = whyNotLook(paper) === undefined
  return (
    <footer class="lenh">
      <a href={BENCH}>{t.back}</a>
      <span class="nhe">
        {scan.dossierCode === null
          ? fill(t.ofScan, { title: scan.title })
          : fill(t.ofDossier, { code: scan.dossierCode })}
      </span>
      <span class="phai nhe" id="con-lai">
        {open > 0 ? fill(t.leftCount, { n: open }) : t.noneLeft}
        {open > 0 && <span class="an">. {t.certifyNot}</span>}
        {paper.state === 'checked' && paper.fileId === null && <> · {t.certifyWait}</>}
      </span>
      {whyNotReadAgain(paper, progress, values) === undefined && (
        <form method="post" action={paperPath(paper.id, '/doc-lai')}>
          <HiddenToken token={token} />
          <Button kind="secondary" icon="refresh-cw">
            {t.readAgain}
          </Button>
        </form>
      )}
      {mayLook && (
        <ButtonLink kind="secondary" href={paperPath(paper.id, '?viec=chuyen#chuyen')}>
          {t.handOver}
        </ButtonLink>
      )}
      {certifyHref !== undefined && paper.state === 'checked' ? (
        <ButtonLink icon="pen-line" href={certifyHref}>
          {t.certify}
        </ButtonLink>
      ) : (
        mayLook && (
          <Button type="button" icon="pen-line" disabled describedBy="con-lai">
            {t.certify}
          </Button>
        )
      )}
    </footer>
  )
}

/** Beside the title: how much of this paper is left for this officer. */
export function LeftTag({ view, accountId }: Pick<BenchShown, 'view' | 'accountId'>) {
  const { doubts } = sorted(view.values, accountId)
  return doubts.length > 0 ? (
    <Tag tone="hold" icon="user-check">
      {fill(t.needPerson, { n: doubts.length })}
    </Tag>
  ) : (
    <Tag tone="ok">{t.nothingToSee}</Tag>
  )
}
