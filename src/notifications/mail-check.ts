import type { App } from '../platform/app.ts'
import { definePortCheck, type PortCheck } from '../platform/operations/checks.ts'
import { mailerPort } from './mail/mailer.ts'

/** Whether letters would go out now. */
export function mailCheck(app: App): PortCheck {
  const mailer = app.ports.get(mailerPort)
  return definePortCheck('mail', app.settings.embedded.mailCatcher ? 'embedded' : 'real', () => mailer.verify(), {
    servedBy: mailer.name,
    freshSeconds: 60,
  })
}
