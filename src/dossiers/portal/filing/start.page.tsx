import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../platform/dates.ts'
import { formatTerm } from '../../../platform/term.ts'
import { papersOf, type ProcedureVersion } from '../../../catalogue/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  HiddenToken,
  Notice,
  PageTitle,
  Radios,
  SummaryList,
} from '../../../ui/index.ts'
import { whomText, type Whom } from '../../acting/whom.ts'
import { whomTexts } from '../../acting/whom.texts.ts'
import type { Draft } from '../../drafts/draft.ts'
import { shortPaperName } from '../paper-names.ts'
import { manyTexts } from '../from-spreadsheet/texts.ts'
import { filingTexts as words } from '../texts.ts'
import { dong } from '../../../platform/figures.ts'
import { feeOutlook } from './fees.ts'

export type WhomChoice = { whom: Whom; label: ComponentChildren }

type Props = {
  procedure: ProcedureVersion
  /** Components that the answers given in the guide leave out. */
  leftOut: ReadonlySet<string>
  /** Forms of this procedure the reader has begun. */
  drafts: readonly Draft[]
  /** Where to sign in first; without it the reader is signed in. */
  signInHref: string | undefined
  /** For whom it may be filed; one alone is not asked. */
  whom: readonly WhomChoice[]
  /** One for each showing of the page: pressing the button twice begins one form. */
  turn: string
  token: string
}

/** What filing online takes, and the button that begins. */
export function StartPage({ procedure, leftOut, drafts, signInHref, whom, turn, token }: Props) {
  const [open] = drafts
  return (
    <>
      <BackLink href={`/thu-tuc/${procedure.code}`}>{words.backToProcedure}</BackLink>
      <div class="mot">
        <PageTitle over={words.online}>{procedure.name}</PageTitle>
        <p>{words.startLead}</p>
        <p>{words.prefilledPromise}</p>
        <YouNeed procedure={procedure} leftOut={leftOut} />
        <Facts procedure={procedure} />
        {!procedure.methods.some(({ channel }) => channel === 'online') && <Notice>{words.publishedForCounter}</Notice>}
        {open && <Notice title={words.openDraft}>{words.openDraftBody(formatDateTime(open.updatedAt))}</Notice>}
        {signInHref !== undefined ? (
          <p class="lanh">
            <ButtonLink large wide href={signInHref}>
              {words.signInFirst}
            </ButtonLink>
          </p>
        ) : (
          <form method="post">
            <HiddenToken token={token} />
            <input type="hidden" name="luot" value={turn} />
            <WhomQuestion whom={whom} />
            <div class="lanh">
              {open && (
                <ButtonLink large wide href={`/bai-khai/${open.resumeCode}`}>
                  {words.goOn(open.resumeCode)}
                </ButtonLink>
              )}
              <Button large wide kind={open ? 'secondary' : 'primary'}>
                {open ? words.startAnother : words.start}
              </Button>
            </div>
          </form>
        )}
        <p class="cach-ray">
          <a href={`/thu-tuc/${procedure.code}/nop-nhieu`}>{manyTexts.entry}</a>
        </p>
        <p class="nhe">{words.counterToo}</p>
      </div>
    </>
  )
}

/** Most people file for themselves: chosen already, so they press the button as before. */
function WhomQuestion({ whom }: Pick<Props, 'whom'>) {
  if (whom.length < 2) return null
  const options = whom.map((one) => ({ value: whomText(one.whom), label: one.label }))
  return <Radios name="nop-cho" label={whomTexts.question} options={options} value={options[0]?.value ?? ''} />
}

function YouNeed({ procedure, leftOut }: Pick<Props, 'procedure' | 'leftOut'>) {
  const papers = papersOf(procedure).filter(({ code, eform }) => !eform && !leftOut.has(code))
  const always = papers.filter(({ conditional }) => !conditional)
  const sometimes = papers.length - always.length
  return (
    <>
      <h2>{words.youNeed}</h2>
      <p>
        {always.length === 0 ? words.needNoPapers : words.needPapers(always.length)}
        {sometimes > 0 && `; ${words.needConditional(sometimes)}`}.
      </p>
      {papers.length > 0 && (
        <Details summary={words.seePapers}>
          <ul class="gach">
            {papers.map(({ code, name, conditional }) => (
              <li key={code}>
                {shortPaperName(name)}
                {conditional && <span class="nhe"> ({words.optional.toLocaleLowerCase('vi')})</span>}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Facts({ procedure }: { procedure: ProcedureVersion }) {
  const terms = [...new Set(procedure.cases.map(({ term }) => (term ? formatTerm(term) : words.termUnknown)))]
  const outlook = feeOutlook(procedure)
  const costs =
    outlook.kind === 'free'
      ? words.feesFree
      : outlook.lines
          .map(
            ({ kind, amountDong }) =>
              `${words.feeKinds[kind]}: ${amountDong === null ? words.feesLater : dong(amountDong)}`,
          )
          .join('; ')
  const results = procedure.results.map(({ name }) => name).join('; ')
  const rows = [
    { label: words.takes, value: terms.join('; ') },
    { label: words.costs, value: costs },
    ...(results === '' ? [] : [{ label: words.result, value: results }]),
  ]
  return (
    <div class="cach-ray">
      <SummaryList rows={rows} boxed />
    </div>
  )
}
