import { formatDate, formatDateTime, vietnamDate } from '../../platform/dates.ts'
import { proofWords, signatureText, signatureTone, statusWords } from '../../documents/index.ts'
import {
  howWords,
  recordTexts,
  type ApplicationView,
  type ComponentView,
  type DossierView,
  type PaperView,
  type RecordView,
  workPath,
} from '../../dossiers/index.ts'
import { shortPaperName } from '../../dossiers/portal/paper-names.ts'
import { fill, formWords, omissionWords, paperWords } from '../../dossiers/workspace/texts.ts'
import { Icon, Tag, type IconName } from '../../ui/index.ts'
import { dossierTexts as texts } from './texts.ts'

type Props = { view: DossierView; shownFileId: string | undefined; tab: string }

/** The papers of the dossier on the left: those handed in, then those made on the way. */
export function ComponentsList({ view, shownFileId, tab }: Props) {
  const { components, papers, records, application, dossier } = view
  const isAnyMade = papers.length + records.length > 0
  const link = (fileId: string) =>
    workPath(dossier.code, `?${new URLSearchParams({ tep: fileId, the: tab }).toString()}`)
  return (
    <nav class="ds" aria-label={texts.viewer}>
      <h2>{components.length === 0 ? texts.noComponents : fill(texts.components, { count: components.length })}</h2>
      <ul>
        {application && (
          <Applied
            application={application}
            isShown={application.file.id === shownFileId}
            href={link(application.file.id)}
          />
        )}
        {components.map((component) => (
          <Component component={component} shownFileId={shownFileId} link={link} key={component.no} />
        ))}
      </ul>
      {isAnyMade && (
        <>
          <h2>{texts.made}</h2>
          <ul>
            {papers.map((paper) => (
              <Made
                paper={paper}
                isShown={paper.file.id === shownFileId}
                href={link(paper.file.id)}
                key={paper.file.id}
              />
            ))}
            {records.map((record) => (
              <Signed
                record={record}
                isShown={record.file.id === shownFileId}
                href={link(record.file.id)}
                key={record.file.id}
              />
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}

type ComponentProps = { component: ComponentView; shownFileId: string | undefined; link(fileId: string): string }

function Component({ component, shownFileId, link }: ComponentProps) {
  const { documents, omitted, name, form } = component
  const first = documents[0]
  if (!first) {
    return (
      <li class="trong-tp">
        <span>
          <Icon name={omitted === 'filled-on-screen' ? 'file-check' : 'file-text'} />
          <span title={name}>
            <b>{shortPaperName(name)}</b>
            <small>{omitted ? omissionWords[omitted] : texts.nothing}</small>
          </span>
        </span>
      </li>
    )
  }
  return (
    <>
      {documents.map((file, index) => (
        <li key={file.id}>
          <a href={link(file.id)} aria-current={file.id === shownFileId ? 'true' : undefined}>
            <Icon name={iconOf(file.mediaType)} />
            <span title={name}>
              <b>{index === 0 ? shortPaperName(name) : file.name}</b>
              <small>{fileFacts(component, index, form ? formWords[form] : '')}</small>
              {file.signatures && (
                <Tag tone={signatureTone(file.signatures)} long>
                  {signatureText(file.signatures)}
                </Tag>
              )}
              <Origin component={component} fileId={file.id} />
            </span>
            {file.scanVerdict === 'infected' ? (
              <Tag tone="late">{texts.infected}</Tag>
            ) : (
              <Icon name="check" tone="ok" />
            )}
          </a>
        </li>
      ))}
    </>
  )
}

/** Of a file from the applicant's vault: whose paper it is, how it is proven, and when it may be used no more. */
function Origin({ component: { fromVault }, fileId }: { component: ComponentView; fileId: string }) {
  const paper = fromVault.find(({ fileIds }) => fileIds.includes(fileId))
  if (!paper) return null
  const from = [paper.number, paper.issuer].filter((part) => part !== null).join(', ') || paper.sourceCode
  return (
    <>
      <Tag tone="sea" icon="archive" long>
        {fill(texts.fromVault, { from, version: paper.version })}
      </Tag>
      <small>{proofWords[paper.proof]}</small>
      {paper.now.state !== 'in-force' && <Tag tone="late">{statusWords[paper.now.state]}</Tag>}
    </>
  )
}

function fileFacts({ documents, files }: ComponentView, index: number, form: string): string {
  const file = documents[index]
  const round = files.find(({ fileId }) => fileId === file?.id)?.round ?? 0
  return [
    form,
    file?.pages ? fill(texts.pages, { count: file.pages }) : '',
    round > 0 ? fill(texts.supplied, { round }) : '',
  ]
    .filter((words) => words !== '')
    .join(', ')
}

/** A record an officer signed: of the appraisal, an opinion, the approval. */
function Signed({ record, isShown, href }: { record: RecordView; isShown: boolean; href: string }) {
  return (
    <li>
      <a href={href} aria-current={isShown ? 'true' : undefined}>
        <Icon name="file-pen-line" />
        <span>
          <b>{recordTexts[record.kind].title}</b>
          <small>{fill(texts.signedBy, { name: record.byName, at: formatDateTime(record.at) })}</small>
        </span>
      </a>
    </li>
  )
}

function Made({ paper, isShown, href }: { paper: PaperView; isShown: boolean; href: string }) {
  return (
    <li>
      <a href={href} aria-current={isShown ? 'true' : undefined}>
        <Icon name="scroll-text" />
        <span>
          <b>{paperWords[paper.form]}</b>
          <small class="so">{formatDate(vietnamDate(paper.madeAt))}</small>
        </span>
      </a>
    </li>
  )
}

function iconOf(mediaType: string): IconName {
  return mediaType.startsWith('image/') ? 'file-image' : 'file-text'
}

function Applied({ application, isShown, href }: { application: ApplicationView; isShown: boolean; href: string }) {
  const { how, signerName, signedAt } = application
  const facts = [howWords[how], signerName, signedAt && formatDateTime(signedAt)]
  return (
    <li>
      <a href={href} aria-current={isShown ? 'true' : undefined}>
        <Icon name={how === 'on-paper' ? 'file-text' : 'file-check'} />
        <span>
          <b>{texts.application}</b>
          <small>{facts.filter((fact) => fact !== null).join(', ')}</small>
        </span>
      </a>
    </li>
  )
}
