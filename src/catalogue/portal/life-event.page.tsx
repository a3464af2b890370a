import { Breadcrumbs, PageTitle } from '../../ui/index.ts'
import type { LifeEvent } from '../life-events.ts'
import type { CatalogueOverview } from '../overview.ts'
import type { ProcedureSummary, Sector } from '../procedure.ts'
import { askedName, searchHref } from './asked.ts'
import { HelpBox } from './help-box.tsx'
import { ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'
import { browseTexts as words, searchTexts } from './texts.ts'
import { figure } from '../../platform/figures.ts'

type Props = {
  event: LifeEvent
  overview: CatalogueOverview
  /** The first of those handled by communes, and how many there are. */
  communeLevel: { procedures: readonly ProcedureSummary[]; total: number }
  /** Fields met in this life event, with counts. */
  fields: readonly (Sector & { count: number })[]
}

export function LifeEventPage({ event, overview, communeLevel, fields }: Props) {
  const { slug, title } = event
  const everyday = overview.everyday
    .filter(({ procedure }) => procedure.lifeEvent === slug)
    .map(({ procedure }) => procedure)
  const usual = new Set(everyday.map(({ code }) => code))
  const others = communeLevel.procedures.filter(({ code }) => !usual.has(code))
  const total = figure(overview.counts.byLifeEvent[slug] ?? 0)
  return (
    <>
      <Breadcrumbs
        items={[
          { label: searchTexts.home, href: '/' },
          { label: searchTexts.procedures, href: '/thu-tuc' },
          { label: title },
        ]}
      />
      <PageTitle over={event.hint}>{title}</PageTitle>
      <p class="dan-trang">{words.eventLead(total)}</p>
      <SearchBox label={words.searchInside(title)}>
        <input type="hidden" name={askedName('lifeEvent')} value={slug} />
      </SearchBox>
      <div class="hai cach-lon">
        <div>
          {everyday.length > 0 && (
            <section class="muc-nho">
              <h2>{words.everyday}</h2>
              <ProcedureList procedures={everyday} />
            </section>
          )}
          {others.length > 0 && (
            <section class="muc-nho">
              <h2>{words.atCommune}</h2>
              <ProcedureList procedures={others} />
              <p class="cach">
                <a href={searchHref({ lifeEvent: slug, level: 'commune' })}>
                  {words.seeAll(figure(communeLevel.total))}
                </a>
              </p>
            </section>
          )}
          <section class="muc-nho">
            <h2>{words.byField}</h2>
            <ul class="linh-vuc">
              {fields.map(({ code, name, count }) => (
                <li key={code}>
                  <a href={searchHref({ lifeEvent: slug, sector: code })}>{name}</a>{' '}
                  <span class="so nhe">{figure(count)}</span>
                </li>
              ))}
            </ul>
            <p class="cach">
              <a href={searchHref({ lifeEvent: slug })}>{words.seeEvery(total)}</a>
            </p>
          </section>
        </div>
        <aside class="ben" aria-label={searchTexts.helpTitle}>
          <HelpBox />
        </aside>
      </div>
    </>
  )
}
