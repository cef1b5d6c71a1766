import { assetsOf } from '../../../platform/design-system/assets/assets.ts'
import type { TableView } from '../../../platform/design-system/table/table.ts'
import { templates } from '../../../platform/design-system/templates/environment.ts'
import type { Assessment } from '../assessment.ts'
import { issuePage } from '../issue.page.ts'
import { overviewPage } from '../overview.page.ts'

/**
 * The whole assessment as one HTML file that needs nothing beside it: the overview, then a section an issue. The same
 * assessment gives the same bytes; a demonstration's says *synthetic* in its title and on every figure.
 */
export function exportHtml(assessment: Assessment): string {
  const stylesheet = assetsOf()
    .files.find(({ path }) => path === 'tapestry.css')!
    .bytes.toString()
  const query = {
    area: assessment.area.code,
    'year-ending': assessment.periods.current.to,
    baseline: assessment.periods.baseline.to,
  }
  const overview = overviewPage(assessment, query)
  return templates().render('assess/strategic-assessment/export/export.njk', {
    ...overview,
    plainTable: withoutLinks(overview.table),
    // nothing in a stylesheet of ours closes the element, and nothing a person typed is in it
    stylesheet: stylesheet.replaceAll('</', '<\\/'),
    sections: [assessment.total, ...assessment.issues].map((issue) => issuePage(assessment, issue, undefined, query)),
  })
}

/** A file that is sent on has no site beside it for links to lead to. */
const withoutLinks = (table: TableView): TableView => ({
  caption: table.caption,
  columns: table.columns.map(({ text, unit, numeric }) => ({
    text,
    ...(unit && { unit }),
    ...(numeric && { numeric }),
  })),
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(({ href, ...cell }) => cell) })),
  ...(table.note && { note: table.note }),
})
