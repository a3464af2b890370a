import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { Button, HiddenFields, HiddenToken } from '../../../ui/index.ts'
import type { Learned } from '../../learning/store.ts'
import { kindsTexts as t } from './kinds-texts.ts'

type Decided = Pick<Learned<unknown, unknown>, 'no' | 'decidedByName' | 'decidedAt'>

/** Which version holds, by whom and since when. */
export const heldSince = ({ no, decidedByName: by, decidedAt }: Decided): string =>
  fill(t.inForce, { no, by: by ?? '', day: decidedAt ? formatDate(vietnamDate(decidedAt)) : '' })

/** What was learned goes, what held before holds again. */
export function TakeBack({ to, id, token }: { to: string; id: string; token: string | undefined }) {
  if (token === undefined) return null
  return (
    <form method="post" action={to}>
      <HiddenToken token={token} />
      <HiddenFields fields={[['ban', id]]} />
      <Button kind="secondary">{t.takeBack}</Button>
    </form>
  )
}
