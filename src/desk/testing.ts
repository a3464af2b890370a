import { PDFDocument } from '@cantoo/pdf-lib'
import type { Officer } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import type { Web } from '../platform/web/web.ts'
import { accountBySignInName, grantsOf } from '../identity/index.ts'

/** A demo officer with the roles they hold. */
export async function demoOfficer(app: App, signInName: string): Promise<Officer> {
  const account = await accountBySignInName(app.db, signInName)
  if (!account) throw new Error(`nobody named ${signInName}`)
  const grants = await grantsOf(app.db, account.id, vietnamDate(app.clock.now()))
  return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
}

export async function aPdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([300, 200]).drawText(text, { x: 20, y: 100, size: 12 })
  return Buffer.from(await document.save())
}

export type Sent = { fields: Record<string, string>; files?: { box: string; name: string; bytes: Buffer }[] }

/** The form of a page as a browser holds it: every box with what stands in it. */
export function boxesOf(html: string): Record<string, string> {
  const boxes: Record<string, string> = {}
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&#39;', "'")
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const [name, type = 'text'] = [attribute('name'), attribute('type')]
    if (name === undefined || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && !/ checked\b/.test(tag)) continue
    boxes[name] = plain(attribute('value') ?? '')
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    boxes[name] =
      /<option value="([^"]*)" selected/.exec(options)?.[1] ?? /<option value="([^"]*)"/.exec(options)?.[1] ?? ''
  }
  for (const [, name = '', text = ''] of html.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
    boxes[name] = plain(text)
  return boxes
}

type Answer = { statusCode: number; body: string; location: string }

/** Opens a page and presses one of its buttons, with some boxes changed and files chosen. */
export async function pressOn(web: Web, page: string, viec: string, { fields, files = [] }: Sent): Promise<Answer> {
  const opened = await web.inject({ url: page })
  const action = /<form class="quay-form"[^>]* action="([^"]+)"/.exec(opened.body)?.[1]?.replaceAll('&amp;', '&')
  if (action === undefined) throw new Error(`${page} has no form: ${opened.statusCode}`)
  const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))
  return send(web, action, cookies, { ...boxesOf(opened.body), ...fields, viec }, files)
}

export async function send(
  web: Web,
  url: string,
  cookies: Record<string, string>,
  fields: Record<string, string>,
  files: NonNullable<Sent['files']> = [],
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { box, name, bytes } of files) form.append(box, new File([new Uint8Array(bytes)], name))
  const body = new Response(form)
  const answer = await web.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return { statusCode: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? '') }
}
