import { Actions, ButtonLink } from '../../../ui/index.ts'
import { filingTexts as words } from '../texts.ts'

/** A form that was handed in, forgotten or never the reader's: all three look alike. */
export function GonePage({ resumeCode }: { resumeCode: string }) {
  return (
    <div class="mot">
      <h1>{words.gone}</h1>
      <p>{words.goneBody(resumeCode)}</p>
      <Actions>
        <ButtonLink href="/ho-so">{words.toMyDossiers}</ButtonLink>
      </Actions>
    </div>
  )
}
