import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { Details } from '../../../ui/index.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import type { Step } from '../../step.ts'
import type { SupplementTaken } from '../../supplement/at-desk/taking.ts'
import { takenTexts as words } from './taken.texts.ts'

/** That a desk took the last answer: where, when, by whom, and what each paper was. */
export function TakenNote({ view: { dossier, supplements, unitNames } }: { view: DossierView }) {
  const last = supplements.at(-1)
  if (!last?.taken || !last.answeredAt || dossier.finishedAt !== null) return null
  const { taken, items } = last
  const unit = unitNames[taken.unitId] ?? ''
  const day = formatDate(vietnamDate(last.answeredAt))
  return (
    <>
      <p>
        {taken.channel === 'postal' ? words.byPost(unit, day) : words.atDesk(unit, day)} {words.takenBy(taken.byName)}{' '}
        {taken.broughtBy !== null && words.broughtBy(taken.broughtBy)}
      </p>
      <Details summary={words.what}>
        <ol>
          {items.map(({ no, what }) => (
            <li key={no}>
              {what}: {itemTaken(taken, no)}
            </li>
          ))}
        </ol>
      </Details>
    </>
  )
}

/** `bản chính`; `không nộp lại: …` */
export function itemTaken({ items }: SupplementTaken, no: number): string {
  const own = items.find((one) => one.no === no)
  if (!own) return ''
  const reason = own.reason === null ? [] : [own.form === null ? words.notBrought(own.reason) : own.reason]
  return [...(own.form === null ? [] : [words.forms[own.form]]), ...reason].join('; ')
}

/** What the way says of a step in which a desk took an answer; nothing for one sent online. */
export function takenStep({ supplements, unitNames }: DossierView, { action, at }: Step): string | undefined {
  if (action !== 'supplyDossier') return undefined
  const taken = supplements.find(({ answeredAt }) => answeredAt?.getTime() === at.getTime())?.taken
  if (!taken) return undefined
  const unit = unitNames[taken.unitId] ?? ''
  return taken.channel === 'postal' ? words.postStep(unit, taken.byName) : words.step(unit, taken.byName)
}
