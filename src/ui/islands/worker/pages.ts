import { workerTexts as t } from '../offline/offline.texts.ts'
import { keptAddresses, SHELL } from './shelf.ts'

/** What is shown where neither the server answers nor the shelf holds the page. */
export async function noPage(): Promise<Response> {
  const kept = (await keptAddresses()).map((address) => new URL(address).pathname).filter((path) => path !== '/')
  const links = ['/', ...kept].map(
    (path) => `<li><a href="${escaped(path)}">${path === '/' ? t.home : escaped(path)}</a></li>`,
  )
  return whole(`${paragraphs(t.lead)}<h2>${t.kept}</h2><ul class="gach">${links.join('')}</ul>`, 503)
}

/** The form as it was sent, with a button that sends it once more. */
export function unsentPage(address: string, fields: URLSearchParams): Promise<Response> {
  const inputs = [...fields].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const form = `<form method="post" action="${escaped(address)}">${inputs.join('')}<p><button class="nut lon">${t.send}</button></p></form>`
  return whole(`${paragraphs(t.unsent)}${form}`, 503)
}

async function whole(body: string, status: number): Promise<Response> {
  const shell = await caches.open(SHELL)
  const style = (await shell.keys()).map(({ url }) => url).findLast((url) => /\/portal-[^/]*\.css$/.test(url))
  const look = style === undefined ? '' : `<link rel="stylesheet" href="${escaped(style)}">`
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t.title}</title>${look}</head><body><main class="khung than"><div class="mot"><h1>${t.title}</h1>${body}</div></main></body></html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'",
  }
  return new Response(html, { status, headers })
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${line}</p>`).join('')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
