import { Button, HiddenToken } from '../../ui/index.ts'
import { tokenTexts } from './texts.ts'

type Props = {
  /** Answers with the work for the local program, as JSON. */
  action: string
  token: string
  label: string
  /** Where the stand-in for the local program is opened, in a demonstration. */
  program: string | undefined
}

/** The way in for a key on a USB token: without script it says why it is not there. */
export function TokenForm({ action, token, label, program }: Props) {
  const { waiting, cancelled, absent, silent, failed } = tokenTexts
  return (
    <>
      <form method="post" action={action} data-usb-token hidden>
        <HiddenToken token={token} />
        <Button kind="secondary" icon="key-round" block>
          {label}
        </Button>
        <p class="nhe nho">{tokenTexts.hint}</p>
        <ProgramLink program={program} />
        <p role="status" data-says="waiting" hidden>
          {waiting}
        </p>
        {Object.entries({ cancelled, absent, silent, failed }).map(([what, words]) => (
          <p class="loi" role="alert" data-says={what} hidden key={what}>
            {words}
          </p>
        ))}
        <p class="loi" role="alert" data-says="told" hidden />
      </form>
      <noscript>
        <p class="nhe nho">{tokenTexts.needsScript}</p>
      </noscript>
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
