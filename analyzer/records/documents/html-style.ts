/** Style of the printed register: A4, repeated header rows, marks that do not depend on colour. */
export const STYLE = `
:root { color-scheme: light; --ink: #1c2430; --soft: #566173; --line: #c9d0da; --wash: #f4f6f9; --open: #8a4b00; --clash: #a11313; --given: #14602f; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.45 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: var(--ink); background: #fff; }
header, main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 26pt; line-height: 1.15; margin: 0 0 .4rem; }
h2 { font-size: 15pt; margin: 2.2rem 0 .6rem; }
h3 { font-size: 11pt; margin: 1rem 0 .3rem; }
.organisation { font-size: 14pt; color: var(--soft); margin: 0 0 2rem; }
.status { display: inline-block; font-weight: 700; letter-spacing: .18em; border: 2px solid currentColor; padding: .15rem .8rem; margin: 2rem 0 1.2rem; }
.status.draft { color: var(--open); } .status.approved { color: var(--given); }
dl { display: grid; grid-template-columns: minmax(12rem, 18rem) 1fr; gap: .3rem 1.2rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.legend { list-style: none; margin: 0 0 1rem; padding: 0; }
.legend li { margin: .2rem 0; } .legend .state { display: inline-block; min-width: 9rem; }
.disclaimer { color: var(--soft); margin: .3rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { background: var(--wash); font-weight: 600; }
tbody th { font-weight: 600; }
small { display: block; color: var(--soft); font-weight: 400; font-size: 8.5pt; }
.sheet th:first-child { width: 22%; } .sheet th:last-child { width: 17%; }
.sheet ul { margin: 0; padding-left: 1.1rem; }
.sheet p { margin: .25rem 0 0; } .sheet p.empty { margin: 0; }
.state { font-weight: 600; white-space: nowrap; }
tr.missing .state, tr.missing .empty { color: var(--open); }
tr.missing td, tr.missing th { background: #fdf8f0; }
tr.conflict .state, tr.conflict .note { color: var(--clash); }
tr.conflict td, tr.conflict th { background: #fcf1f1; }
tr.declared .state { color: var(--given); }
.note { font-style: italic; }
.notes, .facts { color: var(--soft); font-size: 8.5pt; }
.facts { margin: 0 0 .6rem; }
.id { color: var(--soft); font-weight: 500; }
.questions { margin: 0; padding-left: 1.4rem; } .questions li { margin: .2rem 0; }
.list { font-size: 9pt; }
.index th:nth-child(1) { width: 5.5rem; } .index th:nth-child(n+5) { width: 5.2rem; } .count { text-align: right; }
.gaps th:nth-child(1) { width: 5.5rem; } .gaps th:nth-child(2) { width: 9rem; } .gaps th:nth-child(3) { width: 8rem; } .gaps th:nth-child(4) { width: 6rem; }
.evidence th:nth-child(1) { width: 3.2rem; } .evidence th:nth-child(2) { width: 34%; } .evidence th:nth-child(4) { width: 9.5rem; }
.digest { font-family: ui-monospace, "Liberation Mono", monospace; font-size: 8pt; }
a { color: inherit; }
a:focus-visible { outline: 2px solid #1b5fc1; outline-offset: 2px; }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@media print {
  body { font-size: 9pt; } header, main { max-width: none; padding: 0; }
  .cover, #index, .activity { break-after: page; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .list { font-size: 8pt; } a { text-decoration: none; }
}
`;
