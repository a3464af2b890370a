import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'
import type { IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = {
  /** One primary button a page. Default primary. */
  kind?: ButtonKind
  large?: boolean
  /** Full width on phones; `block` makes it full width everywhere. */
  wide?: boolean
  block?: boolean
  icon?: IconName
  iconAfter?: IconName
  /** Key that presses it, shown on the button: 'T', 'Ctrl+Enter', 'F9', 'Escape'. */
  shortcut?: string
  children: ComponentChildren
}

type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formAction?: string
  formNoValidate?: boolean
  /** Disabled; the reason must stand beside it in words, in the element with the id `describedBy`. */
  disabled?: boolean
  describedBy?: string
  id?: string
  /** Enter presses it as soon as the page is there: where work goes from one press to the next. */
  autoFocus?: boolean
}

const kindClass = { primary: '', secondary: 'phu', quiet: 'nhat', danger: 'nguy' } satisfies Record<ButtonKind, string>

function look({ kind = 'primary', large, wide, block }: Look) {
  return classNames('nut', kindClass[kind], large && 'lon', wide && 'rong', block && 'tron-dong')
}

function inside({ icon, iconAfter, shortcut, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
      {shortcut && <Shortcut keys={shortcut} />}
    </>
  )
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={look(props)}
      id={props.id}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      formnovalidate={props.formNoValidate}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      data-key={props.shortcut}
      autofocus={props.autoFocus}
    >
      {inside(props)}
    </button>
  )
}

type LinkProps = Look & {
  href: string
  /** Spoken name when the visible words are not enough. */
  label?: string
  download?: boolean
  newTab?: boolean
}

export function ButtonLink(props: LinkProps) {
  return (
    <a
      class={look(props)}
      href={props.href}
      aria-label={props.label}
      download={props.download}
      target={props.newTab ? '_blank' : undefined}
      rel={props.newTab ? 'noopener' : undefined}
      data-key={props.shortcut}
    >
      {inside(props)}
    </a>
  )
}

const keyFace: Record<string, string> = {
  Escape: 'Esc',
  'Ctrl+Enter': 'Ctrl ↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** The face of a key. Hidden from screen readers, which have their own keys. */
export function Shortcut({ keys }: { keys: string }) {
  return <kbd aria-hidden="true">{keys === ' ' ? uiTexts.spaceKey : (keyFace[keys] ?? keys)}</kbd>
}
