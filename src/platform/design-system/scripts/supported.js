// Before the page is drawn: components that need scripts may show their scripted form.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
