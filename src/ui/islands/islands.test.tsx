import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Button, CopyButton, Document, Field, FileInput, KeyBar, renderPage } from '../index.ts'
import type { AssetManifest } from '../index.ts'
import { openBrowser, servePages } from '../testing.ts'
import type { PageServer } from '../testing.ts'

const rows = ['0014', '0020', '0041']

function Queue({ assets }: { assets: AssetManifest }) {
  return (
    <Document title="Queue" assets={assets} scale="work">
      <main id="noi-dung">
        <h1>Queue</h1>
        <input type="search" aria-label="search" data-search />
        <table data-queue>
          <tbody>
            {rows.map((code) => (
              <tr data-row data-preview={`/preview/${code}`} key={code}>
                <td>
                  <input type="checkbox" aria-label={`choose ${code}`} />
                </td>
                <td>
                  <a href={`/open/${code}`} data-open>
                    {code}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div data-preview-pane />
        <a href="/forward" data-key="T">
          forward
        </a>
        <KeyBar hints={[{ keys: ['X'], does: 'choose' }]} />
      </main>
    </Document>
  )
}

function Upload({ assets, action }: { assets: AssetManifest; action: string }) {
  return (
    <Document title="Upload" assets={assets}>
      <main id="noi-dung">
        <h1>Upload</h1>
        <form method="post" action={action} enctype="multipart/form-data" data-upload>
          <Field name="note" label="Note" />
          <FileInput name="paper" label="Paper" maxBytes={1_000_000} drop />
          <Button>Send</Button>
        </form>
        <CopyButton text="7KQ-402" />
      </main>
    </Document>
  )
}

/** A picture of 200 by 400 points, and the four boxes of the form that say where something stands on it. */
function Picture({ assets }: { assets: AssetManifest }) {
  return (
    <Document title="Picture" assets={assets} scale="work">
      <main id="noi-dung">
        <h1>Picture</h1>
        <form method="post">
          {['left', 'top', 'right', 'bottom'].map((side) => (
            <Field key={side} name={side} label={side} />
          ))}
          <Button>Keep</Button>
          <div class="ve-vung" data-draw-area="left top right bottom" data-said="draw here">
            <input type="image" name="goc" class="goc" src="/x.png" width={200} height={400} alt="press two corners" />
            <svg viewBox="0 0 1000 2000" aria-hidden="true" focusable="false">
              <rect data-area />
            </svg>
          </div>
        </form>
      </main>
    </Document>
  )
}

let browser: Browser
let server: PageServer
let lineIsCut = false

beforeAll(async () => {
  ;[browser, server] = await Promise.all([
    openBrowser(),
    servePages(async (assets, { method, path, body }) => {
      if (path.startsWith('/preview/')) return { html: `<p>preview of ${path.slice(9)}</p>` }
      if (method === 'POST') {
        if (lineIsCut) return { hangUp: true }
        for await (const _ of body);
        return { location: '/done' }
      }
      if (path === '/picture') return { html: renderPage(<Picture assets={assets} />) }
      if (path === '/queue') return { html: renderPage(<Queue assets={assets} />) }
      return {
        html: renderPage(<Upload assets={assets} action={new URL(path, server.url).searchParams.get('to') ?? '/ok'} />),
      }
    }),
  ])
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const file = (bytes: number) => ({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(bytes, 'a') })

describe('keys of the work list', () => {
  test('move, choose, preview and open; letters mean nothing inside a field', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/queue`)
    const current = () => page.locator('[data-row][aria-current]').innerText()
    await page.keyboard.press('j')
    expect(await current()).toContain('0014')
    await page.keyboard.press('ArrowDown')
    expect(await current()).toContain('0020')
    await page.getByText('preview of 0020').waitFor()
    await page.keyboard.press('x')
    expect(await page.getByLabel('choose 0020').isChecked()).toBe(true)
    await page.keyboard.press('k')
    expect(await current()).toContain('0014')
    await page.keyboard.press('/')
    await page.keyboard.type('jxt')
    expect(await page.getByLabel('search').inputValue()).toBe('jxt')
    expect(await current()).toContain('0014')
    await page.keyboard.press('Escape')
    await page.locator('[data-row][aria-current] [data-open]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/open/0014')
    await page.close()
  })

  test('`?` shows the list, where single letters can be turned off', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/queue`)
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: 'Tắt các phím một chữ' }).check()
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.keyboard.press('t')
    await page.keyboard.press('j')
    expect(page.url()).toContain('/queue')
    expect(await page.locator('[data-row][aria-current]').count()).toBe(0)
    await page.close()
  })
})

test('an area is drawn on a picture, moved by arrows, and says where it is in percent', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1400 } })
  await page.goto(`${server.url}/picture`)
  const image = page.getByRole('button', { name: 'draw here' })
  const { x = 0, y = 0 } = (await image.boundingBox()) ?? {}
  const typed = async () =>
    Promise.all(['left', 'top', 'right', 'bottom'].map((side) => page.getByLabel(side).inputValue()))
  await page.mouse.move(x + 150, y + 100)
  await page.mouse.down()
  await page.mouse.move(x + 50, y + 40, { steps: 3 })
  await page.mouse.up()
  expect(await typed()).toEqual(['25', '10', '75', '25'])
  await image.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await typed()).toEqual(['25,5', '10', '75,5', '25,5'])
  await page.getByLabel('left').fill('50')
  expect(await page.locator('[data-area]').getAttribute('x')).toBe('500')
  // A press no longer sends the form: it draws.
  expect(page.url()).toContain('/picture')
  await page.close()
})

