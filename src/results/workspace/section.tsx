import type { VNode } from 'preact'
import { formatDate } from '../../platform/dates.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { WebRequest } from '../../platform/web/web.ts'
import { type DossierAction, type DossierView, workPath } from '../../dossiers/index.ts'
import { ButtonLink, SummaryList, Tag, type IconName } from '../../ui/index.ts'
import { liveBatchNo } from '../batch/store.ts'
import { correctionWords } from '../correction/texts.ts'
import { resultViewOf, type ResultView } from '../get-result.ts'
import { GoesTogether } from './batch/together.tsx'
import { CorrectionNotice } from './correct.tsx'
import { ReturnedNotice } from './decide.tsx'
import { paperPath } from './frame.tsx'
import { NotTaken } from './not-taken.tsx'
import { raisingOf, type RaisingFacts } from '../../signing/index.ts'
import { RaisingTag } from './raising-tag.tsx'
import { whyNotInitial } from '../initials/initials.ts'
import { initialsTexts } from '../initials/texts.ts'
import { initialsPath } from './initials.tsx'
import { PaperFacts } from './paper-facts.tsx'
import { stateWords, texts } from './texts.ts'

const DOES = [
  'draftResult',
  'approveResult',
  'returnDraft',
  'signResult',
  'sealResult',
  'deliverResult',
  'refuseDelivery',
  'replaceResult',
] as const satisfies DossierAction[]

type Step = { label: string; icon: IconName; href(code: string): string; isRare?: boolean }

const STEPS: Partial<Record<DossierAction, Step>> = {
  draftResult: { label: texts.draftTitle, icon: 'file-pen-line', href: (code) => workPath(code, '/du-thao') },
  approveResult: { label: texts.approveTitle, icon: 'check', href: (code) => workPath(code, '/duyet') },
  signResult: { label: texts.signOne, icon: 'pen-line', href: (code) => `/ky/${encodeURIComponent(code)}` },
  sealResult: { label: texts.sealOne, icon: 'stamp', href: (code) => `/van-thu/${encodeURIComponent(code)}` },
  deliverResult: {
    label: texts.deliverTitle,
    icon: 'package-check',
    href: (code) => `/quay/tra-ket-qua/${encodeURIComponent(code)}`,
  },
  replaceResult: {
    label: correctionWords.title,
    icon: 'file-pen-line',
    href: (code) => workPath(code, '/sua-ket-qua'),
    isRare: true,
  },
}

/** The tab "Kết quả" of the dossier page. */
export const resultsSections = [
  {
    id: 'ket-qua',
    title: texts.section,
    actions: [...DOES] as readonly string[],
    async render(request: WebRequest, dossier: DossierView): Promise<VNode | null> {
      const together = await liveBatchNo(request.server.app.db, dossier.dossier.id)
      if (together !== undefined) return <GoesTogether no={together} />
      const view = await resultViewOf(request.server.app.db, dossier.dossier)
      const steps = dossier.actions.flatMap((action) => STEPS[action] ?? [])
      if (!view && steps.length === 0) return null
      const raising = await raisingOf(request.server.app.db, `dossier:${dossier.dossier.id}`)
      const accountId = request.actor.kind === 'officer' ? request.actor.accountId : ''
      const canInitial = view !== undefined && whyNotInitial(view.result, view.files, accountId) === undefined
      return <ResultSection {...{ view, dossier, raising, canInitial }} steps={raising ? [] : steps} />
    },
  },
]

function ResultSection({
  view,
  dossier,
  steps,
  raising,
  canInitial,
}: {
  view: ResultView | undefined
  dossier: DossierView
  steps: readonly Step[]
  raising: RaisingFacts | undefined
  canInitial: boolean
}) {
  const { code } = dossier.dossier
  return (
    <>
      {view && <StateOfResult view={view} dossier={dossier} raising={raising} />}
      {view && canInitial && (
        <p class="buoc-kq">
          <ButtonLink href={initialsPath(code)} icon="pen-line" block>
            {initialsTexts.title}
          </ButtonLink>
        </p>
      )}
      {steps.map(({ label, icon, href, isRare = false }) => (
        <p class="buoc-kq" key={label}>
          <ButtonLink kind={isRare ? 'quiet' : 'primary'} href={href(code)} icon={icon} block>
            {label}
          </ButtonLink>
        </p>
      ))}
      {view && (
        <p>
          <ButtonLink kind="secondary" href={paperPath(code)} icon="file-text" newTab block>
            {texts.open}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function StateOfResult({
  view,
  dossier,
  raising,
}: {
  view: ResultView
  dossier: DossierView
  raising: RaisingFacts | undefined
}) {
  const { result, delivery } = view
  const { code } = dossier.dossier
  const isDone = result.state === 'sealed' || result.state === 'delivered'
  return (
    <>
      <h2>{result.title}</h2>
      <p>
        {raising && (
          <>
            <RaisingTag raising={raising} />{' '}
          </>
        )}
        <Tag tone={isDone ? 'ok' : result.state === 'returned' ? 'soon' : 'sea'}>{stateWords[result.state]}</Tag>
      </p>
      {result.returnReason !== null && <ReturnedNotice result={result} />}
      {view.underWay ? (
        <CorrectionNotice correction={view.underWay} old={view.underWay.issued} />
      ) : (
        view.correction && <CorrectionNotice correction={view.correction} old={view.earlier.at(-1)} done />
      )}
      {view.refused && !delivery && <NotTaken refused={view.refused} />}
      <PaperFacts view={view} dossier={dossier} />
      {view.earlier.length > 0 && (
        <>
          <h3>{correctionWords.earlier}</h3>
          <ul>
            {view.earlier.map(({ numberText, issuedOn, resultNo }) => (
              <li key={numberText}>
                <a href={workPath(code, `/ket-qua.pdf?ban=${resultNo}`)} target="_blank" rel="noopener">
                  {fill(correctionWords.replacesDocument, { number: numberText, day: formatDate(issuedOn) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {delivery && (
        <SummaryList
          rows={[
            {
              label: texts.deliveredBy,
              value: { counter: texts.byCounter, postal: texts.byPost, electronic: texts.byElectronic }[delivery.how],
            },
            ...(delivery.receiverName ? [{ label: texts.receiverName, value: delivery.receiverName }] : []),
            ...(delivery.postalCode ? [{ label: texts.postalCode, value: delivery.postalCode, figures: true }] : []),
          ]}
        />
      )}
    </>
  )
}
