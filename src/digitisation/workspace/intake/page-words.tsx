import { refusalWords, type RefusalTexts } from '../../../platform/refusal.ts'
import { Tag } from '../../../ui/index.ts'
import type { Page } from '../../intake/scan.ts'
import { separatorCodeOf } from '../../intake/split.ts'
import { pageWords } from '../../intake/texts.ts'
import { intakeTexts as t } from './texts.ts'

/** What an operator is told of a page: what to do about it first. */
export function PageWords({ page, refusals }: { page: Page; refusals: RefusalTexts }) {
  const { state, failure, quality, role, no, acceptedBy } = page
  if (state === 'waiting') return <Tag tone="sea">{t.notMade}</Tag>
  if (failure)
    return (
      <Tag tone="late-soft" icon="triangle-alert">
        {refusalWords(refusals, failure)}
      </Tag>
    )
  if (role === 'separator') return <Tag tone="plain">{t.separator(separatorCodeOf(page) ?? '')}</Tag>
  if (role === 'blank') return <Tag tone="plain">{t.blank}</Tag>
  if (!quality || quality.faults.length === 0) return <Tag tone="ok">{t.good}</Tag>
  if (acceptedBy) return <Tag tone="hold">{t.accepted}</Tag>
  const again = quality.faults.some(({ weight }) => weight === 'again')
  return (
    <Tag tone={again ? 'late-soft' : 'soon'} icon="triangle-alert">
      {pageWords(no, quality.faults)}
    </Tag>
  )
}
