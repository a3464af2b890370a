import { Button, HiddenToken } from '../../ui/index.ts'
import { tokenTexts } from './texts.ts'

type Props = {
  /** Answers with the work for the local program, as JSON. */
  action: string
  token: string
  label: string
  /** Where the stand-in for the local program is opened, in a demonstration. */
  program: string | undefined
  /** There is no other way on this page. */
  isMain?: boolean
}

/** The way in for a key on a USB token: without script it says why it is not there. */
export function TokenForm({ action, token, label, program, isMain = false }: Props) {
  return (
    <>
      <form method="post" action={action} data-usb-token hidden>
        <HiddenToken token={token} />
        <Button kind={isMain ? 'primary' : 'secondary'} icon="key-round" block>
          {label}
        </Button>
        <p class="nhe nho">{tokenTexts.hint}</p>
        <ProgramLink program={program} />
        <Says />
      </form>
      <noscript>
        <p class="nhe nho">{tokenTexts.needsScript}</p>
      </noscript>
    </>
  )
}

type RoundProps = {
  /** Behind it each paper's code and `/token` answers with the work for the local program. */
  path: string
  label: string
  /** Said of each paper that was signed. */
  signed: string
  program: string | undefined
}

/** The same for the papers ticked in the form around it, one after the other. */
export function TokenRound({ path, label, signed, program }: RoundProps) {
  const { roundHint, roundNone, roundEnded, roundNeedsScript } = tokenTexts
  return (
    <>
      <div class="lan-luot" data-usb-token-round={path} data-signed={signed} hidden>
        <p class="nhe nho">{roundHint}</p>
        <ProgramLink program={program} />
        <Says more={{ none: roundNone, ended: roundEnded }} />
        <ol class="nho" />
        <Button type="button" icon="key-round">
          <span data-chosen={label}>{label.replace(' {n}', '')}</span>
        </Button>
      </div>
      <noscript>
        <p class="nhe nho">{roundNeedsScript}</p>
      </noscript>
    </>
  )
}

/** What the page's script may have to say. */
function Says({ more = {} }: { more?: Record<string, string> }) {
  const { waiting, cancelled, absent, silent, failed } = tokenTexts
  return (
    <>
      <p role="status" data-says="waiting" hidden>
        {waiting}
      </p>
      {Object.entries({ cancelled, absent, silent, failed, ...more }).map(([what, words]) => (
        <p class="loi" role="alert" data-says={what} hidden key={what}>
          {words}
        </p>
      ))}
      <p class="loi" role="alert" data-says="told" hidden />
    </>
  )
}

/** In a demonstration nobody has a token: here one is put into the machine. */
export function ProgramLink({ program }: Pick<Props, 'program'>) {
  if (program === undefined) return null
  return (
    <p class="nho">
      {tokenTexts.demo} <a href={program}>{tokenTexts.openProgram}</a>
    </p>
  )
}
