import { fieldsIn, type Condition } from '../condition.ts'
import { namesOf, type FormLayout } from '../form.ts'

/** A page as those meet it who are led there: what answers of other pages decide is asked for. */
export function standingAlone(layout: FormLayout, pageId: string): FormLayout {
  const here = namesOf({ layout }, pageId)
  const alone = <Item extends { when?: Condition }>(item: Item): Item => {
    const { when, ...always } = item
    return when && !fieldsIn(when).every((name) => here.has(name)) ? (always as Item) : item
  }
  const pages = layout.pages.map((page) => {
    if (page.id !== pageId) return page
    const sections = page.sections.map((section) => ({
      ...alone(section),
      fields: section.repeat ? section.fields : section.fields.map(alone),
    }))
    return { ...alone(page), sections }
  })
  return { ...layout, pages }
}
