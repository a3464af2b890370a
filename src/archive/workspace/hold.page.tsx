import { BackLink, Button, ErrorSummary, HiddenToken, PageTitle, TextArea } from '../../ui/index.ts'
import type { ErrorItem } from '../../ui/index.ts'
import { ARCHIVE_PATH } from './due.page.tsx'
import { archivePageTexts as words } from './texts.ts'

type Props = { isHeld: boolean; reason: string; errors: ErrorItem[]; token: string }

/** Keeps one paper back from archive and destruction, or lets it go. */
export function HoldPage({ isHeld, reason, errors, token }: Props) {
  const [error] = errors
  return (
    <div class="cuon-trang">
      <BackLink href={ARCHIVE_PATH}>{words.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle>{isHeld ? words.release : words.holdTitle}</PageTitle>
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
