/** Our name space in BPMN files. */
export const MOTCUA_URI = 'urn:motcua:process:1'

const text = (name: string) => ({ name, isAttr: true, type: 'String' })
const truth = (name: string) => ({ name, isAttr: true, type: 'Boolean' })

/** What a process knows that BPMN has no words for, as elements of our own name space. Lists are words with spaces between. */
export const ownPackage = {
  name: 'Motcua',
  uri: MOTCUA_URI,
  prefix: 'motcua',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Definition',
      superClass: ['Element'],
      properties: [
        ...['code', 'version', 'validFrom', 'procedureCode', 'initialStates', 'finalStates'].map(text),
        { name: 'moves', type: 'Move', isMany: true },
      ],
    },
    {
      name: 'Move',
      superClass: ['Element'],
      properties: [...['action', 'from', 'to', 'role'].map(text), truth('automatic'), truth('reopens')],
    },
    { name: 'Lane', superClass: ['Element'], properties: [text('role')] },
    { name: 'End', superClass: ['Element'], properties: [text('state')] },
    {
      name: 'Step',
      superClass: ['Element'],
      properties: [
        ...['code', 'kind', 'role', 'unitRule', 'states', 'beside', 'budgetHours', 'produces'].map(text),
        truth('signed'),
        { name: 'outcomes', type: 'Outcome', isMany: true },
        { name: 'consultation', type: 'Consultation' },
        { name: 'linked', type: 'Linked' },
      ],
    },
    { name: 'Outcome', superClass: ['Element'], properties: [text('action'), text('name')] },
    {
      name: 'Consultation',
      superClass: ['Element'],
      properties: ['bodies', 'termHours', 'completeness', 'lead'].map(text),
    },
    {
      name: 'Linked',
      superClass: ['Element'],
      properties: [...['direction', 'lead'].map(text), { name: 'bodies', type: 'Body', isMany: true }],
    },
    { name: 'Body', superClass: ['Element'], properties: ['unitCode', 'duty', 'termHours'].map(text) },
  ],
}
