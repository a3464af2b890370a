import type { ComponentChildren } from 'preact'
import { Button, Details, Field, Panel, Select } from '../../ui/index.ts'
import { fieldAt, kindNames, pageAt, sectionAt, type FieldSpec, type FormLayout, type Spot } from '../../forms/index.ts'
import type { Open } from './open-item.ts'
import { PageBoxes, SectionBoxes } from './part-boxes.tsx'
import { QuestionForm } from './question-form.tsx'
import { SettingsBoxes } from './settings-form.tsx'
import { draftTexts as t, formPageTexts } from './texts.ts'

type Props = {
  layout: FormLayout
  open: Open
  /** Questions asked once, of the common pages too. */
  once: readonly FieldSpec[]
  facts: readonly { value: string; label: string }[]
  /** What stands in boxes for numbers and is none. */
  wrong: ReadonlyMap<string, string>
}

/** The boxes of what is open, its place, what can be added to it; all within the one form of the draft. */
export function ItemForm({ layout, open, once, facts, wrong }: Props) {
  if (open === 'form')
    return (
      <Panel title={t.settings}>
        <SettingsBoxes layout={layout} />
        <Save name={t.settings} />
      </Panel>
    )
  if (open.section === undefined) {
    const page = pageAt(layout, open)
    return (
      <>
        <Item what={t.page} name={page.title}>
          <PageBoxes page={page} once={once} wrong={wrong} />
        </Item>
        <Add work="them-phan" box="ten-phan" title={t.addSection} label={t.addSectionName} optional />
        <Add work="them-nhom" box="ten-nhom" title={t.addGroup} label={t.addSectionName}>
          <Field name="moi-muc-moi" label={t.entry} hint={t.entryHint} maxLength={100} width="medium" />
        </Add>
      </>
    )
  }
  if (open.field === undefined) {
    const section = sectionAt(layout, open)
    return (
      <>
        <Item what={section.repeat ? t.group : t.section} name={section.title ?? ''}>
          <SectionBoxes section={section} once={once} wrong={wrong} />
        </Item>
        <AddQuestion isOpen={section.fields.length === 0} />
      </>
    )
  }
  return <Question layout={layout} open={open} once={once} facts={facts} wrong={wrong} />
}

function Question({ layout, open, once, facts, wrong }: Omit<Props, 'open'> & { open: Spot }) {
  const spec = fieldAt(layout, open)
  const { repeat, fields } = sectionAt(layout, open)
  return (
    <>
      <Item what={t.question} name={spec.label}>
        <QuestionForm spec={spec} among={repeat ? fields : once} once={once} facts={facts} wrong={wrong} />
      </Item>
      <AddQuestion />
    </>
  )
}

function Item({ what, name, children }: { what: string; name: string; children: ComponentChildren }) {
  const shown = name === '' ? formPageTexts.unnamed : name
  return (
    <Panel title={`${what}: ${shown}`}>
      {children}
      <div class="cac-nut">
        <Save name={shown} />
        <Button kind="quiet" icon="chevron-up" name="viec" value="len">
          {t.earlier}
          <span class="an">{t.of(shown)}</span>
        </Button>
        <Button kind="quiet" icon="chevron-down" name="viec" value="xuong">
          {t.later}
          <span class="an">{t.of(shown)}</span>
        </Button>
        <Button kind="quiet" icon="x" name="viec" value="bo">
          {t.remove}
          <span class="an">{t.of(shown)}</span>
        </Button>
      </div>
    </Panel>
  )
}

function Save({ name }: { name: string }) {
  return (
    <Button icon="check" name="viec" value="luu">
      {t.save}
      <span class="an">{t.of(name)}</span>
    </Button>
  )
}

/** A question of the section that is open, or of the one the open question stands in. */
function AddQuestion({ isOpen = false }: { isOpen?: boolean }) {
  return (
    <Add work="them-cau" box="ten-cau" title={t.addQuestion} label={t.addQuestionLabel} isOpen={isOpen}>
      <Select
        name="loai-moi"
        label={t.kind}
        value="text"
        options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
      />
    </Add>
  )
}

type AddProps = {
  work: string
  box: string
  title: string
  label: string
  optional?: boolean
  isOpen?: boolean
  children?: ComponentChildren
}

/** Boxes of something new, with its button; Enter in its name adds it too. */
export function Add({ work, box, title, label, optional, isOpen = false, children }: AddProps) {
  return (
    <Details summary={title} open={isOpen}>
      <Field name={box} label={label} maxLength={500} {...(optional ? { optional } : {})} />
      {children}
      <Button kind="secondary" icon="plus" name="viec" value={work}>
        {title}
      </Button>
    </Details>
  )
}
