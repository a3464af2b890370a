import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import type { RememberChoices } from '../platform/web/choices.ts'
import { act } from '../platform/web/web.ts'
import { saveChoices } from './store/choices.ts'

const Choice = Type.Optional(Type.String({ maxLength: 20 }))

/** Keeps how a citizen wants pages, for their other devices and for letters. */
const keepOwnChoices = action({
  name: 'identity.keepOwnChoices',
  roles: ['citizen'],
  input: Type.Object({ 'ngon-ngu': Choice, chu: Choice, 'tuong-phan': Choice }),
  unjournalled: 'how somebody likes to read is nothing to hold against anybody',
  async run({ db }, citizen, choices) {
    if (citizen.kind === 'citizen') await saveChoices(db, citizen.accountId, choices)
  },
})

export const rememberChoices: RememberChoices = async (request, choices) => {
  if (request.actor.kind === 'citizen') await act(request, keepOwnChoices, choices)
}
