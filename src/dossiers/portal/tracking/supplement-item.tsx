import {
  ACCEPT,
  entryWords,
  formatSize,
  isPicture,
  type OfferedEntry,
  type StoredFile,
} from '../../../documents/index.ts'
import { Checkboxes, FileInput, Icon, TextArea } from '../../../ui/index.ts'
import type { SupplementItem } from '../../supplement/supplement.ts'
import { offerTexts } from '../filing/vault-offers.texts.ts'
import { filingTexts, supplementTexts as words } from '../texts.ts'

/** What was already given for one item: words as typed, files that have arrived, and whether photos go as they were taken. */
export type GivenAnswer = {
  words: string
  files: StoredFile[]
  vaultEntryIds: string[]
  asTaken: boolean
  error?: string
}

type ItemProps = {
  item: SupplementItem
  given: GivenAnswer | undefined
  entries: readonly OfferedEntry[]
  fileBytes: number
}

/** What is asked for one paper, and the boxes in which it is answered. */
export function SupplementItemForm({ item, given, entries, fileBytes }: ItemProps) {
  const files = given?.files ?? []
  const chosen = given?.vaultEntryIds ?? []
  const { no } = item
  const error = given?.error === undefined ? {} : { error: given.error }
  return (
    <li id={`cho-${no}`} class={files.length + chosen.length > 0 && given?.error === undefined ? 'xong-v' : undefined}>
      <h2>{item.what}</h2>
      <dl>
        <div>
          <dt>{words.why}</dt>
          <dd>{item.reason}</dd>
        </div>
        <div>
          <dt>{words.how}</dt>
          <dd>{item.how}</dd>
        </div>
      </dl>
      {files.map((file) => (
        <p class="tep" key={file.id}>
          <Icon name="file-check" />
          {words.received(file.name, formatSize(file.size))}
          <input type="hidden" name={`da-${no}`} value={file.id} />
          {isPicture(file) && (
            <img class="trang-nho" src={`/tep/${file.id}/thanh-trang`} alt={words.asPage(file.name)} loading="lazy" />
          )}
        </p>
      ))}
      {entries.length > 0 && (
        <Checkboxes
          name={`kho-${no}`}
          label={offerTexts.title}
          values={chosen}
          options={entries.map((entry) => ({ value: entry.id, label: entry.title, hint: entryWords(entry) }))}
        />
      )}
      {item.componentCode !== null && (
        <FileInput
          name={`tep-${no}`}
          label={words.files}
          hint={filingTexts.attachHint(formatSize(fileBytes))}
          accept={ACCEPT}
          multiple
          maxBytes={fileBytes}
          {...error}
        />
      )}
      {item.componentCode !== null && (
        <Checkboxes
          name={asTakenBox(no)}
          label={words.photos}
          labelHidden
          values={given?.asTaken ? ['co'] : []}
          options={[{ value: 'co', label: words.asTaken, hint: words.asTakenHint }]}
        />
      )}
      <TextArea
        name={`loi-${no}`}
        label={item.componentCode === null ? words.wordsOnly : words.words}
        {...(item.componentCode === null ? error : { hint: words.wordsHint })}
        value={given?.words ?? ''}
        rows={3}
      />
    </li>
  )
}

/** Whether the photos of an item go as they were taken. */
export function asTakenBox(no: number): string {
  return `goc-${no}`
}
