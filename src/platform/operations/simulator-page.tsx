import { createHash } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { languageNow } from '../language.ts'

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:17px/1.5 system-ui,sans-serif;color:#1d1f23;background:#f3f1ec}
main{max-width:26rem;margin:3rem auto;padding:1.75rem;background:#fff;border:1px solid #c9c5bb;border-radius:6px}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 .5rem}
p{margin:0 0 1rem}
.nhan{display:inline-block;padding:.1rem .5rem;border:1px solid #7a5b00;color:#5c4400;background:#fff6dc;border-radius:4px;font-size:.9rem}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
input{width:100%;min-height:48px;padding:.5rem .75rem;font:inherit;border:1px solid #6b6f76;border-radius:4px}
button{width:100%;min-height:48px;margin-top:1.5rem;font:inherit;font-weight:600;color:#fff;background:#0b4f6c;border:0;border-radius:4px;cursor:pointer}
a{color:#0b4f6c}
:focus-visible{outline:3px solid #e0a100;outline-offset:2px}
.loi{padding:.75rem;border-left:4px solid #a3162a;background:#fdeeee}
`

/** A page of a service that this machine stands in for: none of our own frames, so that nobody takes it for ours. */
export function simulatorPage(title: string, body: ComponentChildren, refreshSeconds?: number): string {
  return `<!doctype html>\n${renderToString(
    <html lang={languageNow()}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(refreshSeconds)} />}
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>,
  )}`
}

/** Policy of such pages. The browser checks `form-action` along the way back too: name the origin it leads to. */
export function simulatorPolicy(clientOrigin = ''): string {
  const style = createHash('sha256').update(STYLE).digest('base64')
  return `default-src 'none'; style-src 'sha256-${style}'; form-action 'self' ${clientOrigin}; base-uri 'none'; frame-ancestors 'none'`
}
