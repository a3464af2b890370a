import { formatDate } from '../../platform/dates.ts'
import { Breadcrumbs, ButtonLink, classNames, EmptyState, vietnamese, Vietnamese } from '../../ui/index.ts'
import { everydayTitle } from '../everyday.ts'
import { guideFor } from '../guides/guides.ts'
import { lifeEventBySlug } from '../life-events.ts'
import type { VersionDays } from '../store.ts'
import { ChangesSection } from './changes-section.tsx'
import { KeyFacts } from './key-facts.tsx'
import { MoneySection } from './money-section.tsx'
import { MoreSections, ResultSection } from './more-sections.tsx'
import { PapersSection } from './papers-section.tsx'
import type { ProcedureView } from './procedure-view.ts'
import { StartBox } from './start-box.tsx'
import { procedureTexts as words, searchTexts } from './texts.ts'
import { TimeSection } from './time-section.tsx'
import { WhereSection } from './where-section.tsx'
import { WhoSection } from './who-section.tsx'
import { plainName, shortened } from './words.ts'

type Props = { view: ProcedureView; /** Why it cannot be filed from home, in words. */ refusal: string | undefined }

/** One procedure: can I, where, what papers, how long, how much, what I get; then everything else. */
export function ProcedurePage({ view, refusal }: Props) {
  const { procedure, doubts } = view
  const { methods } = procedure
  const has = (channel: string) => methods.some((method) => method.channel === channel)
  return (
    <>
      <Head view={view} />
      <KeyFacts view={view} />
      <div class="hai nop-truoc">
        <div class="than-bai">
          <WhoSection procedure={procedure} />
          <WhereSection view={view} />
          <PapersSection procedure={procedure} doubts={doubts} />
          <TimeSection view={view} />
          <MoneySection procedure={procedure} />
          <ResultSection view={view} />
          <ChangesSection view={view} />
          {doubts.length > 0 && <p class="chua-ro-chung">{words.doubtLead(doubts.length)}</p>}
          <MoreSections view={view} />
        </div>
        <aside class="ben" aria-label={words.startLabel}>
          <StartBox
            code={procedure.code}
            questions={guideFor(procedure)?.questions.length}
            refusal={refusal}
            isUnlisted={!has('online')}
            byPost={has('postal')}
          />
        </aside>
      </div>
    </>
  )
}

function Head({ view: { procedure } }: { view: ProcedureView }) {
  const { code, name, version, validFrom, decision, issuer, lifeEvent } = procedure
  const everyday = everydayTitle(code)
  const title = everyday ?? plainName(name)
  const event = lifeEventBySlug(lifeEvent)
  const announcedOn = /^\d{4}-\d\d-\d\d$/.test(decision.date) ? formatDate(decision.date) : decision.date
  return (
    <>
      <Breadcrumbs
        items={[
          { label: searchTexts.home, href: '/' },
          ...(event ? [{ label: event.title, href: `/viec/${event.slug}` }] : []),
          { label: shortened(title, 60) },
        ]}
      />
      <h1 class={classNames('tua-thu-tuc', title.length > 110 && 'dai-ten')} lang={everyday ? undefined : vietnamese()}>
        {title}
      </h1>
      <p class="chinh-thuc">
        {title !== plainName(name) && (
          <>
            {words.officialName} <Vietnamese>{name}</Vietnamese>.{' '}
          </>
        )}
        {words.code} <span class="ma">{code}</span>, {words.version(version, formatDate(validFrom))}.{' '}
        {decision.no !== '' && words.announced(issuer.name, decision.no, announcedOn)}
      </p>
    </>
  )
}

/** The address of a procedure that is no more. */
export function EndedPage({ last }: { last: VersionDays & { validTo: string } }) {
  return (
    <>
      <h1 lang={vietnamese()}>{plainName(last.name)}</h1>
      <EmptyState
        icon="history"
        title={words.ended(formatDate(last.validTo))}
        action={<ButtonLink href="/thu-tuc">{words.findOther}</ButtonLink>}
      >
        {words.endedBody}
      </EmptyState>
    </>
  )
}
