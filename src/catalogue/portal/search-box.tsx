import type { ComponentChildren } from 'preact'
import { Button, Icon } from '../../ui/index.ts'
import { searchTexts as words } from './texts.ts'

type Props = {
  /** `large`: on the bay of the home page. */
  large?: boolean
  value?: string
  label?: string
  /** Hidden fields that keep the filters. */
  children?: ComponentChildren
}

export function SearchBox({ large = false, value, label = words.searchLabel, children }: Props) {
  return (
    <form role="search" action="/tim" class={large ? 'tim' : 'tim2'}>
      {large && <Icon name="search" />}
      <label class="an" for="q">
        {label}
      </label>
      <input
        id="q"
        name="q"
        type="search"
        class={large ? undefined : 'o'}
        value={value}
        maxlength={200}
        placeholder={words.searchPlaceholder}
        autocomplete="off"
      />
      {children}
      <Button>{words.search}</Button>
    </form>
  )
}
