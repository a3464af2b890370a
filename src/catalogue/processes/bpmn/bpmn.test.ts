import { BpmnModdle } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInput } from '../../../platform/parse-input.ts'
import { readProcesses } from '../../read-source.ts'
import { addStep, changeStep, moveStep, removeStep } from '../edit-process.ts'
import { ProcessInput, UNIT_RULES, type ProcessDefinition } from '../process.ts'
import { bpmnFindingText } from '../texts.ts'
import { exportBpmn } from './export-bpmn.ts'
import { importBpmn } from './import-bpmn.ts'

/** What bpmnlint finds with its recommended rules, warnings too. */
async function lint(xml: string): Promise<string[]> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml)
  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() })
  const found = await linter.lint(rootElement)
  return [
    ...warnings.map(({ message }) => message),
    ...Object.entries(found).flatMap(([rule, reports]) =>
      reports.map(({ category, id, message }) => `${category} ${rule} ${id}: ${message}`),
    ),
  ]
}

const versions = await readProcesses()
const model = versions.at(-1) as ProcessDefinition
const asked = changeStep(
  addStep(model, { kind: 'consultation', name: 'Lấy ý kiến', after: 'tham-dinh' }, model),
  'lay-y-kien',
  {
    consultation: { bodies: ['H49.12', 'H49.13'], termHours: 16, completeness: 'majority', lead: 'handling' },
    role: 'specialist',
  },
)
const linked = changeStep(
  addStep(asked, { kind: 'linked', name: 'Liên thông', after: 'tham-dinh' }, model),
  'lien-thong',
  {
    linked: {
      direction: 'superior',
      bodies: [{ unitCode: 'H49', duty: 'Xác nhận "nguồn gốc" <đất> & nhà', termHours: null }],
      lead: null,
    },
  },
)
const SHAPES: [string, ProcessDefinition][] = [
  ...versions.map((one): [string, ProcessDefinition] => [`version ${one.version}`, one]),
  ['with a consultation and a linked procedure beside', linked],
  ['without approval', removeStep(model, 'phe-duyet')],
  ['approved after signing', moveStep(model, 'phe-duyet', 'later')],
]

describe('exportBpmn', () => {
  test.each(SHAPES)('bpmnlint has nothing to say: %s', async (_, process) => {
    expect(await lint(await exportBpmn(process))).toEqual([])
  })

  test('bpmnlint does look: a task without a name is found', async () => {
    const xml = (await exportBpmn(model)).replace(' name="Thẩm định"', '')
    expect(await lint(xml)).toEqual(['error label-required Step_tham-dinh: Element is missing label/name'])
  })

  test('draws a lane for each role, a task for each step, every shape and flow', async () => {
    const xml = await exportBpmn(linked)
    expect([...xml.matchAll(/<bpmn:lane id="Lane_([a-z-]+)"/g)].map(([, role]) => role)).toEqual([
      'intake-officer',
      'specialist',
      'head-of-division',
      'signatory',
    ])
    expect([...xml.matchAll(/<bpmn:userTask id="Step_([a-z-]+)" name="([^"]+)"/g)].map(([, code]) => code)).toEqual(
      linked.steps.map(({ code }) => code),
    )
    const ids = (pattern: RegExp) => new Set([...xml.matchAll(pattern)].map(([, id]) => id))
    const drawn = ids(/bpmnElement="([^"]+)"/g)
    for (const id of ids(
      /<bpmn:(?:userTask|startEvent|endEvent|exclusiveGateway|parallelGateway|sequenceFlow|lane|participant) id="([^"]+)"/g,
    ))
      expect(drawn).toContain(id)
  })
})

const LINE = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => /\S/.test(text) && !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text))
const HOURS = fc.option(fc.integer({ min: 1, max: 4_000 }).map((quarters) => quarters / 4))
const CODES = fc.uniqueArray(fc.stringMatching(/^H49(\.[1-9]{1,3}){0,2}$/), { maxLength: 4 })
const UNIT_RULE = fc.oneof(fc.constantFrom(...UNIT_RULES), fc.constant('unit:H49.12' as const))

/** Processes as an administrator may make them, right or wrong. */
const PROCESS: fc.Arbitrary<ProcessDefinition> = fc
  .record({
    base: fc.constantFrom(...SHAPES.map(([, process]) => process)),
    name: LINE,
    procedureCode: fc.option(fc.constant('1.001193')),
    version: fc.integer({ min: 1, max: 99 }),
    changes: fc.array(
      fc.record({
        name: LINE,
        unitRule: UNIT_RULE,
        budgetHours: HOURS,
        signed: fc.boolean(),
        produces: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}(-[a-z]{2,5})?$/), { maxLength: 3 }),
        outcomes: fc.array(fc.record({ action: fc.constantFrom('draftResult', 'returnDraft'), name: LINE }), {
          maxLength: 3,
        }),
        consultation: fc.option(
          fc.record({
            bodies: CODES,
            termHours: HOURS,
            completeness: fc.option(fc.constantFrom('all' as const, 'majority' as const, 'silence-agrees' as const)),
            lead: UNIT_RULE,
          }),
        ),
        linked: fc.option(
          fc.record({
            direction: fc.constantFrom('same-level' as const, 'superior' as const),
            bodies: CODES.chain((codes) =>
              fc.tuple(
                ...codes.map((unitCode) =>
                  fc.record({
                    unitCode: fc.constant(unitCode),
                    duty: fc.oneof(LINE, fc.constant('')),
                    termHours: HOURS,
                  }),
                ),
              ),
            ),
            lead: fc.option(UNIT_RULE),
          }),
        ),
      }),
      { minLength: 8, maxLength: 8 },
    ),
    roles: fc.array(fc.constantFrom('specialist' as const, 'clerk' as const, 'signatory' as const), {
      minLength: 8,
      maxLength: 8,
    }),
  })
  .map(({ base, changes, roles, ...rest }) =>
    base.steps.reduce<ProcessDefinition>(
      (process, { code }, index) =>
        changeStep(process, code, { ...changes[index], ...(index % 3 === 1 ? { role: roles[index] ?? 'clerk' } : {}) }),
      { ...base, ...rest },
    ),
  )
  .map((process) => parseInput(ProcessInput, JSON.parse(JSON.stringify(process))))

