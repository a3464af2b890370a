import { ButtonLink, EmptyState, Pagination } from '../../ui/index.ts'
import type { ProcedurePage } from '../search/search-procedures.ts'
import { officialWording } from '../search/search-words.ts'
import { searchHref, without, type Asked } from './asked.ts'
import { HelpBox } from './help-box.tsx'
import { BestMatch, ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'
import { ActiveFilters, KeptFilters, SearchFilters, type FilterChoices } from './search-filters.tsx'
import { searchTexts as words } from './texts.ts'

type Props = { asked: Asked; found: ProcedurePage; choices: FilterChoices }

/** Ways of finding that answer the words well enough to name one procedure as the best. */
const SURE = new Set<ProcedurePage['match']>(['code', 'official-words', 'words'])

export function SearchPage({ asked, found, choices }: Props) {
  const { procedures, match } = found
  const isFirst = asked.after === undefined
  const [best, ...others] = procedures
  const shown = best && isFirst && asked.q !== '' && SURE.has(match) ? best : undefined
  return (
    <>
      <div class="dau-tim">
        <SearchBox value={asked.q}>
          <KeptFilters asked={asked} />
        </SearchBox>
        <SearchFilters asked={asked} {...choices} />
      </div>
      <div class="hai">
        <div>
          <Heading asked={asked} hasBest={shown !== undefined} />
          <ActiveFilters asked={asked} {...choices} />
          <MatchNote asked={asked} found={found} />
          {procedures.length === 0 && <Nothing asked={asked} />}
          {shown && <BestMatch procedure={shown} commune={asked.commune} />}
          {shown && others.length > 0 && <h2 class="kq-them">{words.maybe}</h2>}
          {(shown ? others : procedures).length > 0 && (
            <ProcedureList procedures={shown ? others : procedures} commune={asked.commune} />
          )}
          <Pages asked={asked} found={found} />
        </div>
        <aside class="ben" aria-label={words.helpTitle}>
          <HelpBox />
        </aside>
      </div>
    </>
  )
}

function Heading({ asked: { q }, hasBest }: { asked: Asked; hasBest: boolean }) {
  if (q === '') return <h1 class="tua-tim">{words.allTitle}</h1>
  return (
    <h1 class="tua-tim">
      {hasBest ? words.bestFor : words.results} <b>“{q}”</b>
    </h1>
  )
}

/** When the answer is not simply what was typed, it says so. */
function MatchNote({ asked: { q }, found: { match, procedures } }: Pick<Props, 'asked' | 'found'>) {
  const note = words.nearest[match]
  if (procedures.length === 0 || note === undefined) return null
  const text = typeof note === 'string' ? note : note(q, officialWording(q) ?? q)
  return <p class="cach-tim">{text}</p>
}

function Nothing({ asked }: { asked: Asked }) {
  const isFiltered = searchHref({ ...without(asked), q: '' }) !== '/tim'
  return (
    <EmptyState
      icon="search"
      title={isFiltered && asked.q === '' ? words.noneFiltered : words.noneTitle(asked.q)}
      action={
        <ButtonLink kind="secondary" href={isFiltered ? searchHref({ q: asked.q }) : '/thu-tuc'}>
          {isFiltered ? words.dropAll : words.browse}
        </ButtonLink>
      }
    >
      {words.noneBody}
    </EmptyState>
  )
}

function Pages({ asked, found: { procedures, next } }: Pick<Props, 'asked' | 'found'>) {
  if (next === null && asked.after === undefined) return null
  return (
    <Pagination
      {...(next === null ? {} : { nextHref: searchHref({ ...asked, after: next }) })}
      summary={
        <>
          {words.more(procedures.length)}
          {asked.after !== undefined && (
            <>
              {' · '}
              <a href={searchHref(without(asked))}>{words.first}</a>
            </>
          )}
        </>
      }
    />
  )
}
