import { formatDateTime } from '../../../platform/dates.ts'
import { formatSize, type StoredFile } from '../../../documents/index.ts'
import {
  BackLink,
  ErrorSummary,
  Inset,
  Notice,
  PageTitle,
  SummaryList,
  Vietnamese,
  vietnamese,
} from '../../../ui/index.ts'
import type { InvitationView } from '../../co-applicants/get-invitation.ts'
import { requestPath } from '../../co-applicants/link.ts'
import { howAgreedWords, togetherTexts as words, standingWords } from '../../co-applicants/texts.ts'
import { InvitationAnswer, type AnswerProps } from './invitation-answer.tsx'
import { shortPaperName, shortProcedureName } from '../paper-names.ts'

type Props = AnswerProps & { problem: string | undefined }

/** Exactly what will be filed, for somebody asked to apply together, and their answer. */
export function InvitationPage(props: Props) {
  const { view, problem, missing } = props
  const { person, procedure, filerName, filerSignedAt, others, content } = view
  const errors = [
    ...(problem === undefined ? [] : [{ message: problem }]),
    ...(missing === undefined ? [] : [{ field: 'ly-do', message: missing }]),
  ]
  const filerSaid = filerSignedAt && words.youSigned(formatDateTime(filerSignedAt))
  const named = [
    { id: 'filer', fullName: filerName, said: filerSaid },
    ...others.map((one) => ({ ...one, said: saidBy(one) })),
  ]
  return (
    <>
      <BackLink href="/ho-so">{words.backMine}</BackLink>
      <div class="mot">
        <ErrorSummary errors={errors} title={words.problem} />
        <PageTitle over={shortProcedureName(procedure.name)}>{words.requestTitle}</PageTitle>
        {person.answer === 'agreed' && (
          <Notice tone="ok" role="status" title={person.fingerprint === null ? words.youAgreed : words.youSignedTitle}>
            {words.youAgreedBody}
          </Notice>
        )}
        {person.answer === 'declined' && <Notice role="status" title={words.youDeclined} />}
        {content ? <p>{words.requestLead(filerName)}</p> : <Notice tone="soon">{words.changed}</Notice>}
        <h2>{words.together}</h2>
        <ul class="gach">
          {named.map(({ id, fullName, said }) => (
            <li key={id}>
              {fullName}
              {said !== null && `: ${said}`}
            </li>
          ))}
        </ul>
        {content && <Content view={view} content={content} />}
        {content && person.answer === null && <InvitationAnswer {...props} sha256={content.sha256} />}
      </div>
    </>
  )
}

/** What somebody else answered, and how. */
function saidBy({ answer, how }: InvitationView['others'][number]): string {
  if (answer === null) return words.waitingWord
  return how === null ? standingWords[answer] : howAgreedWords[how]
}

type Content = NonNullable<InvitationView['content']>

function Content({
  view: { person },
  content: { pages, papers, sha256, hasPaper },
}: {
  view: InvitationView
  content: Content
}) {
  return (
    <>
      {pages.map(({ title, answers }) => (
        <section key={title}>
          <h2>{title}</h2>
          <SummaryList
            rows={answers.map(({ label, isVietnamese, text }) => ({
              label,
              value: text,
              ...(isVietnamese && { labelLang: vietnamese() }),
            }))}
          />
        </section>
      ))}
      <h2>{words.files}</h2>
      {papers.length === 0 && <p>{words.noFiles}</p>}
      {papers.map(({ name, files }) => (
        <section key={name}>
          <h3>
            <Vietnamese>{shortPaperName(name)}</Vietnamese>
          </h3>
          {files.map((file) => (
            <FileLine key={file.id} file={file} href={`${requestPath(person)}/tep/${file.id}`} />
          ))}
        </section>
      ))}
      {hasPaper && (
        <p>
          <a href={`${requestPath(person)}/don.pdf`}>{words.paper}</a>
        </p>
      )}
      <Inset>
        <p class="khong-cach">
          {words.contentHash}: <span class="ma bam">{sha256}</span>
        </p>
      </Inset>
    </>
  )
}

function FileLine({ file: { name, size, sha256 }, href }: { file: StoredFile; href: string }) {
  return (
    <p>
      <a href={href}>{name}</a>, {formatSize(size)}
      <br />
      <small>
        {words.hash}: <span class="ma bam">{sha256}</span>
      </small>
    </p>
  )
}
