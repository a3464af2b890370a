import { Notice } from '../../ui/index.ts'
import type { FormPage } from '../../forms/index.ts'
import { draftTexts as t, trialTexts } from './texts.ts'

type Props = { base: string; page: FormPage | undefined; isBroken: boolean }

/** The page being edited as people will see it, on a telephone and on a desk, in its real size. */
export function PreviewFrames({ base, page, isBroken }: Props) {
  if (!page || isBroken) return <Notice tone="info">{trialTexts.broken}</Notice>
  const address = `${base}/thu/${page.id}?ban=nhap`
  return (
    <>
      <p class="nhe">{t.previewHint}</p>
      <h3>{t.phone}</h3>
      <div class="khung-xem" tabindex={0} role="region" aria-label={t.phone}>
        <iframe class="xem-dien-thoai" name="xem" src={address} title={`${t.previewOf(page.title)}, ${t.phone}`} />
      </div>
      <h3>{t.desktop}</h3>
      <div class="khung-xem" tabindex={0} role="region" aria-label={t.desktop}>
        <iframe class="xem-may-tinh" src={address} title={`${t.previewOf(page.title)}, ${t.desktop}`} loading="lazy" />
      </div>
      <p>
        <a href={address}>{t.previewOpen}</a>
      </p>
    </>
  )
}
