import { refusalSentence as fill } from '../../platform/refusal.ts'
import { sitePage, type FormBody, type WebReply, type WebRequest } from '../../platform/web/web.ts'
import { type BulkOutcome, workPath } from '../../dossiers/index.ts'
import { confirmationPath } from '../../signing/index.ts'
import { BackLink, OutcomeList } from '../../ui/index.ts'
import type { WaitingResult } from '../list-waiting.ts'
import { texts } from './texts.ts'

export const CHOSEN = 'chon'

/** The values of the boxes that were ticked. */
export function chosenIn(form: FormBody): string[] {
  const value = form[CHOSEN]
  return value === undefined ? [] : [...new Set(Array.isArray(value) ? value : [value])]
}

type Page = {
  title: string
  path: string
  /** What the list showed before: names of the applicants. */
  before: readonly WaitingResult[]
  outcomes: readonly BulkOutcome[]
  doneWords: string
}

/** The page after one press on many: what became of each. Sending it again finds what is done done, and says so. */
export function bulkOutcomePage(
  request: WebRequest,
  reply: WebReply,
  { title, path, before, outcomes, doneWords }: Page,
): Promise<WebReply> {
  const nameOf = (code: string) => before.find(({ item }) => item.code === code)?.item.applicantName ?? '–'
  const rows = outcomes.map(({ dossierCode, done: ok, refusal, waits }) => ({
    name: nameOf(dossierCode),
    code: dossierCode,
    href: workPath(dossierCode),
    ok: ok || waits !== undefined,
    words: refusal?.title ?? (waits ? texts.bulkWaits : doneWords),
  }))
  const [waiting] = outcomes.flatMap(({ waits }) => waits ?? [])
  const done = rows.filter(({ ok }) => ok).length
  const refused = rows.length - done
  return sitePage(request, reply, {
    site: 'workspace',
    title: `${texts.bulkOutcome}: ${title.toLocaleLowerCase('vi')}`,
    current: path,
    body: (
      <div class="cuon-trang">
        <BackLink href={path}>{texts.bulkBack}</BackLink>
        <OutcomeList
          rows={rows}
          caption={texts.bulkOutcome}
          summary={fill(refused === 0 ? texts.bulkAll : texts.bulkSome, { done, refused })}
          titles={{
            name: texts.applicantName,
            code: texts.code,
            outcome: texts.bulkOutcome,
            done: texts.bulkDone,
            refused: texts.bulkRefused,
          }}
        />
        {waiting && (
          <p>
            <a href={confirmationPath(waiting.confirmationId)}>{texts.bulkToConfirmation}</a>
          </p>
        )}
      </div>
    ),
  })
}
