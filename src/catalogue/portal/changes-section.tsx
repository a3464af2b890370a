import { formatDate } from '../../platform/dates.ts'
import { Details } from '../../ui/index.ts'
import type { ProcedureView } from './procedure-view.ts'
import { changeLine, changesTexts as words } from './changes.texts.ts'

/** Lines before the rest is folded. */
const SHOWN = 5

/** What changed lately, for people who knew the procedure before. */
export function ChangesSection({ view: { procedure, changes } }: { view: ProcedureView }) {
  if (changes.length === 0) return null
  const lines = changes.map(changeLine)
  return (
    <>
      <h2 id="vua-doi">{words.title}</h2>
      <p>{words.lead(formatDate(procedure.validFrom))}</p>
      <Lines lines={lines.slice(0, SHOWN)} />
      {lines.length > SHOWN && (
        <Details summary={words.more(lines.length - SHOWN)}>
          <Lines lines={lines.slice(SHOWN)} />
        </Details>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="gach">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
