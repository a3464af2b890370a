import { spotText, type FormFault, type FormLayout } from '../../forms/index.ts'
import { Icon } from '../../ui/index.ts'
import { GO } from './edit-input.ts'
import { openText, type Open } from './open-item.ts'
import { draftTexts as t, formPageTexts } from './texts.ts'

type Props = { layout: FormLayout; open: Open | undefined; faults: readonly FormFault[] }

/** The form, its pages, sections and questions; each opens its boxes after what stands in those now is kept. */
export function Outline({ layout, open, faults }: Props) {
  const here = open && openText(open)
  const wrong = new Set(faults.flatMap(({ spot }) => (spot ? [spotText(spot)] : [])))
  const go = (to: Open, name: string, isRequired = false) => {
    const key = openText(to)
    return (
      <button name="viec" value={GO + key} aria-current={key === here ? 'true' : undefined}>
        {name || formPageTexts.unnamed}
        {isRequired && <span aria-hidden="true"> *</span>}
        {wrong.has(key) && (
          <>
            <Icon name="octagon-alert" tone="late" />
            <span class="an">{` (${t.faulty})`}</span>
          </>
        )}
      </button>
    )
  }
  return (
    <nav class="dan-y" aria-label={t.outline}>
      <p>{go('form', t.settings)}</p>
      <ol>
        {layout.pages.map((page, no) => (
          <li key={no}>
            <b>{go({ page: no }, page.title)}</b>
            <ul>
              {page.sections.map((section, sectionNo) => (
                <li key={sectionNo}>
                  {go({ page: no, section: sectionNo }, section.title ?? (section.repeat ? t.group : t.section))}
                  <ul>
                    {section.fields.map((spec, field) => (
                      <li key={field}>{go({ page: no, section: sectionNo, field }, spec.label, spec.required)}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </nav>
  )
}
