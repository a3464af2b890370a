import { entryWords, statusTones, statusWords, type OfferedEntry, type StoredFile } from '../../documents/index.ts'
import { Button, Tag } from '../../ui/index.ts'
import type { DeskPaper } from '../paper-choice.ts'
import { receptionTexts as texts } from './texts.ts'

type Props = { paper: DeskPaper; entries: readonly OfferedEntry[]; resumeCode: string }

/** What the person's vault has for one paper: taken by one press, or shown why it cannot be. */
export function PaperOffersList({ paper, entries, resumeCode }: Props) {
  const taken = new Set(paper.fromVault?.values())
  const left = entries.filter(({ id }) => !taken.has(id))
  if (left.length === 0) return null
  return (
    <ul class="da-quet">
      {left.map((entry) => (
        <li key={entry.id}>
          <a href={`/quay/tiep/${resumeCode}/kho/${entry.id}/1`} target="_blank" rel="noopener">
            {texts.inVault(entry.title)}
          </a>
          <span class="nhe">{entryWords(entry)}</span>
          <Tag tone={statusTones[entry.status]}>{statusWords[entry.status]}</Tag>
          {entry.status === 'in-force' && (
            <Button kind="quiet" name="viec" value={`kho:${paper.no}:${entry.id}`} formNoValidate>
              {texts.takeFromVault}
              <span class="an"> {entry.title}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where a file attached to a paper is opened: one of the vault by the paper it belongs to. */
export function fileHref(file: StoredFile, paper: DeskPaper, entries: readonly OfferedEntry[], resumeCode: string) {
  const entryId = paper.fromVault?.get(file.id)
  if (entryId === undefined) return `/quay/tiep/${resumeCode}/tep/${file.id}`
  const no = (entries.find(({ id }) => id === entryId)?.fileIds.indexOf(file.id) ?? 0) + 1
  return `/quay/tiep/${resumeCode}/kho/${entryId}/${no}`
}
