import type { ComponentForm } from '../../dossier.ts'

export const takenTextsEn = {
  atDesk: (unit: string, day: string) => `What was missing was handed in at ${unit} on ${day}.`,
  byPost: (unit: string, day: string) => `What was missing arrived by post at ${unit} on ${day}.`,
  takenBy: (officer: string) => `Taken by ${officer}.`,
  broughtBy: (person: string) => `Brought by ${person}.`,
  what: 'What was taken',
  step: (unit: string, officer: string) => `What was missing was handed in at ${unit} (taken by ${officer})`,
  postStep: (unit: string, officer: string) => `What was missing came by post to ${unit} (taken by ${officer})`,
  forms: {
    original: 'original',
    copy: 'copy',
    'certified-copy': 'certified copy',
    electronic: 'electronic version',
  } satisfies Record<ComponentForm, string>,
  notBrought: (reason: string) => `not brought: ${reason}`,
}
