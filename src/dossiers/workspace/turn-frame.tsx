import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, HiddenToken, Notice, type IconName } from '../../ui/index.ts'
import { workPath } from '../work-path.ts'
import { headerTexts } from './texts.ts'
import type { FormProps } from './work-form.tsx'

type Props = {
  form: Pick<FormProps<unknown>, 'work' | 'token' | 'top' | 'seen'>
  texts: { title: string; lead: string; submit: string; after?: string }
  icon: IconName
  danger?: boolean
  children?: ComponentChildren
}

/** One column, the fields of the turn, the button on the right of the foot: every small form about a dossier looks so. */
export function TurnFrame({ form: { work, token, top, seen }, texts, icon, danger, children }: Props) {
  return (
    <form class="khung-viec" method="post">
      <HiddenToken token={token} />
      {seen}
      <div class="cuon-trang">
        <div class="mot-cot">
          {top}
          <h2 class="tua">{texts.title}</h2>
          <p class="nhe">{texts.lead}</p>
          {children}
          {texts.after && <Notice>{texts.after}</Notice>}
        </div>
      </div>
      <footer class="lenh">
        <ButtonLink kind="quiet" href={workPath(work.view.dossier.code)}>
          {headerTexts.cancel}
        </ButtonLink>
        <span class="phai" />
        <Button kind={danger ? 'danger' : 'primary'} icon={icon} shortcut="Ctrl+Enter">
          {texts.submit}
        </Button>
      </footer>
    </form>
  )
}
