/** What other parts of Tapestry may use of publishing. */
export type { Edition, EditionFile, Manifest } from './editions/edition.ts'
export { newestCompleteEdition, readEditionFile } from './editions/newest-edition.ts'
export { writeEdition } from './editions/write-edition.ts'
export type { FirstEditionInput } from './first-edition/first-edition-input.ts'
export { publishFirstEdition } from './first-edition/publish-first-edition.ts'
export { type PublishPorts, publishRoutes } from './staff/publish.routes.ts'
