import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { type Channel, type QueueItem, workPath } from '../../dossiers/index.ts'
import { channelWords } from '../../dossiers/index.ts'
import { DeadlineTag, shortDay, type Standing } from '../../dossiers/workspace/deadline.tsx'
import { nameInSentence } from '../../dossiers/workspace/dossier-header.tsx'
import { tookWords } from '../../dossiers/workspace/dossier-rail.tsx'
import { fill } from '../../dossiers/workspace/texts.ts'
import { Icon, type IconName } from '../../ui/index.ts'
import { CHOSEN } from '../bulk/form-names.ts'
import { bulkPageTexts } from '../bulk/texts.ts'
import { queueTexts as texts, stepWords } from './texts.ts'

/** A dossier as the lists show it, with how it stands against its term. */
export type DossierRow = QueueItem & {
  standing: Standing
  /** Why the machine left it to a person. */
  machineReason: string | undefined
}

const CHANNEL_ICONS = {
  online: 'globe',
  counter: 'store',
  postal: 'mail',
  'national-portal': 'landmark',
} satisfies Record<Channel, IconName>

type Props = {
  row: DossierRow
  now: Date
  isCurrent: boolean
  /** Whether something can be done to it together with others. */
  canTick?: boolean
}

/** One line of the work list; the queue's keyboard script works on its `data-` marks. */
export function QueueRow({ row, now, isCurrent, canTick = false }: Props) {
  const { code, channel, applicantName, procedureName } = row
  return (
    <tr
      class="d"
      data-row
      data-preview={`/viec/xem/${encodeURIComponent(code)}`}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <td class="han">
        {canTick && <Tick code={code} name={applicantName} />}
        <DeadlineTag dossier={row} standing={row.standing} />
        {row.escalatedTo !== undefined && <small class="thay">{texts.escalated[row.escalatedTo]}</small>}
      </td>
      <td class="ma" data-label={texts.code}>
        <span class="ke" title={channelWords[channel]}>
          <Icon name={CHANNEL_ICONS[channel]} />
          <span class="an">{channelWords[channel]}, </span>
          {dayAndNumber(code)}
        </span>
      </td>
      <th scope="row" class="tt">
        <a class="n" href={workPath(code)} data-open>
          {applicantName}
        </a>
        {row.inPlaceOf !== undefined && <small class="thay">{fill(texts.inPlaceOf, { name: row.inPlaceOf })}</small>}
      </th>
      <td class="tt" title={procedureName}>
        {capital(nameInSentence(procedureName))}
      </td>
      <td>
        {stepWords[row.handling]}, <span class="so">{tookWords(Math.max(0, now.getTime() - row.since.getTime()))}</span>
      </td>
      <td class="co">{noteOf(row)}</td>
    </tr>
  )
}

function Tick({ code, name }: { code: string; name: string }) {
  return (
    <label class="tich">
      <input type="checkbox" name={CHOSEN} value={code} />
      <span class="an">{fill(bulkPageTexts.select, { name })}</span>
    </label>
  )
}

/** The part of a code that differs inside one desk: `261113-0009`. */
function dayAndNumber(code: string): string {
  return code.split('-').slice(1).join('-') || code
}

function noteOf({ handling, suppliedAt, appraisal, waitingSince, queueAt, ...row }: DossierRow): string {
  if (row.machineReason) return row.machineReason
  if (row.askedAgainBy) return fill(texts.askedAgain, { count: row.supplementCount, name: row.askedAgainBy })
  if (handling === 'appraising' && appraisal) return texts[appraisal]
  if (suppliedAt && !waitingSince) return fill(texts.suppliedOn, { day: shortDay(vietnamDate(suppliedAt)) })
  if (handling === 'submitted') return fill(texts.expected, { day: formatDate(vietnamDate(queueAt)).slice(0, 5) })
  return ''
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
