import { uiTexts } from '../texts.ts'
import { element } from './element.ts'

const minute = 60_000
const warnMinutesBefore = 5

/** Warns five minutes before the session ends from idleness; one button keeps it. */
export function startSessionWarning(): void {
  const idleMinutes = Number(document.body.dataset.idleMinutes)
  if (!Number.isFinite(idleMinutes) || idleMinutes <= 0) return
  const lead = Math.min(warnMinutesBefore, idleMinutes / 2)
  let timer = setTimeout(warn, (idleMinutes - lead) * minute)

  function warn(): void {
    const words = element('p', { text: uiTexts.sessionEndingBody, attributes: { role: 'status' } })
    const title = element('h2', { text: uiTexts.sessionEnding(Math.ceil(lead)) })
    const stay = element('button', { class: 'nut', text: uiTexts.sessionStay, attributes: { type: 'button' } })
    const door = document.body.classList.contains('work') ? '/can-bo/dang-nhap' : '/dang-nhap'
    const signIn = element('a', {
      class: 'nut',
      text: uiTexts.signInAgain,
      attributes: { href: door, target: '_blank', rel: 'noopener' },
    })
    signIn.hidden = true
    const dialog = element('dialog', { class: 'hop-thoai', attributes: { role: 'alertdialog' } }, [
      title,
      words,
      element('div', { class: 'lanh' }, [signIn, stay]),
    ])
    dialog.setAttribute('aria-label', title.textContent ?? '')
    const end = setTimeout(ended, lead * minute)

    function ended(): void {
      title.textContent = uiTexts.sessionEnded
      words.textContent = uiTexts.sessionEndedBody
      stay.textContent = uiTexts.sessionGoOn
      stay.classList.add('phu')
      signIn.hidden = false
    }
    stay.onclick = async () => {
      const kept = await touchSession()
      if (kept === 'no answer') {
        words.textContent = uiTexts.sessionNoAnswer
      } else if (kept === 'ended') {
        clearTimeout(end)
        ended()
      } else {
        clearTimeout(end)
        dialog.close()
        dialog.remove()
        timer = setTimeout(warn, (idleMinutes - lead) * minute)
      }
    }
    document.body.append(dialog)
    dialog.showModal()
  }

  window.addEventListener('pagehide', () => clearTimeout(timer))
}

/** Any page asked for renews the session; being sent elsewhere means it is over. */
async function touchSession(): Promise<'kept' | 'ended' | 'no answer'> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', credentials: 'same-origin' })
    return answer.redirected || answer.status === 401 ? 'ended' : 'kept'
  } catch {
    return 'no answer'
  }
}
