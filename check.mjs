#!/usr/bin/env node
// `npm run check`: types, lint, format, unused code, architecture, permissions table, texts. Seconds, no browser.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const own = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin')
const env = { ...process.env, PATH: `${own}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}` }

const checks = [
  // What did not change since the last time is not checked again.
  ['types', 'tsc', ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', 'var/types.tsbuildinfo']],
  ['lint', 'oxlint', ['--deny-warnings', 'src', 'test']],
  ['format', 'oxfmt', ['--check', 'src', 'test']],
  ['unused code', 'knip', ['--no-progress']],
  ['architecture, permissions, texts', 'vitest', ['run', '--config', 'vitest.check.config.ts']],
]

mkdirSync(join(root, 'var'), { recursive: true })
const passed = await Promise.all(checks.map(check))
process.exitCode = passed.every(Boolean) ? 0 : 1

/** All at once: the slowest, the types, keeps one core alone. */
async function check([name, command, args]) {
  const began = Date.now()
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status !== 0) console.log(output.trim())
  return status === 0
}
