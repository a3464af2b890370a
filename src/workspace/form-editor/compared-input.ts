import { field, type FormBody } from '../../platform/web/web.ts'
import { ORDERS, type Comparison, type FieldSpec } from '../../forms/index.ts'

/** As many as a question can be held against here; one from elsewhere may have more, which are shown as well. */
export const FEWEST_ROWS = 2
const MOST_ROWS = 5

/** What the rows of a question say it must not contradict. */
export function comparedFrom(form: FormBody): Pick<FieldSpec, 'compared'> {
  const compared = Array.from({ length: MOST_ROWS }, (_, no) => no).flatMap((no): Comparison[] => {
    const other = field(form, `so-voi-${no}`)
    const is = ORDERS.find((order) => order === field(form, `so-sao-${no}`))
    return other === '' || !is ? [] : [{ field: other, is }]
  })
  return compared.length > 0 ? { compared } : {}
}
