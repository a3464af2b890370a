import type { Unit } from '../../organisation/index.ts'
import { Details, PageTitle } from '../../ui/index.ts'
import { everydayTitle } from '../everyday.ts'
import { departmentForSectors } from '../departments.ts'
import type { CatalogueOverview } from '../overview.ts'
import { procedureHref, searchHref } from './asked.ts'
import { LifeEventList } from './life-event-list.tsx'
import { SearchBox } from './search-box.tsx'
import { browseTexts as words } from './texts.ts'
import { figure } from '../../platform/figures.ts'

type Props = { overview: CatalogueOverview; agencies: readonly Unit[] }

/** The whole catalogue, by who handles it, by field, by life event. */
export function BrowsePage({ overview, agencies }: Props) {
  const { counts, everyday } = overview
  return (
    <>
      <PageTitle>{words.title(figure(counts.total))}</PageTitle>
      <p class="dan-trang">{words.lead}</p>
      <SearchBox />
      <section class="muc-nho">
        <h2>{words.everyday}</h2>
        <EverydayLinks everyday={everyday} />
      </section>
      <section class="muc-nho">
        <h2>{words.byLevel}</h2>
        <ul class="hai-o">
          {(['commune', 'province'] as const).map((level) => (
            <li key={level}>
              <a href={searchHref({ level })}>
                <b>{level === 'commune' ? words.communeLevel : words.provinceLevel}</b>
                <span class="so">{words.count(figure(counts.byLevel[level] ?? 0))}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="muc-nho">
        <h2>{words.byAgency}</h2>
        <p>{words.byAgencyLead}</p>
        <div class="gap-nhom sat">
          {agencies.map((agency) => (
            <Agency agency={agency} overview={overview} key={agency.id} />
          ))}
        </div>
      </section>
      <section class="muc-nho">
        <h2>{words.byLifeEvent}</h2>
        <LifeEventList />
      </section>
    </>
  )
}

export function EverydayLinks({ everyday }: { everyday: CatalogueOverview['everyday'] }) {
  return (
    <ul class="thuong-lam">
      {everyday.map(({ code }) => (
        <li key={code}>
          <a href={procedureHref(code)}>{everydayTitle(code)}</a>
        </li>
      ))}
    </ul>
  )
}

function Agency({
  agency: { slug, name },
  overview: { counts, sectors },
}: {
  agency: Unit
  overview: CatalogueOverview
}) {
  const own = sectors.filter(({ code }) => departmentForSectors([code]) === slug)
  return (
    <Details
      summary={
        <>
          {name} <span class="so nhe dem">{words.count(figure(counts.byDepartment[slug] ?? 0))}</span>
        </>
      }
    >
      <ul class="linh-vuc">
        {own.map(({ code, name: field }) => (
          <li key={code}>
            <a href={searchHref({ sector: code })}>{field}</a>{' '}
            <span class="so nhe">{figure(counts.bySector[code] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={searchHref({ agency: slug })}>{words.allOf(name)}</a>
      </p>
    </Details>
  )
}
