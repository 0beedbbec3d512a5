/**
 * How every page looks: system fonts, light or dark as the reader has it, more contrast where he asks for it.
 * Sides are called start and end, so that pages written from right to left need no rules of their own. Colours
 * of charts are told apart by people who confuse red and green, and stand off from the page by 3:1 at least
 * (WCAG 2.2, 1.4.11).
 */
export const STYLE = `:root { color-scheme: light dark; --ink: #16202a; --quiet: #51606f; --line: #ccd5de; --soft: #f2f5f8; --page: #ffffff; --band: #10304f; --on-band: #ffffff; --quiet-on-band: #c9d8e6; --link: #0a4f94; --accent: #0f6a8f; --focus: #ffbf3f; --warn: #8a3c00;
--s1: #1d5f9e; --t1: #ffffff; --s2: #bf4f12; --t2: #ffffff; --s3: #3d7a52; --t3: #ffffff; --s4: #8a5bb0; --t4: #ffffff; --s5: #8d6a00; --t5: #ffffff; --s6: #b03a6b; --t6: #ffffff; --s7: #2b7f86; --t7: #ffffff; --s8: #5a5f9c; --t8: #ffffff; --s0: #68747f; --t0: #ffffff;
--d1: #0b5c62; --e1: #ffffff; --d2: #4d9ba0; --e2: #06181a; --d3: #b9c2cb; --e3: #16202a; --d4: #d18f4f; --e4: #1d1005; --d5: #8f4a10; --e5: #ffffff;
--q1: #0d3b66; --f1: #ffffff; --q2: #2c649a; --f2: #ffffff; --q3: #3f77ad; --f3: #ffffff; --q4: #6c9fce; --f4: #06131f; --q5: #86b1d8; --f5: #06131f;
--bar-1: #1d5f9e; --bar-2: #6193c5; --bar-3: #bf4f12; --bar-4: #68747f; --cell: #cfe0f0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --quiet: #a7b4c1; --line: #3a4652; --soft: #1b242d; --page: #12181e; --band: #0c2136; --on-band: #f3f7fb; --quiet-on-band: #b4c6d8; --link: #8fc3f7; --accent: #6cc3e0; --warn: #ffb27a;
--s1: #5b9fdc; --t1: #04101c; --s2: #ee8b4f; --t2: #1c0a00; --s3: #6fb588; --t3: #04140a; --s4: #bd93e0; --t4: #14061f; --s5: #d2aa35; --t5: #171000; --s6: #e2789f; --t6: #1f0410; --s7: #5fb9c0; --t7: #031516; --s8: #9a9fdc; --t8: #090a1e; --s0: #8b98a5; --t0: #0b0f13;
--d1: #5fc4c9; --e1: #03191b; --d2: #33787d; --e2: #ffffff; --d3: #5d6a77; --e3: #ffffff; --d4: #9c612c; --e4: #ffffff; --d5: #f0a766; --e5: #1d0d00;
--q1: #cfe4f7; --f1: #06131f; --q2: #a3c9ea; --f2: #06131f; --q3: #75a8d6; --f3: #06131f; --q4: #4376a4; --f4: #ffffff; --q5: #3c6b96; --f5: #ffffff;
--bar-1: #5b9fdc; --bar-2: #4674a0; --bar-3: #ee8b4f; --bar-4: #8b98a5; --cell: #24435f; } }
@media (prefers-contrast: more) { :root { --quiet: var(--ink); --line: var(--ink); } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: var(--page); overflow-wrap: anywhere; }
.wrap { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 5px var(--ink); border-radius: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; top: 1rem; z-index: 9; padding: 0.5rem 1rem; background: var(--page); color: var(--ink); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.75rem); letter-spacing: -0.01em; }
h2 { font-size: clamp(1.4rem, 1.15rem + 1.1vw, 1.9rem); }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.0625rem; }
p { margin: 0.6rem 0; max-width: 46rem; }
code { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; font-size: 0.92em; }
.masthead { background: var(--band); color: var(--on-band); padding: 2.25rem 0 2rem; border-bottom: 4px solid var(--accent); }
.masthead a { color: inherit; }
.masthead p { max-width: 52rem; }
.kind { margin: 0 0 0.5rem; font-weight: 600; color: var(--quiet-on-band); }
.quiet { color: var(--quiet); }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; font-size: 0.97rem; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; text-align: start; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
thead th.number { min-width: 5.5rem; }
thead th.long { overflow-wrap: anywhere; }
tbody th { min-width: 9rem; max-width: 30rem; overflow-wrap: anywhere; }
thead th { font-weight: 600; vertical-align: bottom; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem; }
summary { cursor: pointer; }
blockquote { margin: 0; }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--line); color: var(--quiet); }
@media print { body { font-size: 10.5pt; } .masthead { background: none; color: #000; border-bottom: 2pt solid #000; padding: 0 0 1rem; } .kind { color: #333; } nav, .skip, .screen-only { display: none; } a { color: inherit; } .scroll { overflow: visible; } details::details-content { content-visibility: visible; block-size: auto; } }`
