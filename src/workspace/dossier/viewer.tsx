import { formatSize, type StoredFile } from '../../documents/index.ts'
import { workPath } from '../../dossiers/index.ts'
import { fill } from '../../dossiers/workspace/texts.ts'
import { ButtonLink, EmptyState } from '../../ui/index.ts'
import { dossierTexts as texts } from './texts.ts'

/** One file of the dossier, shown in the page where the browser can. */
export function Viewer({ code, file, title }: { code: string; file: StoredFile | undefined; title: string }) {
  if (!file) {
    return (
      <section class="xem-pdf" aria-label={texts.viewer}>
        <EmptyState title={texts.nothing}>{texts.nothingHint}</EmptyState>
      </section>
    )
  }
  const address = workPath(code, `/tep/${file.id}`)
  return (
    <section class="xem-pdf" aria-label={title}>
      <div class="thanh">
        <b class="ten-tep">{title}</b>
        <span class="phai nhe so">
          {file.pages ? `${fill(texts.pages, { count: file.pages })}, ` : ''}
          {formatSize(file.size)}
        </span>
        <ButtonLink kind="secondary" href={address} newTab icon="file-text">
          {texts.open}
        </ButtonLink>
        <ButtonLink kind="secondary" href={`${address}/tai`} icon="download" download>
          {texts.save}
        </ButtonLink>
      </div>
      <div class="giay-ve" {...scrollByKeys(file, title)}>
        <Shown file={file} address={address} title={title} />
      </div>
    </section>
  )
}

/** A picture taller than its box is moved with the arrow keys; a PDF has a viewer of its own for that. */
function scrollByKeys({ mediaType }: StoredFile, title: string) {
  return mediaType.startsWith('image/') ? ({ tabindex: 0, role: 'group', 'aria-label': title } as const) : {}
}

/** Asks the browser's own viewer to show the page as wide as it can, without its side column. */
const PAGE_WIDE = '#navpanes=0&view=FitH'

function Shown({ file, address, title }: { file: StoredFile; address: string; title: string }) {
  if (file.scanVerdict === 'infected') return <EmptyState icon="ban" title={texts.infected} />
  if (file.mediaType === 'application/pdf') return <iframe src={`${address}${PAGE_WIDE}`} title={title} />
  if (file.mediaType.startsWith('image/')) return <img class="anh-tep" src={address} alt={title} />
  return <EmptyState icon="file-text" title={texts.notShown} />
}
