import { definePort } from '../../platform/ports.ts'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** The same for every try, so that mail programs show one letter when two arrive. */
  messageId: string
}

/** thư điện tử: a way out for letters. */
export type Mailer = {
  name: string
  /** Resolves when the next server took the letter. @throws MailFailure */
  send(mail: Mail): Promise<void>
  /** Whether the server greets and accepts us. @throws MailFailure */
  verify(): Promise<void>
  close(): void
}

export const mailerPort = definePort<Mailer>('mailer')

/** Why a letter did not go. The message carries the server's code and words without the address. */
export class MailFailure extends Error {
  /** The server will never take this letter (5xx): trying again is useless. */
  readonly isPermanent: boolean

  constructor(message: string, isPermanent: boolean) {
    super(message)
    this.name = 'MailFailure'
    this.isPermanent = isPermanent
  }
}
