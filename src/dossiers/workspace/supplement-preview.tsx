import { formatDate } from '../../platform/dates.ts'
import { Notice } from '../../ui/index.ts'
import { nameInSentence } from './dossier-header.tsx'
import type { Work } from './open-work.ts'
import { shortPaperName } from '../portal/paper-names.ts'
import { askedPapers, type SupplementValues } from './supplement-values.ts'
import { supplementTexts as texts } from './supplement.texts.ts'
import { fill } from './texts.ts'

/** More words than this and people stop reading. */
const EASY_WORDS = 160

/** What the citizen will read on their telephone. */
export function CitizenPhone({
  work,
  values,
  newDue,
}: {
  work: Work
  values: SupplementValues
  newDue: string | null
}) {
  const asked = askedPapers(values)
  const words = asked.flatMap(({ what, why, how }) =>
    `${what} ${why} ${how}`.split(/\s+/).filter((word) => word !== ''),
  ).length
  const procedure = nameInSentence(shortPaperName(work.view.procedure.name))
  return (
    <>
      <h2>{texts.citizenSees}</h2>
      <div class="dt">
        <div class="dai" />
        <div class="trong-dt">
          <h3>{fill(texts.phoneTitle, { count: asked.length, procedure })}</h3>
          {newDue !== null && (
            <Notice tone="hold" title={texts.paused}>
              {fill(texts.pausedWhen, { reply: formatDate(values.replyBy), due: newDue })}
            </Notice>
          )}
          {asked.length === 0 ? (
            <p class="nhe">{fill(texts.nothingYet, { button: texts.preview })}</p>
          ) : (
            <ol>
              {asked.map(({ key, what, why, how }, index) => (
                <li key={key}>
                  <b>
                    {index + 1}. {what}
                  </b>
                  <p>
                    {why} {how}
                  </p>
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
      {asked.length > 0 && (
        <p class="doc">
          <b>{fill(texts.length, { words })}</b> {words > EASY_WORDS ? texts.tooLong : texts.lengthHint}
        </p>
      )}
    </>
  )
}
