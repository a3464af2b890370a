import { formatDate, vietnamDate } from '../../platform/dates.ts'
import type { RegisterLine } from './register.ts'
import { endNotes, fill, registerTexts } from './texts.ts'

/** The dates and the note of a line as they are read. */
export type LineWords = { received: string; due: string; returned: string; note: string }

export function lineWords({ receivedAt, dueOn, movedTo, end }: RegisterLine): LineWords {
  const day = end ? formatDate(vietnamDate(end.at)) : ''
  const notes = [
    movedTo ? fill(registerTexts.movedTo, { day: formatDate(movedTo) }) : '',
    end ? fill(endNotes[end.how], { day }) : '',
  ]
  return {
    received: formatDate(vietnamDate(receivedAt)),
    due: dueOn ? formatDate(dueOn) : '',
    returned: end?.how === 'delivered' ? day : '',
    note: notes.filter((note) => note !== '').join(' '),
  }
}
