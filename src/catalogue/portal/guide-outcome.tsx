import { Actions, ButtonLink, Details, Icon, Notice, PrintButton, SummaryList, type IconName } from '../../ui/index.ts'
import type { Answers, BothLanguages, GuidePaper, PaperUse } from '../guides/guide.ts'
import { whyNotOnline, type DossierComponent, type ProcedureVersion } from '../procedure.ts'
import { filingHref } from './guide-address.ts'
import { guideTexts as words } from './guide.texts.ts'
import { inLanguage } from './in-language.ts'
import { moneyFact, timeFact } from './key-facts.tsx'
import { SourceText } from './source-text.tsx'

/** What to prepare first, what is only good to know last. */
const USES: readonly [PaperUse, IconName][] = [
  ['hand-in', 'upload'],
  ['form', 'circle-check'],
  ['held', 'shield-check'],
  ['made-there', 'printer'],
  ['bring', 'id-card'],
  ['if-asked', 'git-branch'],
]

type Props = {
  procedure: ProcedureVersion
  answers: Answers
  papers: readonly GuidePaper[]
  advice: readonly BothLanguages[]
}

/** The papers of exactly this person, with the term, the money and the way on. */
export function GuideOutcome({ procedure, answers, papers, advice }: Props) {
  const published = new Map(procedure.components.map((component) => [component.code, component]))
  const isOnline = whyNotOnline(procedure) === undefined
  const [time, money] = [timeFact(procedure), moneyFact(procedure)]
  return (
    <>
      {!papers.some(({ use }) => use === 'hand-in') && <p class="mot-cau">{words.nothing}</p>}
      {USES.map(([use, icon]) => (
        <Papers
          use={use}
          icon={icon}
          papers={papers.filter((paper) => paper.use === use)}
          published={published}
          key={use}
        />
      ))}
      {advice.length > 0 && (
        <div class="cach">
          <Notice title={words.advice}>
            {advice.map((text) => (
              <p key={text.vi}>{inLanguage(text)}</p>
            ))}
          </Notice>
        </div>
      )}
      <SummaryList
        rows={[
          { label: words.term, value: time.note === undefined ? time.value : `${time.value} (${time.note})` },
          { label: words.money, value: money.note === undefined ? money.value : `${money.value} (${money.note})` },
        ]}
      />
      {isOnline && <p class="lanh cach">{words.startBody}</p>}
      <Actions>
        {isOnline && (
          <ButtonLink large wide href={filingHref(procedure.code, answers)}>
            {words.start}
          </ButtonLink>
        )}
        <PrintButton>{words.print}</PrintButton>
      </Actions>
    </>
  )
}

type PapersProps = {
  use: PaperUse
  icon: IconName
  papers: readonly GuidePaper[]
  published: ReadonlyMap<string, DossierComponent>
}

function Papers({ use, icon, papers, published }: PapersProps) {
  if (papers.length === 0) return null
  return (
    <section class="muc-nho">
      <h2>
        <Icon name={icon} /> {words.uses[use]}
      </h2>
      <ul class="giay">
        {papers.map(({ component, plain }) => (
          <li key={component}>
            <b>{inLanguage(plain)}</b>
            <Details summary={words.asPublished}>
              <div lang="vi">
                <SourceText text={published.get(component)?.name ?? ''} />
              </div>
            </Details>
          </li>
        ))}
      </ul>
    </section>
  )
}
