import type { Web } from '../../src/platform/web/web.ts'

export type FormAnswer = { status: number; body: string; to: string | undefined; headers: Record<string, unknown> }

/** A browser without script, without a network: keeps cookies, sends the forms of the page before it. */
export function formClient(web: Web, first: { name: string; value: string }[] = []) {
  const cookies = new Map(first.map(({ name, value }) => [name, value]))
  let token = ''
  async function send(options: {
    method: 'GET' | 'POST'
    url: string
    headers?: Record<string, string>
    payload?: string | Buffer
  }): Promise<FormAnswer> {
    const response = await web.inject({ ...options, cookies: Object.fromEntries(cookies) })
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0 || value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    token = /name="_csrf" value="([^"]*)"/.exec(response.body)?.[1] ?? token
    const { statusCode: status, body, headers } = response
    return { status, body, to: headers.location, headers }
  }
  const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    send({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      payload: new URLSearchParams({ _csrf: token, ...form }).toString(),
    })
  return {
    cookies,
    get: (url: string) => send({ method: 'GET', url }),
    post,
    /** Presses the button of the first form of a page that posts to this address, everything hidden in it sent along. */
    async pressOn(page: string, action: string, typed: Record<string, string> = {}): Promise<FormAnswer> {
      const form = new RegExp(`<form[^>]*action="${action.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"[\\s\\S]*?</form>`)
      const found = form.exec(page)?.[0]
      if (found === undefined) throw new Error(`no form for ${action}`)
      const hidden = [...found.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      return post(action, {
        ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescape(value)])),
        ...typed,
      })
    },
  }
}

export type FormClient = ReturnType<typeof formClient>

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
