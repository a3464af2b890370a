import { Icon, type IconName } from '../../ui/index.ts'
import { lifeEvents } from '../life-events.ts'

const ICONS: Readonly<Record<string, IconName>> = {
  'co-con-nho': 'baby',
  'hoc-tap': 'graduation-cap',
  'viec-lam': 'store',
  'hon-nhan-va-gia-dinh': 'heart-handshake',
  'dien-luc-nha-o-dat-dai': 'house',
  'cu-tru-va-giay-to-tuy-than': 'id-card',
  'suc-khoe-va-y-te': 'stethoscope',
  'phuong-tien-va-nguoi-lai': 'ship',
  'huu-tri': 'hand-heart',
  'nguoi-than-qua-doi': 'flower-2',
  'giai-quyet-khieu-kien': 'stamp',
}

/** Việc trong cuộc sống, as doors into the catalogue. */
export function LifeEventList() {
  return (
    <ul class="doi">
      {lifeEvents.map(({ slug, title, hint }) => (
        <li key={slug}>
          <a href={`/viec/${slug}`}>
            <span class="o-i">
              <Icon name={ICONS[slug] ?? 'folder-open'} />
            </span>
            <span>
              <b>{title}</b>
              <small>{hint}</small>
            </span>
            <span class="di">
              <Icon name="chevron-right" />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
