import type { RefusalTexts } from '../platform/refusal.ts'
import { benchRefusals } from './bench/texts.ts'

export const digitisationRefusals = { ...benchRefusals } satisfies RefusalTexts

/** `motcua read`: for whoever runs the system. */
export const readCommandWords = {
  summary: 'Read pictures of papers: words, codes, identity cards',
  noPicture: 'no picture given',
  noSuchRecogniser: (name: string) => `there is no recogniser "${name}"`,
  notThere: (name: string) =>
    `${name} cannot read Vietnamese on this machine: install tesseract-ocr and tesseract-ocr-vie`,
  tooHard: 'the picture is beyond what making a page of it may cost',
  failed: (path: string, why: string) => `${path}: not read: ${why}`,
  code: (format: string, text: string) => `[${format}] ${text}`,
  card: (personalId: string, fullName: string, source: string) =>
    `[identity card, ${source}] ${personalId} ${fullName}`.trim(),
}
