/** Pieces of the catalogue's pages for pages that combine modules. */
export { EverydayLinks } from './browse.page.tsx'
export { LifeEventList } from './life-event-list.tsx'
export { SearchBox } from './search-box.tsx'
