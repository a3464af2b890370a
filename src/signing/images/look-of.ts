import type { App } from '../../platform/app.ts'
import { handwrittenSignatureImage } from '../appearance/handwriting.ts'
import { sealImage } from '../appearance/seal-image.ts'
import type { SignatureRequest } from '../prepare-signature.ts'
import type { InkHolder } from './ink-image.ts'
import { imageOf } from './store.ts'
import { imageTexts as t } from './texts.ts'

type Look = NonNullable<SignatureRequest['appearance']>

/** Blue: the picture of their hand signature; made up in a demonstration, in production words where there is none. */
export async function lookOfPerson(app: App, person: { accountId: string; fullName: string }): Promise<Look> {
  const image = await keptPicture(app, { accountId: person.accountId })
  if (image) return { image }
  if (app.settings.mode !== 'production') return { image: await handwrittenSignatureImage(person.fullName) }
  return { text: { lines: [t.signed, person.fullName], size: 11, align: 'centre', colour: 'blue' } }
}

/** Red: the picture of the agency's seal; made up in a demonstration, in production words where there is none. */
export async function lookOfAgency(
  app: App,
  agency: { unitId: string; name: string; parent?: string | null },
): Promise<Look> {
  const image = await keptPicture(app, { unitId: agency.unitId })
  if (image) return { image }
  if (app.settings.mode !== 'production') return { image: await sealImage(agency.name, agency.parent ?? undefined) }
  return { text: { lines: [t.sealed, ...inLines(agency.name)], size: 9, align: 'centre', colour: 'red' } }
}

async function keptPicture(app: App, holder: InkHolder): Promise<Buffer | undefined> {
  const image = await imageOf(app.db, holder)
  return image && app.files.bytes(image.sha256)
}

/** Letters of size 9 that a seal of 34 mm is wide. */
const LINE = 20

function inLines(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && longer.length <= LINE) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
