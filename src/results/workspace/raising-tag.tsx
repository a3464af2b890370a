import { refusalSentence as fill } from '../../platform/refusal.ts'
import { missingWords, type RaisingFacts } from '../../signing/index.ts'
import { Tag } from '../../ui/index.ts'
import { texts } from './texts.ts'

/** đã ký, chờ dấu thời gian: nothing to do here, the system goes on by itself. */
export function RaisingTag({ raising }: { raising: Pick<RaisingFacts, 'missing'> }) {
  return <Tag tone="hold">{fill(texts.raisingTag, { missing: missingWords(raising.missing) })}</Tag>
}
