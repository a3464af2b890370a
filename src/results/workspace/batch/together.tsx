import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { ask, type WebRequest } from '../../../platform/web/web.ts'
import { ButtonLink, Notice } from '../../../ui/index.ts'
import { listBatches } from '../../batch/get-batch.ts'
import type { ResultState } from '../../result.ts'
import { batchPath } from './paths.ts'
import { batchTexts as texts } from './texts.ts'

/** On a dossier's own page: it goes with others, and where. */
export function GoesTogether({ no }: { no: number }) {
  return (
    <>
      <Notice>{fill(texts.together, { no })}</Notice>
      <p class="buoc-kq">
        <ButtonLink href={batchPath(no)} icon="users" block>
          {fill(texts.toBatch, { no })}
        </ButtonLink>
      </p>
    </>
  )
}

/** Batches that wait in one of these states, for the lists of single papers. */
export async function batchesWaiting(request: WebRequest, states: readonly ResultState[]) {
  const waiting = (await ask(request, listBatches, {})).filter(({ state }) => states.includes(state))
  return (
    waiting.length > 0 && (
      <section class="cho-chung" aria-label={texts.waiting}>
        <h2>{texts.waiting}</h2>
        <ul>
          {waiting.map(({ no, subject, title }) => (
            <li class="hai-dong" key={String(no)}>
              <a href={batchPath(no)}>{fill(texts.one, { no })}</a>: {subject ?? title}
            </li>
          ))}
        </ul>
      </section>
    )
  )
}
