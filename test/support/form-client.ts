import { newId } from '../../src/platform/id.ts'
import type { Web } from '../../src/platform/web/web.ts'

export type FormAnswer = { status: number; body: string; to: string | undefined; headers: Record<string, unknown> }

/** A browser without script and without a network: keeps cookies, takes the token of the last form, sends what a person would. */
export function formClient(web: Web, first: { name: string; value: string }[] = [], beforeEach = () => {}) {
  const cookies = new Map(first.map(({ name, value }) => [name, value]))
  let token = ''
  async function send(options: {
    method: 'GET' | 'POST'
    url: string
    headers?: Record<string, string>
    payload?: string | Buffer
  }): Promise<FormAnswer> {
    beforeEach()
    const response = await web.inject({ ...options, cookies: Object.fromEntries(cookies) })
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    token = tokenIn(response.body) ?? token
    const { statusCode: status, body, headers } = response
    return { status, body, to: headers.location, headers }
  }
  const post = (url: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    send({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      payload: new URLSearchParams({ ...form, _csrf: token }).toString(),
    })
  return {
    cookies,
    get: (url: string) => send({ method: 'GET', url }),
    post,
    /** Sends a form with files; `[box, file name, bytes]`. */
    upload(
      url: string,
      files: [field: string, name: string, bytes: Uint8Array | string][],
      fields: [name: string, value: string][] = [],
    ) {
      const boundary = `----test${newId()}`
      const head = (disposition: string, type = '') =>
        `--${boundary}\r\ncontent-disposition: form-data; ${disposition}${type}\r\n\r\n`
      const payload = Buffer.concat([
        ...fields.map(([name, value]) => Buffer.from(`${head(`name="${name}"`)}${value}\r\n`)),
        ...files.flatMap(([field, name, bytes]) => [
          Buffer.from(head(`name="${field}"; filename="${name}"`, '\r\ncontent-type: application/octet-stream')),
          Buffer.from(bytes),
          Buffer.from('\r\n'),
        ]),
        Buffer.from(`--${boundary}--\r\n`),
      ])
      return send({
        method: 'POST',
        url: `${url}?_csrf=${encodeURIComponent(token)}`,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload,
      })
    },
    /** Presses the button of the form of a page that posts to this address, everything hidden in it sent along. */
    async pressOn(page: string, action: string): Promise<FormAnswer> {
      const start = page.indexOf(`action="${action}"`)
      if (start < 0) throw new Error(`no form for ${action}`)
      const form = page.slice(start, page.indexOf('</form>', start))
      const hidden = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      return post(action, Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, plain(value)])))
    },
  }
}

export type FormClient = ReturnType<typeof formClient>

function tokenIn(body: string): string | undefined {
  const inForm = /name="_csrf" value="([^"]*)"/.exec(body)?.[1]
  const inAddress = /_csrf=([^"&]+)"/.exec(body)?.[1]
  return inForm ?? (inAddress === undefined ? undefined : decodeURIComponent(inAddress))
}

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
