import { describe, expect, it } from 'vitest'
import { linesOfAction } from './lines-of-action.ts'

const line = (subject: string, what: string, facts?: Record<string, unknown>) => ({
  subject,
  what,
  ...(facts && { facts }),
})

describe('the lines of one action', () => {
  it('carry what was changed before them, each the changes of its own subject', () => {
    const { journal, changed, finished } = linesOfAction()
    changed('dossier:a', { dossier: [{ handling: 'received' }] })
    changed('dossier:b', { dossier: [{ handling: 'refused' }] })
    changed('dossier:a', { dossier: [{ money: 'due' }], step: [{ no: 2 }] })
    journal(line('dossier:a', 'received', { dueOn: '2026-11-27' }))
    journal(line('dossier:b', 'refused'))
    journal(line('dossier:a', 'told'))
    expect(finished()).toEqual([
      line('dossier:a', 'received', {
        dueOn: '2026-11-27',
        changes: { dossier: [{ handling: 'received' }, { money: 'due' }], step: [{ no: 2 }] },
      }),
      line('dossier:b', 'refused', { changes: { dossier: [{ handling: 'refused' }] } }),
      line('dossier:a', 'told'),
    ])
  })

  it('take up what was changed after the last of them', () => {
    const { journal, changed, finished } = linesOfAction()
    changed('dossier:a', { step: [{ no: 2 }] })
    journal(line('dossier:a', 'supplemented'))
    journal(line('file:f', 'produced'))
    changed('dossier:a', { step: [{ no: 3 }], closure: [{ kind: 'stopped' }] })
    expect(finished()[0]?.facts?.changes).toEqual({ step: [{ no: 2 }, { no: 3 }], closure: [{ kind: 'stopped' }] })
  })

  it('must not be silent about a change', () => {
    const { journal, changed, finished } = linesOfAction()
    changed('dossier:a', { step: [{ no: 2 }] })
    journal(line('dossier:b', 'received'))
    expect(finished).toThrow('dossier:a was changed and no journal line tells of it')
  })
})
