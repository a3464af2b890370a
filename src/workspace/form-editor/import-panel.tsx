import { Actions, Button, Field, fieldId, Panel } from '../../ui/index.ts'
import { formPageTexts as t } from './texts.ts'

/** A file of ours or of form.io becomes the draft of a form. */
export function ImportPanel({ action, token }: { action: string; token: string }) {
  return (
    <Panel title={t.importTitle}>
      <form method="post" enctype="multipart/form-data" action={`${action}?_csrf=${encodeURIComponent(token)}`}>
        <Field
          name="ma"
          id="ma-nhap"
          label={t.procedureCode}
          hint={t.importCodeHint}
          width="short"
          figures
          optional
          maxLength={12}
        />
        <div class="truong">
          <label for={fieldId('tep')}>{t.importFile}</label>
          <p class="goi-y" id="tep-g">
            {t.importHint}
          </p>
          <input
            class="o"
            type="file"
            id={fieldId('tep')}
            name="tep"
            accept=".json,application/json"
            aria-describedby="tep-g"
          />
        </div>
        <Actions>
          <Button kind="secondary" icon="upload">
            {t.importButton}
          </Button>
        </Actions>
      </form>
    </Panel>
  )
}
