/** How the report looks: system fonts, one column, light or dark as the reader has it, and in print. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1b1f23; --quiet: #57606a; --line: #d0d7de; --page: #ffffff; --soft: #f3f5f7; --good: #1a6b34; --bad: #a3261a; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b1; --line: #3d444d; --page: #14181d; --soft: #1d232a; --good: #6fd08c; --bad: #ff9a8f; --link: #8cc1f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink); background: var(--page); }
a { color: var(--link); }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 0 0 0.6rem; font-size: 1.25rem; line-height: 1.35; }
.kind { margin: 0; color: var(--quiet); font-weight: 600; }
.outcome { padding: 0.8rem 1rem; border: 1px solid var(--line); border-left: 5px solid var(--good); border-radius: 4px; background: var(--soft); }
.outcome.stopped { border-left-color: var(--bad); }
.outcome strong { color: var(--good); }
.outcome.stopped strong { color: var(--bad); }
section { margin-top: 2.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { padding-bottom: 0.4rem; text-align: left; font-weight: 600; }
th, td { padding: 0.4rem 0.8rem 0.4rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); vertical-align: bottom; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.chosen th { font-weight: 600; }
small { display: block; color: var(--quiet); font-size: 0.9rem; }
ul { padding-left: 1.25rem; }
li { margin: 0.35rem 0; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.95rem; }
@media print { section { break-inside: avoid; } }`
