import { refusalWords, type RefusalTexts } from '../../../platform/refusal.ts'
import { BackLink, Button, ErrorSummary, HiddenToken, Meter, Notice } from '../../../ui/index.ts'
import type { OpenScan } from '../../intake/get-scan.ts'
import { OriginalsSection } from './originals-section.tsx'
import { PaperSection } from './paper-section.tsx'
import { SCANS, scanPath } from './paths.ts'
import { intakeTexts as t } from './texts.ts'

type Props = { open: OpenScan; errors: string[]; said: string | undefined; refusals: RefusalTexts; token: string }

/** One scan: its papers, page by page, and what could not be taken. */
export function ScanPage({ open, errors, said, refusals, token }: Props) {
  const { scan, files, originals, papers, besides, pages, made } = open
  const lost = files.filter(({ state }) => state === 'failed')
  const common = { scan, papers, refusals, token }
  const isReady = scan.state === 'ready' && papers.some(({ state }) => state === 'assembling')
  return (
    <div class="cuon-trang">
      <BackLink href={SCANS}>{t.back}</BackLink>
      <ErrorSummary errors={errors.map((message) => ({ message }))} />
      {said !== undefined && (
        <Notice tone="ok" role="status">
          {said}
        </Notice>
      )}
      {scan.state === 'preparing' && (
        <Notice role="status">
          {t.making(made, pages)}
          <Meter value={pages === 0 ? 0 : made / pages} />
        </Notice>
      )}
      {lost.length > 0 && (
        <Notice tone="late" title={t.notTaken}>
          <ul>
            {lost.map(({ no, name, failure }) => (
              <li key={no}>
                <b>{name}</b>: {failure && refusalWords(refusals, failure)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {scan.state === 'quarantined' && <Quarantine scanId={scan.id} token={token} />}
      {isReady && (
        <form method="post" action={`${scanPath(scan.id)}/chuyen`} class="hang">
          <HiddenToken token={token} />
          <Button icon="scan-text">{t.handOn}</Button>
          <span class="nhe">{t.handOnHint}</span>
        </form>
      )}
      {scan.state === 'handed-on' && <p>{t.handedOn}</p>}
      {papers.length > 0 && <p class="nhe">{t.arrangeHint}</p>}
      {papers.map((paper) => (
        <PaperSection key={paper.id} title={t.paper(paper.no)} no={paper.no} pages={paper.pages} {...common} />
      ))}
      {besides.length > 0 && <PaperSection title={t.besides} hint={t.besidesHint} no={0} pages={besides} {...common} />}
      <OriginalsSection scanId={scan.id} originals={originals} />
    </div>
  )
}

function Quarantine({ scanId, token }: { scanId: string; token: string }) {
  return (
    <Notice tone="hold" title={t.stranger}>
      <form method="post" action={`${scanPath(scanId)}/nguoi-gui`} class="hang">
        <HiddenToken token={token} />
        <Button name="viec" value="take">
          {t.strangerTake}
        </Button>
        <Button kind="secondary" name="viec" value="take-and-remember">
          {t.strangerRemember}
        </Button>
        <Button kind="danger" name="viec" value="drop">
          {t.strangerDrop}
        </Button>
      </form>
    </Notice>
  )
}
