import { render } from 'preact-render-to-string'
import type { Delivery } from '../delivery.ts'
import { letterTexts, messageOf } from '../texts.ts'
import type { Mail } from './mailer.ts'

/** The letter of a delivery: words, the code, a link; the rest is read after signing in. */
export function letterOf(
  delivery: Pick<Delivery, 'id' | 'recipient' | 'template' | 'facts'>,
  publicAddress: string,
): Mail {
  const { id, recipient, template, facts } = delivery
  const message = messageOf(template, facts)
  const link = `${publicAddress}/ho-so/${encodeURIComponent(facts.code)}`
  const host = new URL(publicAddress).hostname
  return {
    to: recipient,
    subject: message.title,
    messageId: `<${id}@${host}>`,
    text: [
      letterTexts.greeting,
      message.text,
      `${message.linkText}: ${link}`,
      '--',
      letterTexts.footer,
      letterTexts.caution,
    ].join('\n\n'),
    html: `<!doctype html>${render(<Letter {...message} link={link} />)}`,
  }
}

type Props = ReturnType<typeof messageOf> & { link: string }

// Mail programs know no style sheets: the few looks stand at their elements.
function Letter({ title, text, linkText, link }: Props) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
      </head>
      <body style="margin:0;padding:24px;background:#f5f4f0;color:#1c1c1a;font:17px/1.6 Arial,sans-serif">
        <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff">
          <h1 style="font-size:21px;line-height:1.35;margin:0 0 16px">{title}</h1>
          <p style="margin:0 0 16px">{letterTexts.greeting}</p>
          <p style="margin:0 0 24px">{text}</p>
          <p style="margin:0 0 24px">
            <a
              href={link}
              style="display:inline-block;padding:12px 20px;background:#0b5a6b;color:#fff;text-decoration:none"
            >
              {linkText}
            </a>
          </p>
          <p style="margin:0;font-size:14px;color:#55554f">
            {letterTexts.footer} {letterTexts.caution}
          </p>
        </div>
      </body>
    </html>
  )
}
