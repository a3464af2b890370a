import { render } from 'preact-render-to-string'
import { languageNow } from '../../platform/language.ts'
import { speaking } from '../../platform/speaking.ts'
import { pathOf, type Delivery } from '../delivery.ts'
import { letterTexts, messageOf } from '../texts.ts'
import type { Mail } from './mailer.ts'

/** The letter of a delivery: words, the code, a link; the rest is read after signing in. */
export function letterOf(
  { id, recipient, language, template, facts }: Pick<Delivery, 'id' | 'recipient' | 'language' | 'template' | 'facts'>,
  publicAddress: string,
): Mail {
  const href = pathOf(facts)
  return speaking(language, () =>
    composeLetter({ id, to: recipient, ...messageOf(template, facts), lines: [], href }, publicAddress),
  )
}

type Words = { title: string; text: string; linkText: string; lines: readonly { code: string; text: string }[] }

/** A letter of plain words and one link; the id makes every try the same letter. */
export function composeLetter(
  { id, to, href, ...words }: Words & { id: string; to: string; href: string },
  publicAddress: string,
): Mail {
  const { title, text, linkText, lines } = words
  const link = `${publicAddress}${href}`
  return {
    to,
    subject: title,
    messageId: `<${id}@${new URL(publicAddress).hostname}>`,
    text: [
      letterTexts.greeting,
      text,
      ...(lines.length > 0 ? [lines.map((line) => `- ${line.code}: ${line.text}`).join('\n')] : []),
      `${linkText}: ${link}`,
      '--',
      letterTexts.footer,
      letterTexts.caution,
    ].join('\n\n'),
    html: `<!doctype html>${render(<Letter {...words} link={link} />)}`,
  }
}

type Props = Words & { link: string }

// Mail programs know no style sheets: the few looks stand at their elements.
function Letter({ title, text, linkText, lines, link }: Props) {
  return (
    <html lang={languageNow()}>
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
          {lines.length > 0 && (
            <ul style="margin:0 0 24px;padding:0 0 0 20px">
              {lines.map((line, index) => (
                <li key={index}>
                  {line.code}: {line.text}
                </li>
              ))}
            </ul>
          )}
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
