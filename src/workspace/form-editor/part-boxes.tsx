import { Details, Field, TextArea } from '../../ui/index.ts'
import type { FieldSpec, FormPage, FormSection } from '../../forms/index.ts'
import { ConditionFields } from './condition-fields.tsx'
import { EnglishFields } from './english-fields.tsx'
import { NumberBox } from './number-box.tsx'
import { draftTexts as t } from './texts.ts'

type Around = { once: readonly FieldSpec[]; wrong: ReadonlyMap<string, string> }

export function PageBoxes({ page, once, wrong }: Around & { page: FormPage }) {
  return (
    <>
      <Field name="ten" label={t.pageTitle} value={page.title} maxLength={500} />
      <TextArea name="loi-dan" label={t.intro} rows={2} value={page.intro ?? ''} optional />
      <ConditionFields when={page.when} among={once} wrong={wrong} />
      <EnglishFields of={page} parts={['title', 'intro']} />
      <Code label={t.pageId} value={page.id} />
    </>
  )
}

export function SectionBoxes({ section, once, wrong }: Around & { section: FormSection }) {
  const { title, intro, when, repeat } = section
  return (
    <>
      <Field name="ten" label={t.sectionTitle} value={title ?? ''} optional maxLength={500} />
      <TextArea name="loi-dan" label={t.intro} rows={2} value={intro ?? ''} optional />
      {repeat && (
        <>
          <Field name="moi-muc" label={t.entry} hint={t.entryHint} value={repeat.entry} width="medium" />
          <NumberBox name="it-nhat" label={t.atLeast} value={repeat.min} unit={t.entries} wrong={wrong} />
          <NumberBox name="nhieu-nhat" label={t.atMost} value={repeat.max} unit={t.entries} wrong={wrong} />
        </>
      )}
      <ConditionFields when={when} among={once} wrong={wrong} />
      <EnglishFields
        of={{ en: { ...section.en, ...repeat?.en } }}
        parts={repeat ? ['title', 'intro', 'entry'] : ['title', 'intro']}
      />
      {repeat && <Code label={t.groupCode} value={repeat.name} />}
    </>
  )
}

function Code({ label, value }: { label: string; value: string }) {
  return (
    <Details summary={t.codes}>
      <Field name="ma" label={label} hint={t.codeHint} value={value} width="medium" maxLength={60} />
    </Details>
  )
}
