import { BackLink, Button, ErrorSummary, HiddenToken, TextArea } from '../../ui/index.ts'
import type { ErrorItem } from '../../ui/index.ts'
import { ARCHIVE_PATH } from './due.page.tsx'
import { archivePageTexts as words } from './texts.ts'

/** What is held: its title and the dossier it came from. */
type Props = { paper: string | undefined; isHeld: boolean; reason: string; errors: ErrorItem[]; token: string }

/** Keeps one paper back from archive and destruction, or lets it go. */
export function HoldPage({ paper, isHeld, reason, errors, token }: Props) {
  const [error] = errors
  return (
    <div class="cuon-trang">
      <BackLink href={ARCHIVE_PATH}>{words.back}</BackLink>
      <ErrorSummary errors={errors} />
      <h2>{isHeld ? words.releaseTitle : words.holdTitle}</h2>
      {paper !== undefined && (
        <p>
          <b>{paper}</b>
        </p>
      )}
      <p>{words.holdHint}</p>
      <form method="post">
        <HiddenToken token={token} />
        {!isHeld && (
          <TextArea
            name="ly-do"
            label={words.holdReason}
            rows={3}
            maxLength={500}
            value={reason}
            {...(error ? { error: error.message } : {})}
          />
        )}
        <Button {...(isHeld ? { name: 'viec', value: 'bo' } : {})}>{isHeld ? words.release : words.hold}</Button>
      </form>
    </div>
  )
}
