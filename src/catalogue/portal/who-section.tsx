import { Details, Icon } from '../../ui/index.ts'
import type { ProcedureVersion } from '../procedure.ts'
import { SourceText } from './source-text.tsx'
import { procedureTexts as words } from './texts.ts'

/** Longest text of conditions that stands open. */
const OPEN_UP_TO = 700

/** Can I do this: whom it is for and on what conditions. */
export function WhoSection({ procedure: { subjects, conditions } }: { procedure: ProcedureVersion }) {
  return (
    <>
      <h2 id="ai-lam-duoc">{words.canI}</h2>
      <p>{words.canILead}</p>
      <ul class="khong-can">
        {subjects.map((subject) => (
          <li key={subject}>
            <Icon name="check" />
            {subject}
          </li>
        ))}
      </ul>
      {conditions === '' ? (
        <p class="nhe cach">{words.noConditions}</p>
      ) : conditions.length <= OPEN_UP_TO ? (
        <>
          <h3 class="cach">{words.conditions}</h3>
          <SourceText text={conditions} />
        </>
      ) : (
        <Details summary={words.conditionsMore}>
          <SourceText text={conditions} />
        </Details>
      )}
    </>
  )
}
