import { initAll } from './govuk-frontend.min.js'

initAll()

// The larger module comes only where a page uses one of its components.
if (document.querySelector('[data-module^="moj-"]')) import('./moj-frontend.min.js').then((moj) => moj.initAll())