describe('there and back', () => {
  test.each(SHAPES)('the same process: %s', async (_, process) => {
    expect(await importBpmn(await exportBpmn(process))).toEqual({ process })
  })

  test('the same process, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(PROCESS, async (process) => {
        expect(await importBpmn(await exportBpmn(process))).toEqual({ process })
      }),
      { numRuns: 60 },
    )
  })
})

describe('importBpmn', () => {
  const edited = async (change: (xml: string) => string) => {
    const xml = await exportBpmn(model)
    const after = change(xml)
    expect(after).not.toBe(xml)
    return importBpmn(after)
  }

  test('takes another name and another lane from another editor', async () => {
    const found = await edited((xml) =>
      xml
        .replace('name="Phê duyệt"', 'name="Duyệt kết quả"')
        .replace('<bpmn:flowNodeRef>Step_phe-duyet</bpmn:flowNodeRef>', '')
        .replace(
          '<bpmn:flowNodeRef>Step_ky-so</bpmn:flowNodeRef>',
          '$&<bpmn:flowNodeRef>Step_phe-duyet</bpmn:flowNodeRef>',
        ),
    )
    expect(found).toEqual({
      process: changeStep(model, 'phe-duyet', { name: 'Duyệt kết quả', role: 'signatory' }),
    })
  })

  const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x" id="d" targetNamespace="urn:x">
      <bpmn:process id="p" name="Cấp phép">
        <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="t" /></bpmn:startEvent>
        <bpmn:serviceTask id="a" name="Tra cứu" x:retries="3" />
        <bpmn:subProcess id="b" name="Xác minh" />
        <bpmn:endEvent id="e" name="Xong" />
        <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="a" />
      </bpmn:process>
    </bpmn:definitions>`

  test.each<[string, () => Promise<unknown>, string[]]>([
    ['not XML', () => importBpmn('%PDF-1.7'), ['unreadable']],
    ['an empty text', () => importBpmn(''), ['unreadable']],
    [
      'a drawing without a process',
      () => importBpmn(FOREIGN.replace(/<bpmn:process[\s\S]*<\/bpmn:process>/, '')),
      ['no-process'],
    ],
    [
      'two processes',
      () => importBpmn(FOREIGN.replace('</bpmn:process>', '</bpmn:process><bpmn:process id="q" name="Kia" />')),
      ['several-processes', 'several-processes'],
    ],
    [
      'a process of another system',
      () => importBpmn(FOREIGN),
      ['no-own-data', 'element-not-taken', 'element-not-taken', 'event-not-taken'],
    ],
    [
      'a task added elsewhere',
      () => edited((xml) => xml.replace('<bpmn:userTask', '<bpmn:userTask id="New" name="Đối chiếu" /><bpmn:userTask')),
      ['task-without-step'],
    ],
    [
      'a task taken out of its lane',
      () => edited((xml) => xml.replace('<bpmn:flowNodeRef>Step_ky-so</bpmn:flowNodeRef>', '')),
      ['task-without-lane'],
    ],
    [
      'a lane of no role',
      () => edited((xml) => xml.replace('<motcua:lane role="signatory" />', '')),
      ['lane-without-role'],
    ],
    [
      'a lane of an unknown role',
      () => edited((xml) => xml.replaceAll('role="signatory"', 'role="chairman"')),
      ['lane-without-role'],
    ],
    [
      'a step of an unknown kind',
      () => edited((xml) => xml.replace('kind="approval"', 'kind="rocket"')),
      ['data-broken'],
    ],
    [
      'hours that are none',
      () => edited((xml) => xml.replace('kind="appraisal"', '$& budgetHours="hai"')),
      ['data-broken'],
    ],
    [
      'an arrow bent to another step',
      () =>
        edited((xml) => {
          const [whole = '', id] =
            /<bpmn:sequenceFlow id="(Flow_\d+)"[^>]*targetRef="Merge_phe-duyet"[^>]*>/.exec(xml) ??
            /<bpmn:sequenceFlow id="(Flow_\d+)"[^>]*targetRef="Step_phe-duyet"[^>]*>/.exec(xml) ??
            []
          return xml
            .replace(whole, whole.replace(/targetRef="[^"]+"/, 'targetRef="Step_tra-ket-qua"'))
            .replace(
              new RegExp(`(<bpmn:userTask id="Step_phe-duyet"[\\s\\S]*?)<bpmn:incoming>${id}</bpmn:incoming>`),
              '$1',
            )
        }),
      ['flow-added', 'flow-missing'],
    ],
  ])('%s', async (_, read, codes) => {
    const found = (await read()) as Awaited<ReturnType<typeof importBpmn>>
    if (!('findings' in found)) throw new Error('nothing found')
    expect([...new Set(found.findings.map(({ code }) => code))]).toEqual([...new Set(codes)])
    for (const finding of found.findings) expect(bpmnFindingText(finding)).not.toMatch(/[{}]|undefined/)
  })
})
