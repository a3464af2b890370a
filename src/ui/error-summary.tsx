import type { ComponentChildren } from 'preact'
import { fieldId } from './field-id.ts'
import { Icon } from './icon.tsx'
import { errorTexts } from './error.texts.ts'

export type ErrorItem = {
  message: ComponentChildren
  /** Name of the field it is about; or `href` to any place. Without either it is plain text. */
  field?: string
  href?: string
}

type Props = { errors: readonly ErrorItem[]; title?: string }

/** Top of the page after a refused submit; takes the focus. Nothing when there is no error. */
export function ErrorSummary({ errors, title }: Props) {
  if (errors.length === 0) return null
  return (
    <div class="tom-loi" role="alert" aria-labelledby="tom-loi" tabindex={-1} autofocus>
      <h2 id="tom-loi">
        <Icon name="circle-alert" />
        {title ?? errorTexts.errorCount(errors.length)}
      </h2>
      <ul>
        {errors.map((error, index) => {
          const href = error.href ?? (error.field === undefined ? undefined : `#${fieldId(error.field)}`)
          return <li key={index}>{href === undefined ? error.message : <a href={href}>{error.message}</a>}</li>
        })}
      </ul>
    </div>
  )
}
