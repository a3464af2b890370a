import { formatDate, formatDateTime, vietnamDate } from '../../../platform/dates.ts'
import type { Taking } from '../../../dossiers/index.ts'
import { ButtonLink, Notice, SummaryList } from '../../../ui/index.ts'
import { DueLeaf, SlipButtons } from '../done.page.tsx'
import { doneTexts, formWords } from '../texts.ts'
import { takingPath } from './find.page.tsx'
import { channelTexts, endedTexts, findTexts, itemWords, takenTexts as texts } from './texts.ts'

/** Taken: what was received of whom, the new date, the slip to print. `isOwn`: the desk reaches the whole dossier. */
export function TakenPage({ taking, isOwn }: { taking: Taking; isOwn: boolean }) {
  const { code, dueAt, slip } = taking
  const isPrinted = dueAt !== null
  return (
    <div class="cuon-trang">
      <div class="quay-xong">
        {dueAt && <DueLeaf code={code} dueAt={dueAt} />}
        <div>
          <p class="ma-lon ma">{code}</p>
          <p>{sentence(taking)}</p>
          <SummaryList rows={rowsOf(taking)} />
        </div>
      </div>
      {!isPrinted && <Notice>{texts.waits}</Notice>}
      <SlipButtons
        here={takingPath(code, '/xong')}
        slip={slip ? takingPath(code, `/tep/${slip.id}`) : null}
        isAwaited={isPrinted}
        dossier={isOwn ? `/lam/${encodeURIComponent(code)}` : null}
        words={{ ...doneTexts, print: texts.print, printNote: texts.printNote }}
      />
      {isOwn && taking.request.taken !== null && (
        <p>
          <a href={`/lam/${encodeURIComponent(code)}/ban-sao`}>{texts.certify}</a>
        </p>
      )}
    </div>
  )
}

function sentence({ takenAt, request }: Taking): string {
  const time = request.answeredAt ? formatDateTime(request.answeredAt) : ''
  return takenAt === null ? texts.online(time) : texts.at(takenAt, time)
}

function rowsOf({ applicantName, procedure, request }: Taking) {
  const { taken } = request
  return [
    { label: doneTexts.procedure, value: procedure.name },
    { label: doneTexts.applicant, value: applicantName },
    ...(taken
      ? [
          { label: texts.channel, value: channelTexts[taken.channel] },
          { label: texts.by, value: taken.byName },
          ...(taken.broughtBy === null ? [] : [{ label: texts.broughtBy, value: taken.broughtBy }]),
          ...request.items.map(({ no, what }) => {
            const own = taken.items.find((one) => one.no === no)
            return { label: `${no}. ${what}`, value: itemWords(own?.form ?? null, own?.reason ?? null, formWords) }
          }),
        ]
      : []),
  ]
}

/** Too late: the dossier has ended. What the officer tells the person, and where to go on. */
export function EndedPage({ taking: { closure, procedure } }: { taking: Taking }) {
  const day = closure ? formatDate(vietnamDate(closure.at)) : ''
  const happened =
    closure === null
      ? endedTexts.gone
      : closure.kind === 'stopped'
        ? endedTexts.stopped(day)
        : endedTexts.withdrawn(day)
  return (
    <div class="cuon-trang">
      <Notice tone="soon" title={happened}>
        {closure?.reason} {endedTexts.what}
      </Notice>
      <p class="hang">
        <ButtonLink href={`/quay/moi/${procedure.code}`}>{endedTexts.anew}</ButtonLink>
        <ButtonLink kind="secondary" href="/quay/bo-sung">
          {findTexts.another}
        </ButtonLink>
      </p>
    </div>
  )
}

/** Not here: another desk, no such dossier, or nothing was asked. */
export function NotHerePage({ why }: { why: string }) {
  return (
    <div class="cuon-trang">
      <Notice tone="soon" title={findTexts.cannotTitle}>
        {why}
      </Notice>
      <ButtonLink kind="secondary" href="/quay/bo-sung" icon="arrow-left">
        {findTexts.another}
      </ButtonLink>
    </div>
  )
}
