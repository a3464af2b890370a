import { formatDate, formatDateTime, vietnamDate } from '../../../platform/dates.ts'
import { Refusal, refusalSentence as fill } from '../../../platform/refusal.ts'
import {
  formToken,
  refusalText,
  sitePage,
  type Outcome,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { Button, ButtonLink, EmptyState, Field, HiddenToken, Notice, Tag } from '../../../ui/index.ts'
import type { RoundKey, RoundPaper } from '../../round/list-round.ts'
import { mayConnectTo } from '../../../platform/web/connect-to.ts'
import { programPage, TokenRound, tokenTexts } from '../../../signing/index.ts'
import { batchesWaiting } from '../batch/together.tsx'
import { OF_THE_PIN, PaperView, paperPath, statusOf } from '../frame.tsx'
import type { Place } from '../places.ts'
import { BeforeSigning } from './before-signing.tsx'
import { OPEN, PaperList, rowId, valueOf } from './paper-list.tsx'
import { texts as common } from '../texts.ts'
import { roundTexts as texts } from './texts.ts'

export type Shown = {
  papers: readonly RoundPaper[]
  key: RoundKey
  /** Boxes that are ticked; left out, everything the machine finds nothing about. */
  chosen?: readonly string[]
  /** Code of the paper on show. */
  current?: string
  notices?: readonly { tone: 'ok' | 'hold' | 'late'; text: string }[]
  outcome?: Outcome<unknown>
  status?: number
}

/** Ký theo lô: what waits on the left, the paper, what the machine found; one authorisation for all that is ticked. */
export async function roundPage(request: WebRequest, reply: WebReply, place: Place, shown: Shown): Promise<WebReply> {
  const { papers, key, outcome } = shown
  const refused = outcome && !outcome.ok ? outcome.refusal : undefined
  const pinError = refused && OF_THE_PIN.has(refused.code) ? refusalText(request, refused) : undefined
  if (key.isOnToken) mayConnectTo(reply, request.server.app.settings.tokenService)
  const notices = [
    ...(shown.notices ?? []),
    ...(refused && pinError === undefined ? [{ tone: 'late' as const, text: refusalText(request, refused) }] : []),
    ...(key.whyNot && papers.length > 0
      ? [{ tone: 'late' as const, text: refusalText(request, new Refusal(key.whyNot.code, key.whyNot.facts)) }]
      : []),
  ]
  const open = papers.filter(({ group }) => group === 'quick' || group === 'look')
  const quick = papers.filter(({ group }) => group === 'quick')
  const chosen = new Set(shown.chosen ?? quick.map(valueOf))
  const current = papers.find(({ item }) => item.code === shown.current) ?? (shown.current ? undefined : quick[0])
  return sitePage(request, reply, {
    site: 'workspace',
    title: place.words.list,
    current: place.path,
    status: shown.status ?? statusOf(request, outcome),
    bar: <Bar papers={papers} keyOf={key} place={place} />,
    body: (
      <form class="khung-viec" method="post" action={place.path} autocomplete="off" data-round>
        <HiddenToken token={formToken(request, reply)} />
        {/* Enter in the PIN box signs; it must not open the first paper. */}
        <button class="an" tabindex={-1} aria-hidden="true">
          {texts.signChosen}
        </button>
        <div class="bao-ky">
          {notices.map(({ tone, text }) => (
            <Notice tone={tone} role={tone === 'late' ? 'alert' : 'status'} key={text}>
              {text}
            </Notice>
          ))}
          {await batchesWaiting(request, place.together)}
        </div>
        {papers.length === 0 ? (
          <div class="cuon-trang">
            <EmptyState icon="circle-check-big" title={place.words.none}>
              {place.words.noneHint}
            </EmptyState>
          </div>
        ) : (
          <div class="kyd">
            <PaperList papers={papers} path={place.path} chosen={chosen} current={current?.item.code} />
            <div class="vb">
              {current ? (
                <>
                  <PaperView href={paperPath(current.item.code)} title={current.result.title} />
                  <BeforeSigning paper={current} place={place} />
                </>
              ) : (
                <EmptyState icon="file-text" title={texts.pickOne}>
                  {texts.pickOneHint}
                </EmptyState>
              )}
            </div>
          </div>
        )}
        {open.length > 0 && (
          <SignBar
            place={place}
            open={open}
            chosen={chosen}
            current={current}
            keyOf={key}
            error={pinError}
            program={programPage(request.server.app.settings)}
          />
        )}
      </form>
    ),
  })
}

function Bar({ papers, keyOf, place }: { papers: readonly RoundPaper[]; keyOf: RoundKey; place: Place }) {
  const [first] = papers
  const isReady = keyOf.whyNot === undefined && keyOf.validTo !== null
  return (
    <>
      {first && (
        <span class="nhe">
          {fill(texts.waiting, { n: papers.length })}
          {first.item.dueAt && `, ${fill(texts.oldest, { at: formatDateTime(first.item.dueAt) })}`}
        </span>
      )}
      <span class="phai" />
      {isReady && keyOf.validTo && (
        <Tag tone="ok">{fill(texts.keyReady, { until: formatDate(vietnamDate(keyOf.validTo)) })}</Tag>
      )}
      {place.as === 'signatory' && (
        <ButtonLink kind="secondary" icon="user-check" href="/can-bo/uy-quyen">
          {texts.delegate}
        </ButtonLink>
      )}
    </>
  )
}

type SignBarProps = {
  place: Place
  open: readonly RoundPaper[]
  chosen: ReadonlySet<string>
  current: RoundPaper | undefined
  keyOf: RoundKey
  error: string | undefined
  /** Where the stand-in for a token's program is opened, in a demonstration. */
  program: string | undefined
}

function SignBar({ place, open, chosen, current, keyOf, error, program }: SignBarProps) {
  const at = open.findIndex((paper) => paper === current)
  const next = open[(at + 1) % open.length]
  const many = place.as === 'signatory' ? texts.signMany : texts.sealMany
  const opened = open.filter(({ isOpened }) => isOpened).length
  return (
    <footer class="thanh-ky">
      <p class="tk2">
        <b data-chosen={texts.chosen}>{fill(texts.chosenFirst, { n: chosen.size })}</b>{' '}
        {fill(texts.openedCount, { n: opened })}
      </p>
      {next && (
        <Button
          kind="secondary"
          name={OPEN}
          value={next.item.code}
          formAction={`${place.path}/xem#${rowId(next.item.code)}`}
          formNoValidate
          shortcut=" "
        >
          {texts.next}
        </Button>
      )}
      {keyOf.isOnToken ? null : keyOf.confirmIn === undefined ? (
        <Field
          name="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          label={texts.pin}
          maxLength={64}
          required
          {...(error === undefined ? {} : { error })}
        />
      ) : (
        <p class="tk2">{fill(common.confirmHint, { app: keyOf.confirmIn })}</p>
      )}
      {keyOf.isOnToken ? (
        <TokenRound
          path={place.path}
          label={place.as === 'signatory' ? tokenTexts.signMany : tokenTexts.sealMany}
          signed={texts.doneWords[place.path]}
          program={program}
        />
      ) : (
        <Button icon={place.icon}>
          <span data-chosen={many}>{place.as === 'signatory' ? texts.signChosen : texts.sealChosen}</span>
        </Button>
      )}
    </footer>
  )
}
