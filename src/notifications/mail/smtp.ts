import { createTransport } from 'nodemailer'
import { MailFailure, type Mail, type Mailer } from './mailer.ts'

type Options = {
  /** smtp://user:password@host:port or smtps://… */ url: string
  from: string
  /** Milliseconds to wait for one answer. */ timeoutMs?: number
}

/** An SMTP server (RFC 5321), with STARTTLS where it offers it. */
export function smtpMailer({ url, from, timeoutMs = 10_000 }: Options): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
  return {
    name: nameOf(url),
    async send({ to, subject, text, html, messageId }: Mail) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId,
          // RFC 3834: so that nobody's out-of-office answers a machine.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw failureOf(error, to)
      }
    },
    async verify() {
      try {
        await transport.verify()
      } catch (error) {
        throw failureOf(error, '')
      }
    },
    close: () => transport.close(),
  }
}

function nameOf(url: string): string {
  const { protocol, hostname, port } = new URL(url)
  return `${protocol}//${hostname}${port ? `:${port}` : ''}`
}

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string }

function failureOf(error: unknown, to: string): MailFailure {
  const { responseCode, response, code, message } = error as SmtpError
  const words = (response ?? message ?? String(error)).slice(0, 300)
  const withoutAddress =
    to === '' ? words : words.replaceAll(new RegExp(to.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), '…')
  // A refused sign-in (535) is our own fault and passes once it is mended.
  const isPermanent = responseCode !== undefined && responseCode >= 500 && responseCode < 600 && code !== 'EAUTH'
  return new MailFailure(code && !response ? `${code} ${withoutAddress}` : withoutAddress, isPermanent)
}
