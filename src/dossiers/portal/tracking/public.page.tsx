import type { Track } from '../../reading/track-dossier.ts'
import { HOTLINE } from '../../texts.ts'
import { Button, ButtonLink, ErrorSummary, Field, SummaryList, Tag } from '../../../ui/index.ts'
import { publicTexts as words } from '../texts.ts'

type Props = { typed: string; track: Track | undefined; error: string | undefined; signInHref: string | undefined }

/** Anybody with a code; tells no more than the law lets be seen. Căn cứ: Thông tư 01/2018/TT-VPCP, Điều 16. */
export function PublicTrackPage({ typed, track, error, signInHref }: Props) {
  return (
    <div class="mot">
      <ErrorSummary errors={error === undefined ? [] : [{ field: 'ma', message: error }]} />
      <h1>{words.title}</h1>
      {track && <Found track={track} signInHref={signInHref} />}
      <p>{words.lead}</p>
      <form method="get" action="/tra-cuu">
        <Field
          name="ma"
          label={words.code}
          hint={words.codeHint}
          value={typed}
          figures
          spellCheck={false}
          {...(error === undefined ? {} : { error })}
        />
        <Button kind={track ? 'secondary' : 'primary'} icon="search">
          {words.find}
        </Button>
      </form>
    </div>
  )
}

function Found({ track: { code, isCompleted, own }, signInHref }: { track: Track; signInHref: string | undefined }) {
  return (
    <>
      <SummaryList
        boxed
        rows={[
          { label: words.code, value: <span class="ma">{code}</span> },
          {
            label: words.state,
            value: <Tag tone={isCompleted ? 'ok' : 'outline'}>{isCompleted ? words.completed : words.running}</Tag>,
          },
        ]}
      />
      {own ? (
        <p class="lanh">
          <ButtonLink href={`/ho-so/${code}`}>{words.details}</ButtonLink>
        </p>
      ) : (
        <>
          <p class="nhe cach">{words.little}</p>
          {signInHref !== undefined && (
            <p>
              <ButtonLink kind="secondary" href={signInHref}>
                {words.signIn}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </>
  )
}

export function notFoundSentence(code: string): string {
  return `${words.notFound(code)} ${HOTLINE}`
}
