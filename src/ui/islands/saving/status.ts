import { element } from '../element.ts'
import { savingTexts } from './saving.texts.ts'
import type { Trouble } from './send-part.ts'

/** The line in a form that says whether what was typed is kept. */
export function openStatus(form: HTMLFormElement) {
  const words = element('span')
  const line = element('p', { class: 'tt-luu', attributes: { role: 'status' } }, [words])
  line.hidden = true
  const actions = form.querySelector('.lanh')
  // Below the buttons: said above, it would push them away from under the finger.
  if (actions) actions.after(line)
  else form.append(line)

  function say(text: string, isTrouble: boolean): void {
    line.hidden = false
    line.classList.toggle('loi', isTrouble)
    line.setAttribute('role', isTrouble ? 'alert' : 'status')
    // The same words again would only be read out again.
    if (words.textContent !== text) line.replaceChildren(words)
    words.textContent = text
  }

  return {
    /** Said only where something was said before: quick savings need no words. */
    saving: () => {
      if (!line.hidden && !line.classList.contains('loi')) say(savingTexts.saving, false)
    },
    saved: (time: string) => say(savingTexts.saved(time), false),
    failed(trouble: Trouble, isKeptHere: boolean) {
      say(isKeptHere && trouble === 'no-line' ? savingTexts.keptHere : savingTexts.troubles[trouble], true)
      if (trouble !== 'signed-out' || line.querySelector('a')) return
      const attributes = { href: '/dang-nhap', target: '_blank', rel: 'noopener' }
      line.append(' ', element('a', { text: savingTexts.signIn, attributes }))
    },
  }
}
