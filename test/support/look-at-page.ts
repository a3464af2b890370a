import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { axeFindings, fitsWidth } from '../../src/ui/testing.ts'

const SRC = join(import.meta.dirname, '../../src')
const VIETNAMESE_LETTERS = /[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]/i

const TELEPHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 900 }
/** A page of 1280 pixels looked at with four times its size. */
const MAGNIFIED = { width: 320, height: 740 }

/** Pictures of the pages that are looked at are left in this folder when it is named. */
const { PICTURES } = process.env

/**
 * What is wrong with the page as it stands, for whoever sees little: axe on a desk, its colours anew in high contrast on a
 * telephone, sideways scrolling at 400 % and with very large text. It is loaded once: looks are classes of the page. Colours
 * are the same in every language, so it is enough to look at them in one.
 */
export async function findingsOnPage(
  page: Page,
  { name, inColour }: { name: string; inColour: boolean },
): Promise<string[]> {
  const findings: string[] = []
  const wear = (look: string, isOn: boolean) =>
    page.evaluate(({ look, isOn }) => document.documentElement.classList.toggle(look, isOn), { look, isOn })
  const fits = async (when: string) => {
    if (!(await fitsWidth(page))) findings.push(`${when}: scrolls sideways, ${await widest(page)}`)
  }
  await page.setViewportSize(DESK)
  findings.push(...(await axeFindings(page, inColour ? 'all' : 'not-of-colour')))
  await picture(page, `${name}-${DESK.width}`)
  await page.setViewportSize(MAGNIFIED)
  await fits('320 px')
  await page.setViewportSize(TELEPHONE)
  await picture(page, `${name}-${TELEPHONE.width}`)
  await wear('chu-rat-lon', true)
  await fits('360 px, very large')
  await wear('chu-rat-lon', false)
  if (!inColour) return findings
  await wear('tuong-phan-cao', true)
  findings.push(...(await axeFindings(page, 'of-colour')).map((finding) => `high contrast, ${finding}`))
  await wear('tuong-phan-cao', false)
  return findings
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
}

/** Words with Vietnamese marks that nothing says are Vietnamese: a screen reader would spell them as English. */
export async function unmarkedVietnamese(page: Page): Promise<string[]> {
  return page.evaluate((letters) => {
    const marked = new RegExp(letters, 'i')
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!holder || holder.closest('script, style, textarea') || !marked.test(text)) continue
      if (holder.closest('[lang]')?.getAttribute('lang') === 'vi') continue
      const place = holder.closest('[class]')
      found.add(`Vietnamese, not said so, in .${place?.className}: ${text.slice(0, 80)}`)
    }
    return [...found]
  }, VIETNAMESE_LETTERS.source)
}

/** Sentences of our own on an English page, in Vietnamese: what is said to be Vietnamese are names and what people typed. */
export async function vietnameseSentences(page: Page): Promise<string[]> {
  const said = await page.evaluate(() =>
    [...document.querySelectorAll('body [lang=vi]')].map((one) => (one.textContent ?? '').trim()),
  )
  return said.filter((text) => OURS.has(text)).map((text) => `in Vietnamese, but ours: ${text}`)
}

/** Shorter ones may be names just as well. */
const SHORTEST = 5
/** The name of the province's centre, which comes from the data of units, too. */
const CENTRE = 'Trung tâm Phục vụ hành chính công thành phố Quảng Ninh'

const inEnglish = textsIn(/(^|[/.])texts\.en\.ts$/)

/** Our sentences in Vietnamese, but for those that are the same in English. */
const OURS = new Set([...textsIn(/(^|[/.])texts\.ts$/)].filter((text) => text !== CENTRE && !inEnglish.has(text)))

function textsIn(files: RegExp): Set<string> {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => files.test(file))
    .flatMap((file) => readFileSync(join(SRC, file), 'utf8').match(/'[^'\\\n]*'/g) ?? [])
  const isSentence = (text: string) => VIETNAMESE_LETTERS.test(text) && text.split(' ').length >= SHORTEST
  return new Set(found.map((quoted) => quoted.slice(1, -1)).filter(isSentence))
}

async function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const right = document.documentElement.clientWidth + 1
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().right > right,
    )
    const last = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)))
    return last
      .slice(0, 4)
      .map((one) => `<${one.tagName.toLowerCase()} class="${one.className}">${one.textContent?.slice(0, 30)}`)
      .join(' ')
  })
}
