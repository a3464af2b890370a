import { isShortened, shortPaperName } from '../../catalogue/index.ts'
import {
  ACCEPT,
  formatSize,
  signatureText,
  signatureTone,
  type OfferedEntry,
  type StoredFile,
} from '../../documents/index.ts'
import type { PaperOffers } from '../../dossiers/index.ts'
import { Button, Details, FileInput, Icon, Select, Tag, classNames } from '../../ui/index.ts'
import { FORMS, OMISSIONS, stateOf, type DeskPaper, type PaperChoice } from '../paper-choice.ts'
import type { Reception } from '../reception.ts'
import { copiesWords } from '../texts.ts'
import { choiceBox, fileBox } from './keep-reception.ts'
import { boxError, type PageErrors } from './page-errors.ts'
import { fileHref, PaperOffersList } from './paper-offers.tsx'
import { formWords, omissionWords, receptionTexts as texts, stateWords } from './texts.ts'

type Props = {
  reception: Reception
  errors: PageErrors
  fileBytes: number
  photoFiles: ReadonlySet<string>
  offers: readonly PaperOffers[]
}

/** Every paper the procedure asks for: what was given, its scans with receipts, or why there is none. */
export function PaperList({ reception, errors, fileBytes, photoFiles, offers }: Props) {
  return (
    <ol class="tps">
      {reception.papers.map((paper) => (
        <PaperRow
          key={paper.code}
          paper={paper}
          files={paper.fileIds.flatMap((id) => reception.files.get(id) ?? [])}
          errors={errors}
          fileBytes={fileBytes}
          photoFiles={photoFiles}
          entries={offers.find(({ componentCode }) => componentCode === paper.code)?.entries ?? []}
          resumeCode={reception.draft?.resumeCode ?? ''}
        />
      ))}
    </ol>
  )
}

type RowProps = {
  paper: DeskPaper
  files: StoredFile[]
  errors: PageErrors
  fileBytes: number
  photoFiles: ReadonlySet<string>
  entries: readonly OfferedEntry[]
  resumeCode: string
}

function PaperRow({ paper, files, errors, fileBytes, photoFiles, entries, resumeCode }: RowProps) {
  const state = stateOf(paper)
  const needed = copiesWords(paper)
  const shortName = shortPaperName(paper.name)
  const notes = [
    stateWords[state],
    ...(needed ? [texts.asked(needed)] : []),
    ...(paper.conditional ? [texts.ifAny] : []),
    ...(paper.mustBeDigitised ? [texts.mustBeDigitised] : []),
  ]
  return (
    <li
      class={classNames(
        state === 'there' && 'ok',
        state === 'left-out' && 'khong',
        (state === 'missing' || state === 'both') && 'thieu',
      )}
      id={`giay-to-${paper.no}`}
    >
      <span class="tron" aria-hidden="true">
        {state === 'there' ? <Icon name="check" /> : paper.no}
      </span>
      <div>
        <b>{shortName}</b>
        <small>{notes.join('. ')}</small>
        {isShortened(paper.name) && (
          <Details summary={<Named what={texts.wholeName} of={shortName} />}>
            <small>{paper.name}</small>
          </Details>
        )}
        {files.length > 0 && (
          <ul class="da-quet">
            {files.map((file) => (
              <li key={file.id}>
                <a href={fileHref(file, paper, entries, resumeCode)}>{file.name}</a>
                {paper.fromVault?.has(file.id) && <Tag tone="sea">{texts.fromVault}</Tag>}
                <span class="nhe so">{formatSize(file.size)}</span>
                <span class="nhe ma">{file.receiptCode}</span>
                {file.signatures && (
                  <Tag tone={signatureTone(file.signatures)} long>
                    {signatureText(file.signatures)}
                  </Tag>
                )}
                {photoFiles.has(file.id) && (
                  <Button kind="quiet" name="viec" value={`trang:${paper.no}`} formNoValidate>
                    {texts.arrangePages}
                    <span class="an"> {file.name}</span>
                  </Button>
                )}
                <Button kind="quiet" name="viec" value={`bo:${file.id}`} formNoValidate>
                  {texts.remove}
                  <span class="an"> {file.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        <PaperOffersList paper={paper} entries={entries} resumeCode={resumeCode} />
        <div class="hoi">
          <Select
            name={choiceBox(paper)}
            label={<Named what={texts.paperForm} of={shortName} />}
            options={choiceGroups(paper)}
            value={paper.choice}
            {...boxError(errors, choiceBox(paper))}
          />
          <FileInput
            name={fileBox(paper)}
            label={<Named what={texts.scan} of={shortName} />}
            accept={ACCEPT}
            multiple
            maxBytes={fileBytes}
            {...boxError(errors, fileBox(paper))}
          />
        </div>
      </div>
    </li>
  )
}

/** The same short label on every row, told apart for those who hear it. */
function Named({ what, of }: { what: string; of: string }) {
  return (
    <>
      {what}
      <span class="an">, {of}</span>
    </>
  )
}

function choiceGroups({ eform }: Pick<DeskPaper, 'eform'>) {
  const option = (value: PaperChoice, label: string) => ({ value, label })
  const leftOut = [...(eform ? (['filled-on-screen'] as const) : []), ...OMISSIONS]
  return [
    { group: texts.given, options: FORMS.map((form) => option(form, formWords[form])) },
    { group: texts.leftOut, options: leftOut.map((reason) => option(reason, omissionWords[reason])) },
  ]
}
