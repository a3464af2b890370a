import { Icon, Tag, vietnamese } from '../../ui/index.ts'
import { everydayTitle } from '../everyday.ts'
import type { ProcedureSummary } from '../procedure.ts'
import { levelNames } from '../texts.ts'
import { procedureHref } from './asked.ts'
import { feeFact } from './fees.ts'
import { termFact } from './terms.ts'
import { procedureTexts, searchTexts as words } from './texts.ts'
import { plainName, shortened } from './words.ts'

/** Names of published procedures run to a thousand letters. */
const LONGEST_NAME = 170

/** How long and how much in a few words, for lists. */
export function termInShort({ terms }: Pick<ProcedureSummary, 'terms'>): string {
  const fact = termFact(terms)
  if (fact.kind === 'one') return fact.words
  return fact.kind === 'several' ? fact.words.slice(0, 3).join(', ') : procedureTexts.timeUnknown
}

export function feeInShort({ amountsDong }: Pick<ProcedureSummary, 'amountsDong'>): string {
  const fact = feeFact(amountsDong)
  switch (fact.kind) {
    case 'free':
      return procedureTexts.free
    case 'amount':
      return fact.words
    case 'range':
      return procedureTexts.from(fact.least, fact.most)
    case 'none':
      return procedureTexts.moneyNoneNote
    default:
      return procedureTexts.unconfirmed
  }
}

/** No case has a term to promise a day by. */
function isNotYetFiled({ terms }: Pick<ProcedureSummary, 'terms'>): boolean {
  return terms.every((term) => term === null)
}

type ListProps = { procedures: readonly ProcedureSummary[]; commune?: string | undefined }

export function ProcedureList({ procedures, commune }: ListProps) {
  return (
    <ul class="kq-tim">
      {procedures.map((procedure) => (
        <li key={procedure.code}>
          <ProcedureLink procedure={procedure} commune={commune} />
          {isNotYetFiled(procedure) ? (
            <Tag tone="late">{words.notYet}</Tag>
          ) : (
            !procedure.channels.includes('online') && (
              <Tag tone="outline" icon="landmark">
                {words.atDesk}
              </Tag>
            )
          )}
          <p>
            {[
              procedure.levels.map((level) => levelNames[level]).join(', '),
              procedure.sectors[0]?.name,
              termInShort(procedure),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            · <span class="ma">{procedure.code}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function ProcedureLink({
  procedure: { code, name },
  commune,
}: {
  procedure: ProcedureSummary
  commune?: string | undefined
}) {
  const title = everydayTitle(code)
  return (
    <span>
      <a href={procedureHref(code, commune)} lang={title === undefined ? vietnamese() : undefined}>
        {title ?? shortened(plainName(name), LONGEST_NAME)}
      </a>
      {title !== undefined && <small class="ten-van-ban">{words.official(shortened(name, LONGEST_NAME))}</small>}
    </span>
  )
}

/** The one that fits best, with what a visitor asks first. */
export function BestMatch({ procedure, commune }: { procedure: ProcedureSummary; commune?: string | undefined }) {
  const { code, name, channels } = procedure
  const title = everydayTitle(code)
  const isNotYet = isNotYetFiled(procedure)
  const isOnline = channels.includes('online') && !isNotYet
  return (
    <article class="hop-nhat">
      <h2 lang={title === undefined ? vietnamese() : undefined}>{title ?? plainName(name)}</h2>
      {title !== undefined && <p class="nhe">{words.official(name)}</p>}
      <ul class="dl">
        <li>
          <Icon name="calendar-days" />
          {termInShort(procedure)}
        </li>
        <li>
          <Icon name="wallet" />
          <span class="so">{feeInShort(procedure)}</span>
        </li>
        <li>
          <Icon name={isOnline ? 'monitor-smartphone' : 'landmark'} />
          {isNotYet ? words.notYet : isOnline ? words.online : words.counterOnly}
        </li>
      </ul>
      <div class="hang">
        <a class="nut" href={procedureHref(code, commune)}>
          {isOnline ? words.seeAndFile : words.see}
        </a>
        <span class="nhe">
          {words.code} <span class="ma">{code}</span>
        </span>
      </div>
    </article>
  )
}
