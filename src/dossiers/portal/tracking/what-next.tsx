import { formatDate, vietnamDate, type LegalDate } from '../../../platform/dates.ts'
import { formatTerm } from '../../../platform/term.ts'
import type { Handling } from '../../dossier.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { whatNextTexts as words } from './what-next.texts.ts'

/** States in which a date was promised and runs. */
const RUNNING: ReadonlySet<Handling> = new Set([
  'received',
  'appraising',
  'awaiting-approval',
  'awaiting-signature',
  'awaiting-seal',
])
/** Ended without what was asked for: it can be asked for anew. */
const TO_BEGIN_ANEW: ReadonlySet<Handling> = new Set(['refused', 'withdrawn', 'stopped'])

/** Until when it takes and why that long, then what happens next, in plain sentences. */
export function WhatNext({ view, today }: { view: DossierView; today: LegalDate }) {
  const { dossier, procedure } = view
  return (
    <>
      <Until view={view} today={today} />
      <p>
        <b>{words.next}</b> {nextStep(view)}{' '}
        {TO_BEGIN_ANEW.has(dossier.handling) && <a href={`/thu-tuc/${procedure.code}`}>{words.again}</a>}
      </p>
    </>
  )
}

function nextStep({ dossier, unitNames }: DossierView): string {
  const desk = unitNames[dossier.receivedByUnitId] ?? ''
  if (dossier.handling === 'finished') return words.collect[dossier.resultDelivery](desk)
  return words.steps[dossier.handling](desk, unitNames[dossier.competentUnitId] ?? '')
}

/** The promised date with its term and beginning; what moved it is told day by day further down. */
function Until({ view: { dossier, clock }, today }: { view: DossierView; today: LegalDate }) {
  const { handling, dueOn, originalDueAt, term } = dossier
  if (handling === 'submitted') return <p>{words.noDate}</p>
  const received = clock.findLast(({ kind }) => kind === 'received')
  if (!RUNNING.has(handling) || dueOn === null || !received) return null
  const before = originalDueAt === null ? dueOn : vietnamDate(originalDueAt)
  const sentences = [
    (today > dueOn ? words.late : words.until)(formatDate(dueOn)),
    words.because(formatTerm(term), formatDate(vietnamDate(received.at))),
    ...(before === dueOn ? [] : [words.moved(formatDate(before))]),
  ]
  return <p>{sentences.join(' ')}</p>
}
