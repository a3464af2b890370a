import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, inject } from 'vitest'

const mailFolder = join(inject('system').folder, 'mail')

/** Letters in the mail catcher about one dossier, as their readers see them. */
export async function lettersAbout(code: string): Promise<{ to: string; subject: string; text: string }[]> {
  const names = await readdir(mailFolder)
  const letters = await Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => PostalMime.parse(await readFile(join(mailFolder, name)))),
  )
  return letters
    .map(({ to, subject, text }) => ({
      to: to?.[0]?.address ?? '',
      subject: (subject ?? '').normalize('NFC'),
      text: (text ?? '').normalize('NFC'),
    }))
    .filter(({ subject, text }) => `${subject} ${text}`.includes(code))
}

/** Waits until so many letters about a dossier have come. */
export async function expectLetters(code: string, least: number): Promise<void> {
  await expect
    .poll(async () => (await lettersAbout(code)).length, {
      timeout: 60_000,
      interval: 500,
      message: `letters about ${code}`,
    })
    .toBeGreaterThanOrEqual(least)
}
