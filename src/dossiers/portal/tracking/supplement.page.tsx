import { formatDate } from '../../../platform/dates.ts'
import type { OfferedEntry } from '../../../documents/index.ts'
import { BackLink, Button, ErrorSummary, HiddenToken, Notice } from '../../../ui/index.ts'
import type { PaperOffers } from '../../vault/draft-vault.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import type { SupplementItem, SupplementRequest } from '../../supplement/supplement.ts'
import { HOTLINE } from '../../texts.ts'
import { PartMark } from '../filing/part-mark.tsx'
import { shortProcedureName } from '../paper-names.ts'
import { supplementTexts as words, trackingTexts } from '../texts.ts'
import { SupplementItemForm, type GivenAnswer } from './supplement-item.tsx'

type Props = {
  view: DossierView
  request: SupplementRequest
  /** By the item's number. */
  given: ReadonlyMap<number, GivenAnswer>
  /** What the person's vault has for the papers. */
  offers: readonly PaperOffers[]
  problem: string | undefined
  fileBytes: number
  token: string
  /** What was kept of the answer when the page was made. */
  mark: string
}

/** Everything that was asked for, answered in one go. */
export function SupplementPage({ view, request, given, offers, problem, fileBytes, token, mark }: Props) {
  const { dossier, procedure, unitNames } = view
  const asker =
    request.stage === 'submitted' ? dossier.receivedByUnitId : (dossier.handlingUnitId ?? dossier.competentUnitId)
  const [name, unit] = words.askedBy(request.byName, unitNames[asker] ?? '')
  const errors = request.items.flatMap(({ no }) => {
    const message = given.get(no)?.error
    return message === undefined ? [] : [{ href: `#cho-${no}`, message }]
  })
  return (
    <>
      <BackLink href={`/ho-so/${dossier.code}`}>{trackingTexts.mine}</BackLink>
      <div class="mot">
        <ErrorSummary errors={problem === undefined ? errors : [{ message: problem }, ...errors]} />
        <p class="nhe khong-cach">
          <span class="ma">{dossier.code}</span>, {shortProcedureName(procedure.name)}
        </p>
        <h1>{words.title(request.items.length)}</h1>
        <Notice tone="hold" title={words.paused}>
          {words.pausedBody} <b class="so">{formatDate(request.replyBy)}</b>
          {words.pausedAfter}
        </Notice>
        <p>
          <b>{name}</b>
          {unit}
          <b>{words.all}</b>
          {words.askedAfter}
        </p>
        {request.whyAgain !== null && (
          <p>
            {words.askedAgain}: {request.whyAgain}
          </p>
        )}
        <form
          method="post"
          enctype="multipart/form-data"
          action={`/ho-so/${dossier.code}/bo-sung?_csrf=${encodeURIComponent(token)}`}
          data-upload
          data-autosave
        >
          <HiddenToken token={token} />
          <PartMark mark={mark} />
          <ol class="viec-bs">
            {request.items.map((item) => (
              <SupplementItemForm
                key={item.no}
                item={item}
                given={given.get(item.no)}
                entries={usable(offers, item)}
                fileBytes={fileBytes}
              />
            ))}
          </ol>
          <p>{words.sendNote}</p>
          <Button large wide icon="send-horizontal">
            {words.send}
          </Button>
        </form>
        <p class="cach">
          {words.wrong} <a href={`tel:${HOTLINE.replaceAll(' ', '')}`}>{HOTLINE}</a>.
        </p>
      </div>
    </>
  )
}

/** Of what the vault has for an item, what may be used today. */
function usable(offers: readonly PaperOffers[], { componentCode }: SupplementItem): OfferedEntry[] {
  const found = offers.find((one) => one.componentCode === componentCode)
  return found?.entries.filter(({ status }) => status === 'in-force') ?? []
}
