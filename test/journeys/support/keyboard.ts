import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has. */
const MOST_STOPS = 150

export type Stop = { name: string; at: string; href: string; problem: string | null }

/** A person without a mouse: Tab and Shift+Tab, Enter, Space, arrows. Every stop on the way must show where one is. */
export function keyboardOf(page: Page) {
  const key = page.keyboard

  async function stop(backwards = false): Promise<Stop> {
    await key.press(backwards ? 'Shift+Tab' : 'Tab')
    const here = await page.evaluate(whereFocusIs)
    expect(here.problem, `${page.url()}: ${here.at} "${here.name}"`).toBeNull()
    return here
  }

  /** On to the next stop of this name, or with this `name` attribute or address. */
  async function to(wanted: RegExp | string, { backwards = false } = {}): Promise<Stop> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const here = await stop(backwards)
      const isIt = wanted instanceof RegExp ? wanted.test(here.name) : [here.at, here.href].includes(wanted)
      if (isIt) return here
    }
    throw new Error(`no way to ${wanted} by Tab on ${page.url()}`)
  }

  /** Presses the link or button of this name and waits for the page that follows. */
  async function go(wanted: RegExp | string): Promise<void> {
    await to(wanted)
    await Promise.all([page.waitForEvent('load'), key.press('Enter')])
  }

  return {
    stop,
    to,
    go,
    press: (name: string) => key.press(name),
    type: (text: string) => key.type(text),
    async fill(field: string, text: string): Promise<void> {
      await to(field)
      await key.press('Control+A')
      await key.type(text)
    },
    /** Down a list until its choice says this. */
    async choose(field: string, option: RegExp): Promise<void> {
      await to(field)
      const chosen = () => page.evaluate(chosenOption)
      for (let presses = 0; !option.test(await chosen()); presses += 1) {
        expect(presses, `no ${option} in ${field}`).toBeLessThan(120)
        await key.press('ArrowDown')
      }
    },
    /** Into a group of radio buttons and down to the one of this value. */
    async pick(field: string, value: string): Promise<void> {
      await to(field)
      await key.press('Space')
      for (let presses = 0; (await page.evaluate(focusedValue)) !== value; presses += 1) {
        expect(presses, `no ${value} in ${field}`).toBeLessThan(20)
        await key.press('ArrowDown')
      }
    },
    where: () => page.evaluate(whereFocusIs),
  }
}

function chosenOption(): string {
  const list = document.activeElement
  return list instanceof HTMLSelectElement ? (list.selectedOptions[0]?.text ?? '') : ''
}

function focusedValue(): string {
  return (document.activeElement as HTMLInputElement | null)?.value ?? ''
}

/** What has the focus, and why somebody who looks cannot tell. Runs in the page. */
function whereFocusIs(): Stop {
  const one = document.activeElement
  if (!(one instanceof HTMLElement) || one === document.body) return { name: '', at: 'body', href: '', problem: null }
  const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])] : []
  const name = (one.getAttribute('aria-label') ?? labels[0]?.innerText ?? (one.innerText || one.textContent || ''))
    .replace(/\s+/g, ' ')
    .trim()
  const shown = [one, ...labels].filter((part) => part.getBoundingClientRect().width > 1)
  const isRinged = [one, ...labels, ...labels.flatMap((label) => [...label.children])].some((part) => {
    const style = getComputedStyle(part)
    return style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
  })
  // What lies on top at its middle is itself, a part of it, or what it is a part of; else a bar hides it.
  const isOnTop = shown.some((part) => {
    const box = part.getClientRects()[0] ?? part.getBoundingClientRect()
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return top !== null && (part.contains(top) || top.contains(part))
  })
  const problem = !isRinged ? 'no ring around it' : !isOnTop ? 'hidden or out of sight' : null
  const at = one.getAttribute('name') ?? one.id ?? one.tagName
  return { name, at, href: one.getAttribute('href') ?? '', problem: one.tabIndex > 0 ? 'out of order' : problem }
}
