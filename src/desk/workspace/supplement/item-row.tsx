import { shortPaperName } from '../../../catalogue/index.ts'
import { ACCEPT, entryWords, formatSize, type OfferedEntry, type StoredFile } from '../../../documents/index.ts'
import { hasPapers, type TakenItem, type Taking } from '../../../dossiers/index.ts'
import { Button, classNames, FileInput, Icon, Select, Tag, TextArea } from '../../../ui/index.ts'
import { FORMS } from '../../paper-choice.ts'
import { boxError, type PageErrors } from '../page-errors.ts'
import { formWords } from '../texts.ts'
import { takingPath } from './find.page.tsx'
import { fileBox, formBox, itemOf, reasonBox } from './read-taking.ts'
import { takingTexts as texts } from './texts.ts'

type Asked = Taking['request']['items'][number]
type Props = { taking: Taking; item: Asked; errors: PageErrors; fileBytes: number }

/** One thing that was asked: why and how, what was brought of it, or why it cannot be. */
export function ItemRow({ taking, item, errors, fileBytes }: Props) {
  const { no, what, reason, how, componentCode } = item
  const brought = itemOf(taking, no)
  const state = hasPapers(brought) ? 'there' : brought.reason === null ? 'missing' : 'explained'
  return (
    <li
      id={`muc-${no}`}
      class={classNames(state === 'there' && 'ok', state === 'explained' && 'khong', state === 'missing' && 'thieu')}
    >
      <span class="tron" aria-hidden="true">
        {state === 'there' ? <Icon name="check" /> : no}
      </span>
      <div>
        <b>{what}</b>
        <small>{[texts[state], nameBeside(item)].filter((part) => part !== '').join('. ')}</small>
        <small>
          {texts.why}: {reason} {texts.how}: {how}
        </small>
        {componentCode === null ? (
          <TextArea
            name={reasonBox(no)}
            label={texts.answer}
            value={brought.reason ?? ''}
            rows={2}
            {...boxError(errors, reasonBox(no))}
          />
        ) : (
          <Paper taking={taking} item={item} brought={brought} errors={errors} fileBytes={fileBytes} />
        )}
      </div>
    </li>
  )
}

/** The paper's own name, where the request calls it otherwise. */
function nameBeside({ paperName, what }: Asked): string {
  return paperName === null || paperName === what ? '' : shortPaperName(paperName)
}

function Paper({ taking, item, brought, errors, fileBytes }: Props & { brought: TakenItem }) {
  const { no, what, componentCode } = item
  const files = brought.fileIds.flatMap((id) => taking.files.find((file) => file.id === id) ?? [])
  const entries = taking.offers.find((one) => one.componentCode === componentCode)?.entries ?? []
  return (
    <>
      <Brought code={taking.code} no={no} files={files} entries={entries} taken={brought.vaultEntryIds} />
      <div class="hoi">
        <Select
          name={formBox(no)}
          label={<Named what={texts.form} of={what} />}
          options={FORMS.map((value) => ({ value, label: formWords[value] }))}
          value={brought.form}
        />
        <FileInput
          name={fileBox(no)}
          label={<Named what={texts.scan} of={what} />}
          accept={ACCEPT}
          multiple
          maxBytes={fileBytes}
          {...boxError(errors, fileBox(no))}
        />
      </div>
      <TextArea
        name={reasonBox(no)}
        label={<Named what={item.isDeclaration ? texts.corrected : texts.cannot} of={what} />}
        hint={item.isDeclaration ? texts.correctedHint : texts.cannotHint}
        optional
        value={brought.reason ?? ''}
        rows={item.isDeclaration ? 4 : 1}
        {...boxError(errors, reasonBox(no))}
      />
    </>
  )
}

type BroughtProps = {
  code: string
  no: number
  files: readonly StoredFile[]
  entries: readonly OfferedEntry[]
  taken: readonly string[]
}

/** What lies at the desk already, and what the person's vault has of it. */
function Brought({ code, no, files, entries, taken }: BroughtProps) {
  const usable = entries.filter(({ id, status }) => taken.includes(id) || status === 'in-force')
  if (files.length + usable.length === 0) return null
  return (
    <ul class="da-quet">
      {files.map((file) => (
        <li key={file.id}>
          <a href={takingPath(code, `/tep/${file.id}`)} target="_blank" rel="noopener">
            {file.name}
          </a>
          <span class="nhe so">{formatSize(file.size)}</span>
          <span class="nhe ma">{file.receiptCode}</span>
          <Remove id={file.id} name={file.name} />
        </li>
      ))}
      {usable.map((entry) => (
        <li key={entry.id}>
          <a href={takingPath(code, `/tep/${entry.fileIds[0] ?? ''}`)} target="_blank" rel="noopener">
            {texts.inVault(entry.title)}
          </a>
          <span class="nhe">{entryWords(entry)}</span>
          {taken.includes(entry.id) ? (
            <>
              <Tag tone="sea">{texts.fromVault}</Tag>
              <Remove id={entry.id} name={entry.title} />
            </>
          ) : (
            <Button kind="quiet" name="viec" value={`kho:${no}:${entry.id}`} formNoValidate>
              {texts.takeFromVault}
              <span class="an"> {entry.title}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Remove({ id, name }: { id: string; name: string }) {
  return (
    <Button kind="quiet" name="viec" value={`bo:${id}`} formNoValidate>
      {texts.remove}
      <span class="an"> {name}</span>
    </Button>
  )
}

/** The same short label on every item, told apart for those who hear it. */
function Named({ what, of }: { what: string; of: string }) {
  return (
    <>
      {what}
      <span class="an">, {of}</span>
    </>
  )
}
