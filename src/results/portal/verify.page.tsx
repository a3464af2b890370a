import { BackLink, Button, ErrorSummary, Field, FileInput, Icon, PageTitle, type ErrorItem } from '../../ui/index.ts'
import type { Verification } from '../verification.ts'
import { LARGEST_VERIFIED } from '../verify-document.ts'
import { JudgementView } from './judgement.tsx'
import { texts } from './texts.ts'

type Props = { token: string; typed?: string; errors?: readonly ErrorItem[] }

/** Two ways to check a document; both work without signing in and without script. */
export function VerifyPage({ token, typed = '', errors = [] }: Props) {
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name)?.message
    return error === undefined ? {} : { error }
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle large>{texts.title}</PageTitle>
      <p class="dan">{texts.lead}</p>
      <div class="hai-cach">
        <form class="phong-bi" method="get" action="/kiem-tra">
          <h2>
            <Icon name="qr-code" />
            {texts.byCode}
          </h2>
          <Field
            name="ma"
            label={texts.code}
            hint={texts.codeHint}
            value={typed}
            maxLength={60}
            spellCheck={false}
            {...errorOf('ma')}
          />
          <div class="lanh">
            <Button kind="secondary" icon="search">
              {texts.codeSubmit}
            </Button>
          </div>
        </form>
        <form
          class="phong-bi"
          method="post"
          action={`/kiem-tra?_csrf=${encodeURIComponent(token)}`}
          enctype="multipart/form-data"
        >
          <h2>
            <Icon name="shield-check" />
            {texts.byFile}
          </h2>
          <FileInput
            name="tep"
            label={texts.file}
            hint={texts.fileHint}
            accept="application/pdf,.pdf"
            maxBytes={LARGEST_VERIFIED}
            drop
            submitOnDrop
            {...errorOf('tep')}
          />
          <div class="lanh">
            <Button icon="scan-text">{texts.fileSubmit}</Button>
          </div>
        </form>
      </div>
    </>
  )
}

export function VerifiedPage({ verification }: { verification: Verification }) {
  return (
    <>
      <BackLink href="/kiem-tra">{texts.again}</BackLink>
      <JudgementView verification={verification} />
    </>
  )
}
