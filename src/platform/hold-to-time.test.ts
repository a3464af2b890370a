import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { holdToTime } from './hold-to-time.ts'

const program = (text: string) => spawn(process.execPath, ['-e', text], { stdio: 'ignore' })

test('who works too long is ended, and it is told', async () => {
  const child = program('for (;;) {}')
  let told = 0
  holdToTime(child, 300, () => void (told += 1))
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(told).toBe(1)
})

test('who only waits is not working: it has longer, and not for ever', async () => {
  const child = program('setInterval(() => {}, 1000)')
  const begun = performance.now()
  // What the program takes to begin is work, too.
  await pause(500)
  holdToTime(child, 400)
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(performance.now() - begun).toBeGreaterThan(500 + 400)
})

test('who is let go in time is left alone', async () => {
  const child = program('setTimeout(() => process.exit(7), 600)')
  const letGo = holdToTime(child, 200)
  letGo()
  expect(await once(child, 'exit')).toEqual([7, null])
})
