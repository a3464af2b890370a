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

type Props = { /** A last entry that leads to the whole catalogue. */ all?: { title: string; hint: string } }

/** Việc trong cuộc sống, as doors into the catalogue. */
export function LifeEventList({ all }: Props) {
  return (
    <ul class="doi">
      {lifeEvents.map(({ slug, title, hint }) => (
        <Entry href={`/viec/${slug}`} icon={ICONS[slug] ?? 'folder-open'} title={title} hint={hint} key={slug} />
      ))}
      {all && <Entry href="/thu-tuc" icon="list-checks" title={all.title} hint={all.hint} />}
    </ul>
  )
}

function Entry({ href, icon, title, hint }: { href: string; icon: IconName; title: string; hint: string }) {
  return (
    <li>
      <a href={href}>
        <span class="o-i">
          <Icon name={icon} />
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
  )
}
