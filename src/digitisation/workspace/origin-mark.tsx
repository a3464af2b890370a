import { Tag, type TagTone } from '../../ui/index.ts'
import type { Origin } from '../provenance/origin.ts'
import { originText } from '../provenance/texts.ts'

const TONES = {
  read: ['soon', 'scan-text'],
  'under-way': ['hold', 'user-check'],
  absent: ['plain', 'circle-help'],
  verified: ['ok', 'check'],
  unreadable: ['plain', 'eye-off'],
} as const satisfies Record<Origin['kind'], [TagTone, Parameters<typeof Tag>[0]['icon']]>

/** Says of every value whether a person answers for it: no value of a paper stands on a page without. */
export function OriginMark({ origin }: { origin: Origin }) {
  const [tone, icon] = TONES[origin.kind]
  return (
    <Tag tone={tone} icon={icon} long>
      {originText(origin)}
    </Tag>
  )
}
