import { reaction } from '../platform/events.ts'
import { refusalWords } from '../platform/refusal.ts'
import { letterTaken } from '../digitisation/index.ts'
import { mailerPort } from './mail/mailer.ts'
import { letterAnswer } from './officers/letter-answer.texts.ts'

/** Whoever sent papers by letter hears what was taken, and of each file that was not, why. */
export const letterReaction = reaction(letterTaken, 'notifications.answer-letter', async (app, told) => {
  const refused = told.refused.map(({ name, failure }) => `${name}: ${refusalWords(app.refusals, failure)}`)
  const text = letterAnswer.text(told.taken, refused)
  const { hostname } = new URL(app.settings.publicAddress)
  await app.ports.get(mailerPort).send({
    to: told.to,
    subject: letterAnswer.subject(told.subject),
    text,
    html: `<pre>${escaped(text)}</pre>`,
    messageId: `<scan-${told.scanId}@${hostname}>`,
  })
})

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
