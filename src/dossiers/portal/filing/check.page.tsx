import { Said, shownAnswers } from '../../../forms/index.ts'
import { formatSize, type StoredFile } from '../../../documents/index.ts'
import { maskPersonalId } from '../../../identity/index.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  HiddenToken,
  Icon,
  Notice,
  PageTitle,
  SummaryList,
  Tag,
  TwoColumns,
  type SummaryRow,
  vietnamese,
} from '../../../ui/index.ts'
import type { TogetherView } from '../../co-applicants/get-invitation.ts'
import { howAgreedWords, standingWords, togetherTexts } from '../../co-applicants/texts.ts'
import { TOGETHER_PART } from '../co-applicants/together.page.tsx'
import { groupName, shortPaperName, shortProcedureName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import { FeeBox } from './fee-box.tsx'
import { originWords } from '../../prefill/texts.ts'
import { HelpNotice } from './help-notice.tsx'
import { isLocked } from './held-answers.ts'
import { pagesOf, type FiledPaper, type Filing } from './open-filing.ts'
import { draftAddress, hasChoiceOfPlace, isByCase, openParts, paperAddress, PLACE_PART } from './parts.ts'
import { partTitle } from './saved-box.tsx'
import { SignSection, type SigningChoice } from './sign-section.tsx'
import { offerTexts } from './vault-offers.texts.ts'

type Props = {
  filing: Filing
  problem: string | undefined
  token: string
  /** How they stand by it; nothing while something is missing. */
  choice: SigningChoice | undefined
  /** For the person themselves; who helps them names nobody. */
  together: TogetherView | undefined
}

/** Everything filled in and attached, before it is handed in. `problem`: why the last try was refused. */
export function CheckPage({ filing, problem, token, choice, together }: Props) {
  const left = openParts(filing)
  const base = draftAddress(filing)
  return (
    <>
      <BackLink href={base} />
      <TwoColumns side={<FeeBox procedure={filing.procedure} />} sideLabel={words.feesTitle}>
        <form class="mot" method="post" action={`${base}/nop`}>
          <HiddenToken token={token} />
          <input type="hidden" name="bai" value={filing.draft.id} />
          {problem === undefined ? (
            <ErrorSummary
              title={words.stillMissing(left.length)}
              errors={left.map((part) => ({ href: part.href, message: partTitle(part) }))}
            />
          ) : (
            <ErrorSummary title={words.notSubmitted} errors={[{ message: problem }]} />
          )}
          <HelpNotice filing={filing} />
          <PageTitle over={shortProcedureName(filing.procedure.name)}>{words.checkTitle}</PageTitle>
          <p>{words.checkLead}</p>
          <Answers filing={filing} />
          <p>
            <a href={`${base}/to-khai.pdf`}>{words.onPaper}</a>
          </p>
          <Place filing={filing} />
          <Papers filing={filing} />
          {together && <Together together={together} href={`${base}/${TOGETHER_PART}`} />}
          {isByCase(filing) && filing.draft.files.length === 0 && (
            <Notice tone="soon" title={words.noFiles}>
              {words.noFilesBody}
            </Notice>
          )}
          {left.length === 0 && (
            <>
              <div class="cam-doan">
                <p>{words.pledge}</p>
              </div>
              {choice && <SignSection choice={choice} paperHref={`${base}/don.pdf`} />}
              <div class="hang">
                <Button large wide icon="send-horizontal">
                  {words.submit}
                </Button>
                <a href={base}>{words.submitLater}</a>
              </div>
            </>
          )}
        </form>
      </TwoColumns>
    </>
  )
}

function Answers({ filing }: { filing: Filing }) {
  const { form, answers, held, draft } = filing
  const shown = shownAnswers(form, answers.data)
  return pagesOf(filing).map((page) => {
    const rows = shown
      .filter(({ pageId, name }) => pageId === page.id && name !== 'identityPaper')
      .map(({ name, label: words, isVietnamese, text }): SummaryRow => {
        const label = { label: words, ...(isVietnamese && { labelLang: vietnamese() }) }
        const origin = held.origins[name]
        const value = name === 'personalId' ? maskPersonalId((held.locked[name] ?? text).replaceAll(' ', '')) : text
        return isLocked(name, held.locked)
          ? { ...label, value, ...(origin ? { source: originWords(origin) } : {}) }
          : { ...label, value, changeHref: `/bai-khai/${draft.resumeCode}/${page.id}#${name}` }
      })
    return (
      <section key={page.id}>
        <h2>
          <Said of={page}>{page.title}</Said>
        </h2>
        <SummaryList rows={rows} />
      </section>
    )
  })
}

/** Who applies together, and what each has answered. */
function Together({ together: { people, rule }, href: changeHref }: { together: TogetherView; href: string }) {
  if (people.length === 0 && rule !== 'demanded') return null
  const isMissing = people.length === 0 || people.some(({ answer }) => answer !== 'agreed')
  const rows = people.map(({ fullName, answer, how }) => ({
    label: fullName,
    value: how ? howAgreedWords[how] : answer === null ? togetherTexts.waitingWord : standingWords[answer],
    changeHref,
  }))
  return (
    <>
      <h2>{togetherTexts.checkTitle}</h2>
      {rows.length > 0 && <SummaryList rows={rows} />}
      {isMissing && (
        <Notice tone="soon">
          {togetherTexts.checkMissing} <a href={changeHref}>{togetherTexts.title}</a>
        </Notice>
      )}
    </>
  )
}

function Place({ filing }: { filing: Filing }) {
  const { place } = filing
  if (!place.ok) return null
  const { competent, desk } = place.result
  const change = hasChoiceOfPlace(filing) ? { changeHref: `${draftAddress(filing)}/${PLACE_PART}` } : {}
  return (
    <>
      <h2>{words.placeHeading}</h2>
      <SummaryList
        rows={[
          { label: words.decidedBy, value: competent.name, ...change },
          { label: words.deskLabel, value: desk.name },
        ]}
      />
    </>
  )
}

function Papers({ filing }: { filing: Filing }) {
  const mentioned = filing.papers.filter(({ files, omitted, eform }) => files.length > 0 || omitted !== null || eform)
  const groups = Map.groupBy(mentioned, (paper) => groupName(paper.groupName))
  return [...groups].map(([title, own]) => (
    <section key={title}>
      <h2>{title === '' ? words.papers : title}</h2>
      <SummaryList
        rows={own.map((paper) => ({
          label: shortPaperName(paper.name),
          value: <PaperValue paper={paper} />,
          changeHref: paperAddress(filing, paper),
        }))}
      />
    </section>
  ))
}

function PaperValue({ paper: { files, fromVault, omitted } }: { paper: FiledPaper }) {
  if (files.length === 0) return <>{omitted === null ? words.onScreen : `${words.none}: ${words.omissions[omitted]}`}</>
  return files.map((file) => <FileLine file={file} fromVault={fromVault.get(file.id)} key={file.id} />)
}

type FileLineProps = { file: StoredFile; fromVault: string | undefined }

function FileLine({ file: { id, name, size, pages, sha256 }, fromVault }: FileLineProps) {
  const facts = [pages === null ? '' : words.pages(pages), formatSize(size)].filter((one) => one !== '').join(', ')
  return (
    <span class="tep dong-tep">
      <Icon name="file-text" />
      <a href={fromVault === undefined ? `/tep/${id}` : `/giay-to/${fromVault}`}>{name}</a>, {facts}
      {fromVault !== undefined && <Tag tone="sea">{offerTexts.fromVault}</Tag>}
      <small class="ma">SHA-256 {sha256.slice(0, 12)}…</small>
    </span>
  )
}
