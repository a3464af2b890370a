import {
  ACCEPT,
  formatSize,
  PageList,
  type ComposedPage,
  type OfferedEntry,
  type StoredFile,
  type UnderWay,
} from '../../../documents/index.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  ErrorSummary,
  FileInput,
  HiddenToken,
  Inset,
  PageTitle,
  PrintButton,
  TwoColumns,
} from '../../../ui/index.ts'
import { isShortened, shortPaperName, shortProcedureName } from '../paper-names.ts'
import { filingTexts as words } from '../texts.ts'
import { FileReceipt } from './file-receipt.tsx'
import type { FiledPaper, Filing } from './open-filing.ts'
import { draftAddress, FILE_BOX, nextAddress, paperAddress } from './parts.ts'
import { NotHandingIn, Omitted } from './omission.tsx'
import { ProgressBox } from './saved-box.tsx'
import { UnfinishedFiles } from './unfinished-files.tsx'
import type { RegisterOffer } from '../../vault/register-offers.ts'
import { RegisterHolds, VaultOffers } from './vault-offers.tsx'

type Props = {
  filing: Filing
  paper: FiledPaper
  /** Files for this paper that are still on their way. */
  unfinished: UnderWay[]
  /** Pages of files that were made of photos, and the photos by their ids. */
  pictures: readonly ComposedPage[]
  sources: ReadonlyMap<string, StoredFile>
  fileBytes: number
  errors: { file?: string; omission?: string }
  /** What the person's vault has for it. */
  offers: readonly OfferedEntry[]
  register: RegisterOffer | undefined
  token: string
}

/** One paper of the list: its files, or why there is none. */
export function PaperPage(props: Props) {
  const { filing, paper, errors } = props
  const id = `giay-to-${paper.no}`
  const errorList = [
    ...(errors.file === undefined ? [] : [{ field: FILE_BOX, message: errors.file }]),
    ...(errors.omission === undefined ? [] : [{ field: 'lyDo', message: errors.omission }]),
  ]
  const isDone = paper.files.length > 0 || paper.omitted !== null
  return (
    <>
      <BackLink href={draftAddress(filing)} />
      <TwoColumns side={<ProgressBox filing={filing} at={id} />} sideLabel={words.progressLabel}>
        <ErrorSummary errors={errorList} />
        <PageTitle over={words.paperTitleOver(shortProcedureName(filing.procedure.name))}>
          {shortPaperName(paper.name)}
        </PageTitle>
        {isShortened(paper.name) && (
          <Inset>
            <p class="khong-cach">{paper.name.replace(/^[\s\-–+*•]+/u, '')}</p>
          </Inset>
        )}
        {!paper.eform && (
          <p>
            {words.paperOf}: <b>{words.paperNeeded(paper.originals, paper.copies)}</b>
          </p>
        )}
        {paper.conditional && <p>{words.conditionalNote}</p>}
        {paper.eform && <p>{words.eformNote}</p>}
        <div id="tep-da-nhan" data-refresh>
          <Attached {...props} />
        </div>
        {paper.omitted === null && <RegisterHolds {...props} />}
        {paper.omitted === null && <VaultOffers {...props} />}
        {paper.omitted === null ? <UploadForm {...props} /> : <Omitted {...props} reason={paper.omitted} />}
        <div id="viec-tiep" data-refresh>
          <Actions>
            <ButtonLink large wide kind={isDone ? 'primary' : 'secondary'} href={nextAddress(filing, id)}>
              {isDone ? words.done : words.skip}
            </ButtonLink>
          </Actions>
          {!isDone && <NotHandingIn {...props} error={errors.omission} />}
        </div>
      </TwoColumns>
    </>
  )
}

function Attached({ filing, paper, pictures, sources, token }: Props) {
  if (paper.files.length === 0) return null
  return (
    <>
      <div class="dau-muc">
        <h2>{words.attached}</h2>
        <PrintButton>{words.printReceipts}</PrintButton>
      </div>
      {paper.files.map((file) => (
        <FileReceipt file={file} fromVault={paper.fromVault.get(file.id)} href={`/tep/${file.id}`} key={file.id}>
          <PageList
            file={file}
            pages={pictures.filter(({ fileId }) => fileId === file.id)}
            sources={sources}
            action={`${paperAddress(filing, paper)}/trang`}
            token={token}
          />
          <form method="post" action={`${paperAddress(filing, paper)}/bo`}>
            <HiddenToken token={token} />
            <input type="hidden" name="fileId" value={file.id} />
            <Button kind="quiet" icon="x">
              {words.remove}
              <span class="an"> {file.name}</span>
            </Button>
          </form>
        </FileReceipt>
      ))}
    </>
  )
}

function UploadForm({ filing, paper, unfinished, fileBytes, errors, token }: Props) {
  const action = `${paperAddress(filing, paper)}?_csrf=${encodeURIComponent(token)}`
  return (
    <>
      <UnfinishedFiles files={unfinished} action={action} />
      <form method="post" enctype="multipart/form-data" action={action} data-upload="each">
        <div class="dau-muc">
          <h2>{paper.files.length > 0 ? words.attachMore : words.attach}</h2>
        </div>
        <FileInput
          name={FILE_BOX}
          label={words.attachLabel}
          hint={words.attachHint(formatSize(fileBytes))}
          accept={ACCEPT}
          multiple
          drop
          maxBytes={fileBytes}
          {...(errors.file === undefined ? {} : { error: errors.file })}
        />
        <div class="chup-anh">
          <FileInput
            name="chup"
            label={words.camera}
            hint={words.cameraHint}
            accept="image/jpeg,image/png"
            camera
            maxBytes={fileBytes}
          />
        </div>
        <Button kind={paper.files.length > 0 ? 'secondary' : 'primary'} icon="upload" wide>
          {words.attachSend}
        </Button>
      </form>
    </>
  )
}
