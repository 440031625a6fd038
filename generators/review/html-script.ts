/** What the HTML report does by itself: its filters. Without it everything is shown. It reads attributes and numbers, never text of a document. */
export const SCRIPT = `
const form = document.getElementById('filters');
const findings = [...document.querySelectorAll('.finding')];
const sections = [...document.querySelectorAll('section[data-document]')];
const claims = [...document.querySelectorAll('tr[data-agreement]')];
function show() {
  const wanted = new FormData(form);
  const severities = wanted.getAll('severity');
  const fits = (name, value) => wanted.get(name) === '' || wanted.get(name) === value;
  let number = 0;
  for (const each of findings) {
    const { severity, code, document: from, state } = each.dataset;
    const fit = severities.includes(severity) && fits('code', code) && fits('document', from) && fits('state', state);
    each.hidden = !fit;
    if (fit) number += 1;
  }
  for (const each of sections) each.hidden = !fits('document', each.dataset.document);
  for (const each of claims) each.hidden = !fits('agreement', each.dataset.agreement);
  document.getElementById('shown').textContent = number + ' of ' + findings.length + ' findings shown';
}
form.addEventListener('input', show);
form.addEventListener('reset', () => setTimeout(show));
form.hidden = false;
show();
`;
