/** How the codebook looks: system fonts, one column, light or dark as the reader has it, and in print. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1b1f23; --quiet: #57606a; --line: #d0d7de; --page: #ffffff; --bar: #3b6ea5; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b1; --line: #3d444d; --page: #14181d; --bar: #6ba3d6; --link: #8cc1f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 48rem; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink); background: var(--page); }
a { color: var(--link); }
code { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; font-size: 0.92em; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 0 0 0.5rem; font-size: 1.15rem; line-height: 1.35; }
.kind { margin: 0; color: var(--quiet); font-weight: 600; }
.contents { padding: 0.75rem 1rem 0.75rem 2.75rem; border: 1px solid var(--line); border-radius: 6px; columns: 22rem; }
.contents li { break-inside: avoid; margin: 0.2rem 0; }
.contents a { text-decoration: none; }
.contents a:hover, .contents a:focus { text-decoration: underline; }
section { margin-top: 2.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
blockquote { margin: 0.5rem 0; padding-left: 0.9rem; border-left: 3px solid var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.5rem 0 0.75rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 0.3rem 0.5rem 0.3rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); }
th.count, td.count { width: 9rem; text-align: right; font-variant-numeric: tabular-nums; }
td.bar { width: 30%; padding-left: 0.75rem; }
td.bar span { display: block; height: 0.8rem; margin-top: 0.35rem; background: var(--bar); }
tr.missing th { color: var(--quiet); }
tr.missing td.bar span { background: var(--line); }
small { display: block; color: var(--quiet); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.95rem; }
@media (max-width: 34rem) { td.bar, thead td { display: none; } }
@media print { .contents { border: 0; } section { break-inside: avoid; } }`
