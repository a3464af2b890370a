import { vietnamTime } from '../../../platform/dates.ts'
import { Notice } from '../../../ui/index.ts'
import { helpAddress } from '../../helping/addresses.ts'
import { helpNoticeTexts as words } from '../../helping/texts.ts'
import type { Filing } from './open-filing.ts'

/** Whose form a helper has before them, and until when. */
export function HelpNotice({ filing: { help, filer } }: { filing: Filing }) {
  if (!help?.endsAt) return null
  return (
    <Notice title={words.helping(filer.fullName)}>
      {words.until(vietnamTime(help.endsAt))} <a href={helpAddress(help.id)}>{words.back}</a>
    </Notice>
  )
}
