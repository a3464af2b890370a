import { formatSize, type StoredFile } from '../../../documents/index.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  ErrorSummary,
  HiddenToken,
  Inset,
  Notice,
  PageTitle,
  SummaryList,
  TextArea,
  Vietnamese,
  vietnamese,
} from '../../../ui/index.ts'
import type { InvitationView } from '../../co-applicants/get-invitation.ts'
import { requestPath } from '../../co-applicants/link.ts'
import { standingWords, togetherTexts as words } from '../../co-applicants/texts.ts'
import { shortPaperName, shortProcedureName } from '../paper-names.ts'

type Props = {
  view: InvitationView
  problem: string | undefined
  missing: string | undefined
  /** Why they decline, as typed. */
  reason: string
  token: string
}

/** Exactly what will be filed, for somebody asked to apply together, and their answer. */
export function InvitationPage(props: Props) {
  const { view, problem, missing } = props
  const { person, procedure, filerName, others, content } = view
  const errors = [
    ...(problem === undefined ? [] : [{ message: problem }]),
    ...(missing === undefined ? [] : [{ field: 'ly-do', message: missing }]),
  ]
  const named = [{ id: 'filer', fullName: filerName, answer: 'agreed' as const }, ...others]
  return (
    <>
      <BackLink href="/ho-so">{words.backMine}</BackLink>
      <div class="mot">
        <ErrorSummary errors={errors} title={words.problem} />
        <PageTitle over={shortProcedureName(procedure.name)}>{words.requestTitle}</PageTitle>
        {person.answer === 'agreed' && (
          <Notice tone="ok" role="status" title={words.youAgreed}>
            {words.youAgreedBody}
          </Notice>
        )}
        {person.answer === 'declined' && <Notice role="status" title={words.youDeclined} />}
        {content ? <p>{words.requestLead(filerName)}</p> : <Notice tone="soon">{words.changed}</Notice>}
        <h2>{words.together}</h2>
        <ul class="gach">
          {named.map(({ id, fullName, answer }) => (
            <li key={id}>
              {fullName}
              {id !== 'filer' && `: ${answer === null ? words.waitingWord : standingWords[answer]}`}
            </li>
          ))}
        </ul>
        {content && <Content view={view} content={content} />}
        {content && person.answer === null && <Answer {...props} content={content} />}
      </div>
    </>
  )
}

type Content = NonNullable<InvitationView['content']>

function Content({ view: { person }, content: { pages, papers, sha256 } }: { view: InvitationView; content: Content }) {
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

function Answer({ view: { person, how }, content, missing, reason, token }: Props & { content: Content }) {
  const here = requestPath(person)
  return (
    <>
      <form method="post" action={`${here}/dong-y`}>
        <HiddenToken token={token} />
        <input type="hidden" name="ma-bam" value={content.sha256} />
        {how === 'confirmed-identity' && (
          <>
            <p>{words.proveLead}</p>
            <ButtonLink kind="secondary" icon="id-card" href={`/dang-nhap/chuyen?ve=${encodeURIComponent(here)}`}>
              {words.prove}
            </ButtonLink>
          </>
        )}
        <p>{words.agreeMeans}</p>
        <Button large wide icon="check">
          {words.agree}
        </Button>
      </form>
      <form method="post" action={`${here}/tu-choi`} class="cach-ray" novalidate>
        <HiddenToken token={token} />
        <TextArea
          name="ly-do"
          label={words.declineReason}
          hint={words.declineHint}
          rows={3}
          maxLength={1_000}
          value={reason}
          {...(missing === undefined ? {} : { error: missing })}
        />
        <Button kind="secondary" wide>
          {words.decline}
        </Button>
      </form>
    </>
  )
}
