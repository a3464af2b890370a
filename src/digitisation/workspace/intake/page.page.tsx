import type { RefusalTexts } from '../../../platform/refusal.ts'
import { BackLink, Button, ErrorSummary, FileInput, HiddenToken, Panel } from '../../../ui/index.ts'
import { ACCEPT } from '../../../documents/index.ts'
import { mustBeScannedAgain } from '../../intake/quality/quality.ts'
import { whyNotMend } from '../../intake/mend-page.ts'
import type { Page, Paper, Scan } from '../../intake/scan.ts'
import { PageWords } from './page-words.tsx'
import { pagePath, picturePath, scanPath } from './paths.ts'
import { intakeTexts as t } from './texts.ts'

type Props = {
  page: Page
  scan: Scan
  paper: Paper | undefined
  errors: string[]
  refusals: RefusalTexts
  /** In bytes. */
  mostBytes: number
  token: string
}

/** One page in full, with what can be done about it. */
export function OnePage({ page, scan, paper, errors, refusals, mostBytes, token }: Props) {
  const why = whyNotMend(page, paper, scan)
  const isBad = page.quality !== null && !page.acceptedBy && mustBeScannedAgain(page.quality)
  return (
    <div class="cuon-trang">
      <BackLink href={scanPath(scan.id)}>{t.backToScan}</BackLink>
      <ErrorSummary errors={errors.map((message) => ({ message }))} />
      <p>
        <PageWords page={page} refusals={refusals} />
      </p>
      {why && <p class="nhe">{t.stuck}</p>}
      {!why && <Turns page={page} token={token} />}
      {!why && isBad && (
        <form method="post" action={`${pagePath(page.id)}/dung`} class="hang">
          <HiddenToken token={token} />
          <Button kind="secondary">{t.accept}</Button>
          <span class="nhe">{t.acceptHint}</span>
        </form>
      )}
      {page.pictureSha256 !== null && (
        <img
          class="anh-trang"
          src={picturePath(page.id, page.pictureSha256)}
          alt={t.alt(page.no)}
          width={page.width ?? undefined}
          height={page.height ?? undefined}
        />
      )}
      {!why && (
        <Panel title={t.rescan}>
          <form
            method="post"
            action={`${pagePath(page.id)}/quet-lai?_csrf=${encodeURIComponent(token)}`}
            enctype="multipart/form-data"
            data-upload
          >
            <HiddenToken token={token} />
            <FileInput name="tep" label={t.rescanFile} hint={t.rescanHint} accept={ACCEPT} maxBytes={mostBytes} />
            <Button kind="secondary">{t.rescanSend}</Button>
          </form>
        </Panel>
      )}
    </div>
  )
}

function Turns({ page, token }: { page: Page; token: string }) {
  return (
    <form method="post" action={`${pagePath(page.id)}/xoay`} class="hang">
      <HiddenToken token={token} />
      <Button kind="secondary" name="do" value="270">
        {t.turnLeft}
      </Button>
      <Button kind="secondary" name="do" value="90">
        {t.turnRight}
      </Button>
      <Button kind="secondary" name="do" value="180">
        {t.turnOver}
      </Button>
    </form>
  )
}