describe('sending files', () => {
  test('a file over the limit is refused before it is sent', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/form?to=/ok`)
    await page.getByLabel('Paper').setInputFiles(file(1_500_000))
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await page.getByLabel('Paper').evaluate((input: HTMLInputElement) => input.validationMessage)).toContain(
      'nặng hơn',
    )
    expect(page.url()).not.toContain('/done')
    await page.close()
  })

  test('a dropped file is taken over by name, and one that finds no server says so and tries again', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/form`)
    lineIsCut = true
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'dropped.pdf', { type: 'application/pdf' }))
      const zone = document.querySelector('[data-drop]')
      zone?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await page.getByText('Đã chọn dropped.pdf').waitFor()
    const row = page.getByRole('listitem').filter({ hasText: 'dropped.pdf' })
    await row.getByText('Mất kết nối. Đã gửi 0 %. Tự gửi tiếp khi có mạng lại.').waitFor()
    await page.getByRole('button', { name: 'Bỏ tệp dropped.pdf' }).click()
    await row.waitFor({ state: 'detached' })
    await page.getByText('Đã bỏ tệp dropped.pdf').waitFor()
    lineIsCut = false
    await page.close()
  })
})

test('a button that is pushed away while it is pressed is pressed all the same, and not when it is left', async () => {
  const page = await browser.newPage()
  for (const [away, arrives] of [
    [60, false],
    [0, true],
  ] as const) {
    await page.goto(`${server.url}/form?to=/ok`)
    await page.getByLabel('Note').evaluate((box) =>
      box.addEventListener('change', () => {
        const said = document.createElement('p')
        said.style.height = '120px'
        box.before(said)
      }),
    )
    await page.getByLabel('Note').fill('Bà Chíu Sám Múi')
    const button = await page.getByRole('button', { name: 'Send' }).boundingBox()
    await page.mouse.move((button?.x ?? 0) + 8, (button?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move((button?.x ?? 0) + 8 + away, (button?.y ?? 0) + 8)
    await page.mouse.up()
    if (arrives) await page.waitForURL('**/done')
    else expect(page.url()).not.toContain('/done')
  }
  await page.close()
})

test('a form sent without a line stays as it was filled in, says why, and is sent by the next press', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}/form?to=/ok`)
  await page.getByLabel('Note').fill('Bà Chíu Sám Múi')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Những gì bạn đã điền còn nguyên ở trang này').waitFor()
  expect(await page.getByLabel('Note').inputValue()).toBe('Bà Chíu Sám Múi')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL('**/done')
  await page.close()
})

test('the session warning comes before the end and one button keeps the session', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  await page.route('**/idle', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('<body', '<body data-idle-minutes="30"'),
    })
  })
  await page.goto(`${server.url}/idle`)
  await page.clock.runFor(24 * 60_000)
  expect(await page.getByRole('alertdialog').count()).toBe(0)
  await page.clock.runFor(61_000)
  await page.getByRole('button', { name: 'Tôi vẫn đang làm' }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await page.clock.runFor(26 * 60_000)
  expect(await page.getByRole('alertdialog').count()).toBe(1)
  await page.clock.runFor(5 * 60_000)
  const signIn = page.getByRole('link', { name: 'Đăng nhập lại' })
  expect(await signIn.getAttribute('target'), 'the page with what was typed stays').toBe('_blank')
  await page.getByRole('button', { name: 'Tôi đã đăng nhập, làm tiếp' }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await page.close()
})
