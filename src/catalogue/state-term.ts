import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { addDays, vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { endVersions, insertVersions } from './import-store.ts'
import { nameOf } from './processes/draft-process.ts'
import { fingerprintOf, publishedFingerprint, whyNotState, withStatedTerms, type StatedTerm } from './stated-term.ts'
import { holdProcedure, insertStatement, openVersion, statedTerms } from './stated-term-store.ts'
import { procedureInForce, qualityOf, storedContent } from './store.ts'

const TERM_UNITS = ['working-day', 'day', 'hour', 'month', 'year', 'within-day'] as const

/**
 * States, on a document, the term of a case that the publication leaves unclear. The procedure goes on in a new version from
 * today, with which dossiers can be filed; running ones keep the version they began with.
 */
export const stateTerm = action({
  name: 'catalogue.state-term',
  roles: ['administrator'],
  input: Type.Object({
    procedureCode: Type.String({ minLength: 1, maxLength: 40 }),
    caseCode: Type.String({ minLength: 1, maxLength: 40 }),
    quantity: Type.Number({ exclusiveMinimum: 0, maximum: 999 }),
    unit: Type.Enum([...TERM_UNITS]),
    documentNumber: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    documentOn: Type.String({ format: 'date' }),
    note: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' }),
  }),
  async run({ db, now, journal }, actor, { procedureCode, caseCode, quantity, unit, ...more }) {
    if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
    const today = vietnamDate(now)
    await holdProcedure(db, procedureCode)
    const procedure = await procedureInForce(db, procedureCode, today)
    const open = await openVersion(db, procedureCode)
    const known = procedure?.cases.find(({ code }) => code === caseCode)
    if (!procedure || !known || open?.id !== procedure.id) throw new Refusal('platform.not-found')
    const term = { quantity, unit }
    refuse(whyNotState(known, { term, documentOn: more.documentOn }, today))
    const { note, documentNumber, documentOn } = more
    const stated: StatedTerm = {
      caseCode,
      term,
      sourceText: known.termText,
      documentNumber: documentNumber.trim(),
      documentOn,
    }
    const by = { byAccountId: actor.accountId, byName: nameOf(actor) }
    await insertStatement(db, { ...stated, procedureCode, note: note.trim(), ...by, at: now })
    const { id: _id, version: _version, validFrom: _from, validTo: _to, ...content } = procedure
    const findings = await qualityOf(db, procedureCode, today)
    const made = withStatedTerms({ content, findings }, (await statedTerms(db, procedureCode)).get(procedureCode) ?? [])
    const fingerprint = fingerprintOf(publishedFingerprint(open.fingerprint), made.content)
    const version = open.version + 1
    await endVersions(db, [open.id], addDays(today, -1))
    const contentJson = JSON.stringify(storedContent(made.content))
    await insertVersions(db, [{ id: newId(), version, validFrom: today, fingerprint, contentJson, ...made }])
    const facts = { case: caseCode, term, document: stated.documentNumber, documentOn, version, before: known.term }
    journal({ subject: `procedure:${procedureCode}`, what: 'catalogue.term-stated', facts })
    return { procedureCode, caseCode, version, validFrom: today }
  },
})
