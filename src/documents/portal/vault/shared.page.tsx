import { formatDateTime } from '../../../platform/dates.ts'
import { Button, ErrorSummary, Field, HiddenToken, Notice, PageTitle, SummaryList } from '../../../ui/index.ts'
import type { SharedPaper } from '../../vault/share/open-share.ts'
import { statusWords } from '../../vault/texts.ts'
import { vaultTexts as words } from './texts.ts'

type Props = { paper: SharedPaper; token: string; error: string | undefined }

/** What a shared link shows before anything is opened: nothing of a person. */
export function SharedPage({ paper, token, error }: Props) {
  const { title, status, expiresAt, opensLeft, needsPassword, files } = paper
  const rows = [
    { label: words.sharedPaper, value: title },
    { label: words.sharedUntil, value: `${formatDateTime(expiresAt)}, ${words.sharedOpens(opensLeft)}`, figures: true },
  ]
  return (
    <div class="mot">
      <ErrorSummary errors={error === undefined ? [] : [{ field: 'mat-khau', message: error }]} />
      <PageTitle>{words.sharedTitle}</PageTitle>
      {status !== 'in-force' && (
        <Notice tone="late">
          {words.notValidNow} {statusWords[status]}.
        </Notice>
      )}
      <SummaryList boxed rows={rows} />
      <form method="post" class="cach">
        <HiddenToken token={token} />
        {needsPassword && (
          <Field
            name="mat-khau"
            label={words.sharedPassword}
            type="password"
            autoComplete="off"
            {...(error === undefined ? {} : { error })}
          />
        )}
        <p class="nhe">{words.sharedRecorded}</p>
        <p class="hang">
          {files.map(({ no }) => (
            <Button large name="tep" value={String(no)} key={no}>
              {files.length === 1 ? words.sharedOpen : words.sharedOpenFile(no)}
            </Button>
          ))}
        </p>
      </form>
    </div>
  )
}
