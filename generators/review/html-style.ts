/** How the HTML report looks: light, dark and printed, wide and narrow. Colours meet WCAG AA on their grounds; a mark stands beside each. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #14171c);
  --raised: light-dark(#f5f6f8, #1d2128);
  --line: light-dark(#c9ced6, #3d4550);
  --ink: light-dark(#1a1d21, #e8eaed);
  --soft: light-dark(#4d5560, #b3bac4);
  --link: light-dark(#0b57b0, #8ab8ff);
  --good: light-dark(#0a6335, #7fd6a2);
  --good-ground: light-dark(#e3f5ea, #143022);
  --bad: light-dark(#a01622, #ff9f9f);
  --bad-ground: light-dark(#fdeaea, #3b191c);
  --open: light-dark(#7a4b00, #f2c46d);
  --open-ground: light-dark(#fdf2dc, #372a10);
  --decided: light-dark(#1f4e8c, #9cc4ff);
  --decided-ground: light-dark(#e6effb, #172a44);
  --lone: light-dark(#5c3a86, #cfb0ff);
  --lone-ground: light-dark(#f2eafb, #2b1f3d);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 100rem; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; background: var(--ground); padding: .5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; line-height: 1.4; margin: 0; overflow-wrap: anywhere; }
h4 { font-size: .875rem; margin: 0 0 .5rem; color: var(--soft); }
p { margin: .5rem 0; overflow-wrap: anywhere; }
code, .source { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875rem; }
code { overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.sums { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 1rem 0; padding: 0; }
.sums li { border: 1px solid var(--line); border-left: .375rem solid currentColor; border-radius: .375rem; padding: .5rem 1rem; background: var(--raised); }
.sums strong { display: block; font-size: 1.5rem; line-height: 1.2; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; font-size: .875rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; border: 1px solid var(--line); border-radius: .375rem; background: var(--raised); padding: .75rem 1rem; margin: 1.5rem 0 0; }
.filters[hidden], [hidden] { display: none; }
.filters fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.filters legend { padding: 0; color: var(--soft); font-size: .875rem; }
.filters label { display: inline-flex; gap: .375rem; align-items: center; }
.filters label.over { flex-direction: column; align-items: start; gap: 0; color: var(--soft); font-size: .875rem; }
select, button { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--soft); border-radius: .25rem; padding: .25rem .5rem; max-width: 20rem; }
.finding { border: 1px solid var(--line); border-left: .375rem solid var(--soft); border-radius: .375rem; padding: .75rem 1rem; margin: .75rem 0; }
.finding.error { border-left-color: var(--bad); }
.finding.warning { border-left-color: var(--open); border-left-style: dashed; }
.finding.note { border-left-style: dotted; }
.finding.decided { border-left-color: var(--decided); border-left-style: double; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .375rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.error > h3 .badge, .badge.contradicted { color: var(--bad); background: var(--bad-ground); }
.warning > h3 .badge, .note > h3 .badge, .badge.open { color: var(--open); background: var(--open-ground); }
.decided > h3 .badge, .badge.decided { color: var(--decided); background: var(--decided-ground); }
.badge.agrees { color: var(--good); background: var(--good-ground); }
.badge.unsupported { color: var(--lone); background: var(--lone-ground); }
.finding ul, .finding ol { margin: .25rem 0; padding-left: 1.5rem; }
.quotes { margin: .5rem 0; padding-left: .75rem; border-left: 2px solid var(--line); }
.quotes q { font-weight: 600; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: 1.5rem; align-items: start; }
.beside.alone { grid-template-columns: minmax(0, 1fr); }
.scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: .375rem; }
.source { margin: 0; padding: .5rem .5rem .5rem 4rem; }
.source li { padding-left: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.source li::marker { color: var(--soft); }
.source .gap { list-style: none; color: var(--soft); font-style: italic; }
.claim { border-radius: .125rem; padding: 0 .125rem; text-decoration: none; border-bottom: 2px solid; }
.claim:hover { text-decoration: underline; }
.claim.agrees { color: var(--good); background: var(--good-ground); }
.claim.contradicted { color: var(--bad); background: var(--bad-ground); border-bottom-style: double; border-bottom-width: 3px; }
.claim.open { color: var(--open); background: var(--open-ground); border-bottom-style: dashed; }
.claim.decided { color: var(--decided); background: var(--decided-ground); border-bottom-style: dotted; }
.claim.unsupported { color: var(--lone); background: var(--lone-ground); border-bottom-style: dashed; }
.claim.agrees::before { content: "\\2713\\a0"; }
.claim.contradicted::before { content: "\\2717\\a0"; }
.claim.unsupported::before { content: "\\2013\\a0"; }
.claim.decided::before { content: "\\2022\\a0"; }
.claim.open::before { content: "?\\a0"; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); max-width: 20rem; overflow-wrap: break-word; }
td code { overflow-wrap: break-word; }
td:first-child { white-space: nowrap; }
thead th { position: sticky; top: 0; background: var(--raised); }
tr { scroll-margin-top: 3rem; }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 60rem) {
  body { padding: 1rem; }
  .beside { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .filters, .skip { display: none; }
  .scroll { max-height: none; overflow: visible; border: 0; }
  .beside { display: block; }
  .finding, tr, .sums li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .finding, .badge, .claim, thead th { print-color-adjust: exact; }
}
`;
