/** How the catalogue looks, beside what all pages share. */
export const CATALOGUE_STYLE = `[hidden] { display: none !important; }
main.wrap { padding-top: 1.75rem; padding-bottom: 3rem; }
main:focus { outline: none; }
search { display: grid; gap: 0.35rem; max-width: 40rem; padding: 1rem 1.1rem; background: var(--soft); border: 1px solid var(--line); border-radius: 8px; }
search label { font-weight: 600; }
search input { font: inherit; width: 100%; padding: 0.55rem 0.7rem; color: var(--ink); background: var(--page); border: 1px solid var(--quiet); border-radius: 4px; }
.consultations { list-style: none; margin: 0; padding: 0; }
.consultation { padding: 1.5rem 0; border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 14rem; }
.consultation h2 { font-size: 1.35rem; max-width: 52rem; }
.description { white-space: pre-line; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0.7rem 0; }
.facts div { min-width: 0; }
.facts dt { color: var(--quiet); font-size: 0.9rem; }
.facts dd { margin: 0; }
.mark, .versions .withdrawn { padding-inline-start: 0.8rem; border-inline-start: 4px solid var(--accent); }
.withdrawn, .mark.withdrawn { border-color: var(--warn); color: var(--warn); }
.archive a { font-weight: 600; }
details { margin: 0.4rem 0; }
summary { display: inline-block; color: var(--link); padding: 0.2rem 0; }
summary::before { content: "+ "; }
details[open] > summary::before { content: "\\2212  "; }
.contents div:not(:has(li:not([hidden]))) { display: none; }
details h3 { font-size: 1rem; margin-top: 0.6rem; }
details ul { margin: 0.3rem 0; padding-inline-start: 1.2rem; max-width: 52rem; }
details li { margin: 0.25rem 0; }
.versions p { margin: 0.2rem 0; }
@media print { .consultation { break-inside: avoid; content-visibility: visible; } search { display: none; } }`
