import { Icon } from './icon.tsx'
import { uiTexts } from './texts.ts'

/** Copies a text; shown only when script runs. `what` completes its name for those who hear it. */
export function CopyButton({ text, what }: { text: string; what?: string }) {
  return (
    <button type="button" class="nut nhat" data-copy={text} hidden>
      <Icon name="copy" />
      <span data-copy-words>{uiTexts.copy}</span>
      {what !== undefined && <span class="an"> {what}</span>}
    </button>
  )
}

/** Prints the page; shown only when script runs. */
export function PrintButton({ children }: { children?: string }) {
  return (
    <button type="button" class="nut phu" data-print hidden>
      <Icon name="printer" />
      {children ?? uiTexts.print}
    </button>
  )
}
