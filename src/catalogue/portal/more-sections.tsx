import { Details } from '../../ui/index.ts'
import { formatDate } from '../../platform/dates.ts'
import { findingTitles } from '../texts.ts'
import type { ProcedureView } from './procedure-view.ts'
import { SourceLine, SourceText } from './source-text.tsx'
import { procedureTexts as words } from './texts.ts'

/** Quoted places of one kind of doubt before "and n more". */
const QUOTES = 3

/** What you get. */
export function ResultSection({ view: { procedure } }: { view: ProcedureView }) {
  const { results } = procedure
  return (
    <>
      <h2 id="nhan-gi">{words.whatGet}</h2>
      {results.length === 0 ? (
        <p class="chua-ro">{words.getNone}</p>
      ) : (
        <>
          <ul class="gach">
            {results.map(({ code, name }) => (
              <li key={code}>
                <SourceLine text={name.replace(/\.+$/u, '')} />
              </li>
            ))}
          </ul>
          <p class="nhe">{words.getPublished}</p>
        </>
      )}
    </>
  )
}

/** Steps, law, versions and doubts, folded: for those who want to be sure. */
export function MoreSections({ view }: { view: ProcedureView }) {
  const { procedure, versions, doubts } = view
  const { steps, legal, note, sourceUpdatedOn } = procedure
  return (
    <div class="gap-nhom">
      {steps.length > 0 && (
        <Details summary={words.steps}>
          {steps.map(({ name, text }, index) => (
            <div key={index}>
              {name !== '' && <h3>{name}</h3>}
              <SourceText text={text} />
            </div>
          ))}
        </Details>
      )}
      {legal.length > 0 && (
        <Details summary={words.legal(legal.length)}>
          <ul class="can-cu">
            {legal.map(({ code, name }) => (
              <li key={code}>
                <b class="ma">{code}</b>
                {name !== '' && <span>{name}</span>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {note !== '' && (
        <Details summary={words.noteTitle}>
          <SourceText text={note} />
        </Details>
      )}
      <Details summary={words.ifRefused}>
        <p>{words.ifRefusedBody}</p>
      </Details>
      <Details summary={words.versions}>
        <ul class="gach">
          {versions
            .filter(({ validFrom, validTo }) => validTo === null || validTo >= validFrom)
            .map(({ version, validFrom, validTo }) => (
              <li key={version}>{words.versionLine(version, formatDate(validFrom), validTo && formatDate(validTo))}</li>
            ))}
        </ul>
        {/^\d{4}-\d\d-\d\d$/.test(sourceUpdatedOn) && <p>{words.sourceUpdated(formatDate(sourceUpdatedOn))}</p>}
      </Details>
      {doubts.length > 0 && (
        <Details summary={words.doubts(doubts.length)}>
          <Doubts view={view} />
        </Details>
      )}
    </div>
  )
}

function Doubts({ view: { doubts, deciders } }: { view: ProcedureView }) {
  const kinds = Map.groupBy(doubts, ({ code }) => code)
  return (
    <ul class="diem-chua-ro">
      {[...kinds].map(([code, found]) => {
        const quotes = [
          ...new Set(found.map(({ sourceText }) => sourceText).filter((text) => !/^[\d.,/ ]*[A-Z_/ ,\d]*$/.test(text))),
        ]
        const decider = deciders.get(found[0]?.decidedBy ?? '')
        return (
          <li key={code}>
            <b>{findingTitles[code]}</b>
            {quotes.slice(0, QUOTES).map((quote) => (
              <q key={quote}>{quote}</q>
            ))}
            {quotes.length > QUOTES && <span class="nhe">{words.morePlaces(quotes.length - QUOTES)}</span>}
            {decider !== undefined && <span class="nhe">{words.decidedBy(decider)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
