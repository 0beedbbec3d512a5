import { html, type Markup, type Messages, NONE } from '../../html/index.ts'
import type { Chart } from '../chart/index.ts'

/** Widths in pixels at which charts are drawn: for a telephone, and for everything wider. */
const NARROW = 340
const WIDE = 720

/**
 * A chart, drawn for telephones and for wider pages; a style rule shows the one that fits. It is one picture to
 * those who do not see it, and `told` says where its figures are read.
 */
export function chartMarkup(chart: Chart, title: string, told: string, messages: Messages): Markup {
  const name = `${messages.chart(chart.kind)}: ${title}. ${told}`
  return html`<div class="chart ${chart.kind}">
${
  chart.legend.length === 0
    ? NONE
    : html`<ul class="legend">${chart.legend.map(
        ({ label, swatch }) => html`<li><span style="background:var(--${swatch})"></span>${label}</li>`,
      )}</ul>\n`
}<div role="img" aria-label="${name}">
${
  chart.kind === 'tiles'
    ? html`<div class="one">${chart.draw(NARROW)}</div>`
    : html`<div class="narrow">${chart.draw(NARROW)}</div>
<div class="wide">${chart.draw(WIDE)}</div>`
}
</div>
${chart.kind === 'intervals' ? html`<p class="quiet">${messages.interval}</p>\n` : NONE}</div>`
}
