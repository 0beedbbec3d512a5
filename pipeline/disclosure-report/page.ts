import { grouped } from '../grouped.ts'
import { escaped } from '../html/index.ts'
import { type NotTested, notTestedInWords } from '../not-tested.ts'
import { PROFILE_IN_WORDS } from '../rules-in-words.ts'
import { list, section, table } from './html.ts'
import type { DisclosureReport } from './model.ts'
import { responsesSection } from './responses-section.ts'
import { STYLE } from './style.ts'
import { alternativesSection, tablesSection } from './tables-section.ts'

/** `disclosure.html`: the report as a page. One file without scripts, fonts or pictures, so that it opens anywhere. */
export function disclosurePage(report: DisclosureReport): string {
  const { title, profile, rules, waivers } = report
  const notTested = leftOut(report)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`Disclosure report: ${title}`)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<p class="kind">Disclosure report. Private: do not pass it on with the release.</p>
<h1>${escaped(title)}</h1>
${outcome(report)}
</header>
<main>
${findingsSection(report)}${section(
  'rules',
  'Rules in force',
  `<p>The profile is <strong>${profile}</strong>, for ${PROFILE_IN_WORDS[profile]}.</p>
${table(
  'Each rule, and why it stands there',
  ['Rule', 'What it asks for', 'Why'],
  rules.map(({ rule, says, reason }) => [rule, [says, ...untested(notTested, rule)].join(' '), reason]),
)}`,
)}
${section(
  'waivers',
  'Waivers',
  waivers.length === 0
    ? '<p>None: no rule is laxer than the profile.</p>'
    : list(
        waivers.map(
          ({ rule, says, reason, approvedBy }) =>
            `${rule}: ${says}. ${reason}${approvedBy === undefined ? '' : ` Approved by ${approvedBy}.`}`,
        ),
      ),
)}
${responsesSection(report)}
${tablesSection(report)}
${alternativesSection(report)}
${attackSection(report)}
</main>
<footer>
<p>The same for programs: disclosure.json, beside this file.</p>
</footer>
</body>
</html>
`
}

const OUTCOMES: Readonly<Record<DisclosureReport['outcome'], readonly [string, string]>> = {
  passed: ['Safe by these rules.', 'The attack found nothing that they forbid.'],
  'stopped while protecting tables': [
    'Stopped while protecting the tables.',
    'Nothing was published. Hiding figures cannot protect what is listed below.',
  ],
  'stopped by the attack': [
    'Stopped by the attack.',
    'Nothing was published. What is listed below follows from what would have been.',
  ],
  'reported on': [
    'Reported on.',
    'These figures are public already, so what is listed below did not stop the release.',
  ],
}

/** What the attack left out. */
const leftOut = ({ attack }: DisclosureReport): readonly NotTested[] => attack?.notTested ?? []

const untested = (notTested: readonly NotTested[], name: string): readonly string[] =>
  notTested.filter(({ rule }) => rule === name).map((one) => `Not tested: ${notTestedInWords(one)}.`)

function outcome(report: DisclosureReport): string {
  const { outcome: kind } = report
  const [what, more] =
    kind === 'passed' && leftOut(report).length > 0
      ? ['Safe by the rules that were tested.', 'Not every rule was; see below which, and why.']
      : OUTCOMES[kind]
  return `<p class="outcome${kind === 'passed' ? '' : ' stopped'}"><strong>${what}</strong> ${more}</p>`
}

function findingsSection({ findings }: DisclosureReport): string {
  if (findings.length === 0) return ''
  return `${section(
    'findings',
    findings.length === 1 ? 'One finding' : `${grouped(findings.length)} findings`,
    table(
      'What follows, and what would mend it',
      ['What anybody could know', 'What would mend it'],
      findings.map(({ finding, mend }) => [finding, mend]),
    ),
  )}
`
}

function attackSection({ attack, findings }: DisclosureReport): string {
  const body =
    attack === undefined
      ? '<p>The run was stopped before it.</p>'
      : list([
          attack.examined === 0
            ? 'No group that tables show, or that follows from them, is small enough for a closer look.'
            : `${grouped(attack.examined)} counts and bases were looked at, of groups that tables show or hide, and of those that no table shows but adding and subtracting figures reaches (differencing).`,
          attack.untight === 0
            ? 'Each was bounded as closely as whole numbers allow.'
            : `${grouped(attack.untight)} could be bounded only from outside within the effort allowed: the truth may be narrower.`,
          attack.comparedWith.length === 0
            ? 'There was no earlier release to compare with.'
            : `Compared with the earlier releases ${attack.comparedWith.join(', ')}.`,
          ...attack.notTested.map((one) => `Not tested: ${notTestedInWords(one)}.`),
          findings.length === 0
            ? 'Found: nothing that the rules forbid.'
            : `Found: ${grouped(findings.length)}, listed at the top.`,
        ])
  return section(
    'attack',
    'The attack',
    `<p>A program that holds every file to be published and knows these rules tried to work out what they forbid.</p>
${body}`,
  )
}
