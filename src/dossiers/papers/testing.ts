import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBarCodes } from '../../platform/read-bar-codes.ts'

/** Text of a PDF in the order it is written; white space of any length is one space. */
export function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')
}

/** Width and height of the first page in millimetres. */
export function paperOf(pdf: Buffer): [width: number, height: number] {
  const facts = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(facts) ?? []
  return [Math.round((Number(width) * 25.4) / 72), Math.round((Number(height) * 25.4) / 72)]
}

/** Codes a scanner reads off the first page, rendered at 200 dots an inch. */
export async function codesOn(pdf: Buffer): Promise<Record<string, string>> {
  const found = await readBarCodes(firstPage(pdf), ['QRCode', 'Code128'])
  return Object.fromEntries(found.map(({ format, text }) => [format, text]))
}

function firstPage(pdf: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-page-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    execFileSync('pdftoppm', [
      '-r',
      '200',
      '-png',
      '-f',
      '1',
      '-l',
      '1',
      join(folder, 'paper.pdf'),
      join(folder, 'page'),
    ])
    const page = readdirSync(folder).find((name) => name.endsWith('.png'))
    if (page === undefined) throw new Error('no page was rendered')
    return readFileSync(join(folder, page))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
