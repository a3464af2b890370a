#!/usr/bin/env node
// `npm run check`: types, lint, format, unused code, architecture, permissions table, texts. Seconds, no browser.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const own = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin')
const env = { ...process.env, PATH: `${own}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}` }

const checks = [
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['lint', 'oxlint', ['--deny-warnings', 'src', 'test']],
  ['format', 'oxfmt', ['--check', 'src', 'test']],
  ['unused code', 'knip', ['--no-progress']],
  ['architecture, permissions, texts', 'vitest', ['run', '--config', 'vitest.check.config.ts']],
]

let failed = 0
for (const [name, command, args] of checks) {
  const began = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 << 20 })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status === 0) continue
  failed += 1
  console.log(`${stdout}${stderr}`.trim())
}
process.exitCode = failed === 0 ? 0 : 1
