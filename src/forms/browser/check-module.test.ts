import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { FormLayout } from '../form.ts'
import { readFormFiles } from '../load-forms.ts'
import { checkAddress, checkScript } from './check-module.ts'
import { CHECK_PATH, knownElsewhere } from './checked-layout.ts'

const nameOf = (address: string) => address.slice(CHECK_PATH.length)
const layout: FormLayout = {
  pages: [
    { id: 'a', title: 'A', sections: [{ fields: [{ name: 'sure', kind: 'confirm', label: 'S', required: false }] }] },
    {
      id: 'b',
      title: 'B',
      when: { field: 'sure', is: 'yes' },
      sections: [
        {
          fields: [
            { name: 'commune', kind: 'commune', label: 'C', required: true, options: [{ value: '06709', label: 'M' }] },
          ],
        },
      ],
    },
  ],
}

it('gives equal forms one address, whatever communes a day has', () => {
  const address = checkAddress({ layout })
  const another = structuredClone(layout)
  another.pages[1]!.sections[0]!.fields[0]!.options = [{ value: '06712', label: 'N' }]
  expect(checkAddress({ layout: another })).toBe(address)
  another.pages[0]!.sections[0]!.fields[0]!.label = 'Other'
  expect(checkAddress({ layout: another })).not.toBe(address)
})

it('is small code that needs no compiling in the browser', async () => {
  const sizes: number[] = []
  for (const file of await readFormFiles()) {
    const code = (await checkScript(nameOf(checkAddress({ layout: file.layout })))) ?? ''
    expect(code).not.toMatch(/\beval\(|new Function|[^'"]require\(/)
    sizes.push(gzipSync(code).length)
    const engine = /may-[0-9a-f]+\.js/.exec(code)?.[0] ?? ''
    const shared = (await checkScript(engine)) ?? ''
    expect(shared).not.toMatch(/\beval\(|new Function|[^'"]require\(/)
    expect(gzipSync(shared).length).toBeLessThan(16_000)
  }
  expect(Math.max(...sizes)).toBeLessThan(12_000)
})

it('has nothing for names it does not know', async () => {
  expect(await checkScript('0123456789abcdef.js')).toBeUndefined()
})

it('tells what other pages decide, and no more', () => {
  const values = { sure: 'yes', phone: '0900000214', commune: '06709' }
  expect(knownElsewhere({ layout }, 'b', values)).toEqual({ sure: 'yes' })
  expect(knownElsewhere({ layout }, 'a', values)).toEqual({})
})
