/** How the page of a release looks, beside what all pages share. */
export const PAGE_STYLE = `.facts { display: flex; flex-wrap: wrap; gap: 0.9rem 2.25rem; margin: 1.25rem 0 0; }
.facts dt { color: var(--quiet-on-band); font-size: 0.9rem; }
.facts dd { margin: 0; font-weight: 600; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3rem; }
main > section { padding-top: 2.25rem; }
.contents { padding-top: 2rem; font-size: 0.95rem; }
.contents h2 { font-size: 1rem; }
.contents ol { list-style: none; margin: 0.5rem 0; padding: 0; }
.contents ol ol { margin: 0.2rem 0 0.4rem; padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--line); }
.contents li { margin: 0.3rem 0; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents ol ol a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.downloads { list-style: none; margin: 0.75rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0.75rem; }
.downloads li { padding: 0.7rem 0.9rem; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; }
.downloads a { font-weight: 600; display: block; }
.downloads span { color: var(--quiet); font-size: 0.92rem; }
.key { list-style: none; margin: 0.75rem 0 0; padding: 0; display: grid; gap: 0.9rem; }
.key li { padding: 0.1rem 1rem; border-inline-start: 5px solid var(--accent); }
.key p { font-size: 1.2rem; line-height: 1.45; margin: 0; max-width: 44rem; }
.key a { font-size: 0.92rem; }
.finding { font-size: 1.08rem; }
.question { margin-top: 1.5rem; padding: 1.25rem 1.4rem 1.1rem; border: 1px solid var(--line); border-radius: 8px; container-type: inline-size; }
.long .question { content-visibility: auto; contain-intrinsic-size: auto 34rem; }
.question .number { margin: 0 0 0.2rem; font-size: 0.95rem; font-weight: 600; }
.question .number a, .self { text-decoration: none; }
.self { color: inherit; }
.question .number a:hover, .self:hover { text-decoration: underline; }
figure { margin: 0.9rem 0 0.75rem; }
figcaption { color: var(--quiet); font-size: 0.95rem; margin-top: 0.6rem; max-width: 46rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 0 0 0.8rem; padding: 0; font-size: 0.95rem; }
.legend li { display: flex; gap: 0.5rem; align-items: baseline; }
.legend span { flex: none; width: 0.85rem; height: 0.85rem; border-radius: 2px; position: relative; top: 0.08rem; }
.chart svg { display: block; max-width: 100%; height: auto; direction: ltr; font: 14px/1 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; fill: var(--ink); }
.stacked rect, .diverging rect { stroke: var(--quiet); stroke-width: 0.5; }
.chart .wide { display: none; }
.chart .wide svg { width: 100%; }
@container (min-width: 36rem) { .chart .wide { display: block; } .chart .narrow { display: none; } }
.pair { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; margin: 0.9rem 0; }
.pair > .rates { flex: 1 1 20rem; min-width: 0; container-type: inline-size; }
.pair > .tiles { flex: 0 1 340px; }
.figures { margin: 0.3rem 0; }
.figures summary { font-weight: 600; color: var(--link); padding: 0.25rem 0; }
/* What a table shows stands above it already; only those who are read to need it again. */
.figures caption, .breakdown caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.scroll { position: relative; }
.scroll tbody th { position: sticky; inset-inline-start: 0; background: var(--page); }
tr.total th, tr.total td { font-weight: 600; }
.quotes { margin-top: 1rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0.9rem; margin: 0.6rem 0; }
.quote { margin: 0; padding: 0.8rem 1rem; background: var(--soft); border-radius: 6px; }
.quote p { margin: 0; font-style: italic; }
.quote figcaption { margin-top: 0.4rem; }
.theme { display: block; font-size: 0.9rem; }
.meanings { margin: 0.5rem 0; max-width: 46rem; }
.meanings div { margin: 0.5rem 0; }
.meanings dt { font-weight: 600; }
.meanings dd { margin: 0; }
.chooser { display: flex; flex-wrap: wrap; gap: 0.9rem 1.5rem; margin: 0.9rem 0; padding: 1rem; background: var(--soft); border-radius: 8px; }
.chooser[hidden] { display: none; }
.chooser label { display: grid; gap: 0.25rem; font-weight: 600; flex: 1 1 18rem; min-width: 0; }
select { font: inherit; padding: 0.5rem; width: 100%; color: var(--ink); background: var(--page); border: 1px solid var(--quiet); border-radius: 4px; }
.breakdown { margin: 0.4rem 0; content-visibility: auto; contain-intrinsic-size: auto 3rem; }
.breakdown td[style] { background: linear-gradient(to left, var(--cell) calc(var(--v) * 1%), transparent 0); }
.breakdown td, .breakdown thead th { padding-inline: 0.6rem; }
main h3 { margin-top: 1.5rem; }
.question h3 { margin-top: 0; }
.changes { list-style: none; padding: 0; }
.citation { padding: 0.6rem 1rem; background: var(--soft); border-inline-start: 4px solid var(--line); }
.plain { columns: 16rem; }
@media (min-width: 64rem) { .sides { grid-template-columns: 15rem minmax(0, 1fr); } .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-bottom: 2rem; } }
@media (max-width: 63.99rem) { .contents ol ol { display: none; } .contents > ol { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; } }
@media (max-width: 40rem) { .question { padding: 1rem; } .wrap { padding: 0 1rem; } }
@media (forced-colors: active) { .legend span, .chart rect { forced-color-adjust: none; } .breakdown td[style] { background: none; } }
@media print { .question { content-visibility: visible; border: 0; padding: 0; } figure, tr, .key li, .quote, .downloads li { break-inside: avoid; } h2, h3, h4, summary { break-after: avoid; } .facts dt { color: #333; } .scroll tbody th { position: static; } .scroll table { font-size: 0.85rem; } .scroll :is(th, td) { padding-inline: 0.2rem; } .scroll thead th.number { min-width: 3.5rem; } .scroll tbody th { min-width: 6rem; } .key p { font-size: 1.05rem; } .sides { display: block; } .chart rect, .legend span { print-color-adjust: exact; -webkit-print-color-adjust: exact; } main > section { padding-top: 1rem; } }`
