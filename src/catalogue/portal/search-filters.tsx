import type { Unit } from '../../organisation/index.ts'
import { Button, Details, Select, type SelectOption } from '../../ui/index.ts'
import { lifeEvents } from '../life-events.ts'
import type { CatalogueOverview } from '../overview.ts'
import { askedName, levelWord, searchHref, without, type Asked, type AskedFilter } from './asked.ts'
import { searchTexts as words } from './texts.ts'

export type FilterChoices = { communes: readonly Unit[]; agencies: readonly Unit[]; overview: CatalogueOverview }

type Props = FilterChoices & { asked: Asked }

const FILTERS: readonly AskedFilter[] = ['level', 'commune', 'sector', 'agency', 'lifeEvent', 'subject']

/** The filters as hidden fields: a new search keeps them. */
export function KeptFilters({ asked }: { asked: Asked }) {
  return (
    <>
      {FILTERS.map(
        (key) => asked[key] && <input type="hidden" name={askedName(key)} value={valueOf(asked, key)} key={key} />,
      )}
    </>
  )
}

function valueOf(asked: Asked, key: AskedFilter): string | undefined {
  return key === 'level' && asked.level ? levelWord(asked.level) : asked[key]
}

export function SearchFilters({ asked, communes, agencies, overview }: Props) {
  const agency = ({ slug, name }: Unit): SelectOption => ({ value: slug, label: name })
  return (
    <Details summary={words.filters}>
      <form action="/tim" class="loc-tim luoi">
        {asked.q !== '' && <input type="hidden" name="q" value={asked.q} />}
        <Select
          name={askedName('level')}
          label={words.level}
          emptyLabel={words.anyLevel}
          options={(['commune', 'province'] as const).map((level) => ({
            value: levelWord(level),
            label: words.levels[level],
          }))}
          value={valueOf(asked, 'level')}
        />
        <Select
          name={askedName('commune')}
          label={words.commune}
          emptyLabel={words.anyCommune}
          options={communes.map(({ communeCode, code, name }) => ({ value: communeCode ?? code, label: name }))}
          value={asked.commune}
        />
        <Select
          name={askedName('agency')}
          label={words.agency}
          emptyLabel={words.anyAgency}
          options={agencies.map(agency)}
          value={asked.agency}
        />
        <Select
          name={askedName('sector')}
          label={words.sector}
          emptyLabel={words.anySector}
          options={overview.sectors.map(({ code, name }) => ({ value: code, label: name }))}
          value={asked.sector}
        />
        <Select
          name={askedName('lifeEvent')}
          label={words.lifeEvent}
          emptyLabel={words.anyLifeEvent}
          options={lifeEvents.map(({ slug, title }) => ({ value: slug, label: title }))}
          value={asked.lifeEvent}
        />
        <div class="nut-loc">
          <Button kind="secondary">{words.filter}</Button>
        </div>
      </form>
    </Details>
  )
}

/** What is filtered by, each with a link that drops it. */
export function ActiveFilters({ asked, communes, agencies, overview }: Props) {
  const named: [AskedFilter, string | undefined][] = [
    ['level', asked.level && words.levels[asked.level]],
    [
      'commune',
      asked.commune && (communes.find(({ communeCode }) => communeCode === asked.commune)?.name ?? asked.commune),
    ],
    ['agency', asked.agency && (agencies.find(({ slug }) => slug === asked.agency)?.name ?? asked.agency)],
    ['sector', asked.sector && (overview.sectors.find(({ code }) => code === asked.sector)?.name ?? asked.sector)],
    [
      'lifeEvent',
      asked.lifeEvent && (lifeEvents.find(({ slug }) => slug === asked.lifeEvent)?.title ?? asked.lifeEvent),
    ],
    ['subject', asked.subject],
  ]
  const active = named.filter(([, name]) => name !== undefined)
  if (active.length === 0) return null
  return (
    <p class="dang-loc">
      <span>{words.filteredBy}</span>
      {active.map(([key, name]) => (
        <a class="the vien" href={searchHref(without(asked, key))} aria-label={words.drop(name ?? '')} key={key}>
          {name} <span aria-hidden="true">×</span>
        </a>
      ))}
      {active.length > 1 && <a href={searchHref({ q: asked.q })}>{words.dropAll}</a>}
    </p>
  )
}
