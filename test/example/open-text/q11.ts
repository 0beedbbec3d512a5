import type { OpenText } from './model.ts'

/** Limiting government's appetite for inspection. */
export const Q11: OpenText = {
  themes: {
    show_benefits: {
      weight: 50,
      passages: [
        'Evidence, and then more evidence. If {forty|a hundred} councils have turned something round without an inspector in sight, tell the story with figures before and after.',
        'Show that we deal with decline ourselves and sooner than any inspectorate did. One good case, told honestly, would do more than ten position papers.',
        'Ministers like things they can count. Work out what was improved, by whom and in how many months, and publish it every year.',
        'Let civil servants sit in on a challenge. Those who came to ours went away {impressed|rather quieter than they had arrived}.',
      ],
    },
    cost: {
      weight: 17,
      passages: [
        'Put a price on it. The last inspection regime cost us {four|six} full-time posts just to feed it; peer challenge cost us a week and some sandwiches.',
        'Remind the Treasury what the old system cost, both to run and to be run by.',
      ],
    },
    place_for_inspection: {
      weight: 15,
      passages: [
        'I do not think we should try to limit it altogether. Where a council will not take part and the signs are bad, an inspection is the right answer.',
        'Accept that inspection has its place in {children\u2019s services|cases of clear failure} and spend our energy on saying exactly when.',
      ],
    },
    mandatory: {
      weight: 13,
      passages: [
        'Make peer challenge a condition of membership. A voluntary scheme will always miss those who need it most.',
        'Everybody should be expected to have one, with the dates published.',
      ],
    },
    more_robust: {
      weight: 17,
      passages: [
        'We need sharper teeth. A team that finds something seriously wrong should come back in {six|nine} months and say in public whether it has been put right.',
        'Intervene earlier. The sector usually knows which {three or four|half dozen} authorities are in difficulty long before the newspapers do, and says nothing out of courtesy.',
        'Stop defending the indefensible.',
      ],
    },
    transparent: {
      weight: 12,
      passages: [
        'Publish every report, unvarnished. Secrecy is what invites inspectors.',
        'More openness about our own performance would take the wind out of it.',
      ],
    },
  },
  openings: ['Probably not, but:', 'It follows the headlines.', 'This is political.'],
  closings: [
    'Other departments matter as much as our own.',
    'I am not optimistic.',
    'We must keep our nerve.',
  ],
}
