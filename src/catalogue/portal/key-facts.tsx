import { Icon, type IconName } from '../../ui/index.ts'
import { amountsOf, termsOf } from '../procedure.ts'
import { feeFact } from './fees.ts'
import type { ProcedureView } from './procedure-view.ts'
import { otherTerms, termFact } from './terms.ts'
import { procedureTexts as words } from './texts.ts'
import { shortened } from './words.ts'

type Fact = { value: string; note?: string }

/** The four answers everybody looks for first. */
export function KeyFacts({ view }: { view: ProcedureView }) {
  const facts: [IconName, string, Fact][] = [
    ['calendar-days', words.time, timeFact(view.procedure)],
    ['wallet', words.money, moneyFact(view.procedure)],
    ['landmark', words.where, placeFact(view)],
    ['file-check', words.get, resultFact(view)],
  ]
  return (
    <dl class="so-lieu" aria-label={words.facts}>
      {facts.map(([icon, label, { value, note }]) => (
        <div key={label}>
          <dt>
            <Icon name={icon} />
            {label}
          </dt>
          <dd class="so">
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function timeFact(procedure: ProcedureView['procedure']): Fact {
  const fact = termFact(termsOf(procedure.cases))
  if (fact.kind === 'unknown') return { value: words.timeUnknown, note: words.timeAsk }
  if (fact.kind === 'several') return { value: words.timeVaries, note: shortened(fact.words.join(', '), 60) }
  return { value: fact.words, ...(otherTerms(procedure).length > 0 && { note: words.timeTwo }) }
}

export function moneyFact({ fees }: ProcedureView['procedure']): Fact {
  const fact = feeFact(amountsOf(fees))
  switch (fact.kind) {
    case 'free':
      return { value: words.free }
    case 'amount':
      return { value: fact.words }
    case 'range':
      return { value: words.moneyVaries, note: words.from(fact.least, fact.most) }
    case 'some':
      return { value: words.moneyVaries, note: words.moneySome }
    case 'none':
      return { value: words.moneyNone, note: words.moneyNoneNote }
    case 'unknown':
      return { value: words.moneyUnknown, note: words.moneyAsk }
  }
}

function placeFact({ where: { commune, province } }: ProcedureView): Fact {
  const provincial = province?.agency.name
  if (commune === undefined) {
    const desk = province?.desk?.shortName
    return { value: provincial ?? words.timeUnknown, ...(desk !== undefined && { note: words.atDesk(desk) }) }
  }
  const value = commune.handler?.agency.shortName ?? words.committeeOfCommune
  if (provincial !== undefined) return { value, note: words.orProvince(provincial) }
  return { value, ...(commune.handler === undefined && { note: words.nearYou }) }
}

function resultFact({ procedure: { results } }: ProcedureView): Fact {
  const [first] = results
  if (!first) return { value: words.noResult }
  return {
    value: shortened(first.name, 60),
    ...(results.length > 1 && { note: words.moreResults(results.length - 1) }),
  }
}
