/**
 * What the page can do besides being read: open the table that an address points to, open all of them for
 * print, and choose among breakdowns. Every word and figure is in the page already; nothing is fetched and
 * nothing is made up.
 */
export const SCRIPT = `(() => {
const opened = () => { const at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1))); if (at instanceof HTMLDetailsElement) { at.open = true; } };
addEventListener('hashchange', opened);
let closed = [];
addEventListener('beforeprint', () => { closed = [...document.querySelectorAll('details:not([open])')]; closed.forEach((one) => { one.open = true; }); });
addEventListener('afterprint', () => { closed.forEach((one) => { one.open = false; }); });
if (location.protocol === 'file:') { document.querySelectorAll('.archive').forEach((one) => { one.hidden = true; }); }
const form = document.querySelector('.chooser');
if (form) {
const all = [...document.querySelectorAll('.breakdown')];
const { question, breakdown } = form.elements;
const fill = (list, words, value) => { list.replaceChildren(...words.map((word) => new Option(word, word, false, word === value))); };
const of = (name) => all.filter((one) => one.dataset.question === name);
const show = () => { all.forEach((one) => { const chosen = one.dataset.question === question.value && one.dataset.by === breakdown.value; one.hidden = !chosen; one.open = chosen; }); };
const ask = () => { fill(breakdown, of(question.value).map((one) => one.dataset.by), breakdown.value); show(); };
fill(question, [...new Set(all.map((one) => one.dataset.question))]);
question.addEventListener('change', ask);
breakdown.addEventListener('change', show);
const arrive = () => { const at = all.find((one) => '#' + one.id === location.hash); if (at) { question.value = at.dataset.question; ask(); breakdown.value = at.dataset.by; show(); } };
addEventListener('hashchange', arrive);
form.hidden = false;
ask();
arrive();
}
opened();
})()`
