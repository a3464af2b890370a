import { Notice } from '../../ui/index.ts'
import type { FormPage } from '../../forms/index.ts'
import { draftTexts as t } from './texts.ts'

type Props = { base: string; page: FormPage | undefined }

const addressOf = (base: string, page: FormPage) => `${base}/thu/${page.id}?ban=nhap`

/** The page being edited as people will see it on a telephone, in its real size, beside the boxes. */
export function PhoneFrame({ base, page, isBroken }: Props & { isBroken: boolean }) {
  return (
    <aside class="xem-canh" aria-label={t.preview}>
      <h2 id="xem">{t.preview}</h2>
      {page && (
        <>
          <p class="nhe nho">{t.previewHint}</p>
          {isBroken && <Notice tone="info">{t.previewLacks}</Notice>}
          <iframe
            class="xem-dien-thoai"
            name="xem"
            src={addressOf(base, page)}
            title={`${t.previewOf(page.title)}, ${t.phone}`}
          />
          <p>
            <a href={addressOf(base, page)}>{t.previewOpen}</a>
          </p>
        </>
      )}
    </aside>
  )
}

/** The same on a desk, drawn smaller so that its whole width is seen. */
export function DesktopFrame({ base, page }: Props) {
  if (!page) return null
  return (
    <>
      <h2>{t.desktop}</h2>
      <div class="khung-xem" tabindex={0} role="region" aria-label={t.desktop}>
        <iframe
          class="xem-may-tinh"
          name="xem-rong"
          src={addressOf(base, page)}
          title={`${t.previewOf(page.title)}, ${t.desktop}`}
          loading="lazy"
        />
      </div>
    </>
  )
}
