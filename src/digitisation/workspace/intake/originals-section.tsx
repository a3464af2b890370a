import { formatDate } from '../../../platform/dates.ts'
import { formatSize } from '../../../documents/index.ts'
import { Details } from '../../../ui/index.ts'
import type { Original } from '../../originals/get-original.ts'
import { scanPath } from './paths.ts'
import { intakeTexts as t } from './texts.ts'

/** The files of a scan as they came; of one that was let go, when and by what. */
export function OriginalsSection({ scanId, originals }: { scanId: string; originals: readonly Original[] }) {
  if (originals.length === 0) return null
  return (
    <Details summary={t.originals}>
      <ul>
        {originals.map(({ no, name, size, letGo }) => (
          <li key={no}>
            {letGo ? (
              <>
                {name}: {t.letGo(formatDate(letGo.on), letGo.ground)}
              </>
            ) : (
              <>
                <a href={`${scanPath(scanId)}/goc/${no}`}>{name}</a> <span class="nhe">{formatSize(size)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )
}
