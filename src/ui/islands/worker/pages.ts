import { workerTexts as t } from '../offline/offline.texts.ts'
import { isLanguage, languageFrom, languageNow } from '../../../platform/language.ts'
import { keptAddresses, lastLanguage, SHELL } from './shelf.ts'

/** What is shown where neither the server answers nor the shelf holds the page. */
export async function noPage(): Promise<Response> {
  await speakAsBefore()
  const kept = (await keptAddresses()).map((address) => new URL(address).pathname).filter((path) => path !== '/')
  const links = ['/', ...kept].map(
    (path) => `<li><a href="${escaped(path)}">${path === '/' ? t.home : escaped(path)}</a></li>`,
  )
  return whole(`<p>${t.lead}</p><h2>${t.kept}</h2><ul class="gach">${links.join('')}</ul>`, 503)
}

/** The form as it was sent, with a button that sends it once more. */
export async function unsentPage(address: string, fields: URLSearchParams): Promise<Response> {
  await speakAsBefore()
  const inputs = [...fields].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const form = `<form method="post" action="${escaped(address)}">${inputs.join('')}<p><button class="nut lon">${t.send}</button></p></form>`
  return whole(`<p>${t.unsent}</p>${form}`, 503)
}

/** In the language of the page kept last; the worker does not see cookies. */
async function speakAsBefore(): Promise<void> {
  const last = await lastLanguage()
  languageFrom(() => (isLanguage(last) ? last : 'vi'))
}

async function whole(body: string, status: number): Promise<Response> {
  const shell = await caches.open(SHELL)
  const style = (await shell.keys()).map(({ url }) => url).findLast((url) => /\/portal-[^/]*\.css$/.test(url))
  const look = style === undefined ? '' : `<link rel="stylesheet" href="${escaped(style)}">`
  const html = `<!doctype html><html lang="${languageNow()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t.title}</title>${look}</head><body><main class="khung than"><div class="mot"><h1>${t.title}</h1>${body}</div></main></body></html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'",
  }
  return new Response(html, { status, headers })
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
