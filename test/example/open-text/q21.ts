import type { OpenText } from './model.ts'

/** Anything else about sector-led improvement. */
export const Q21: OpenText = {
  themes: {
    support: {
      weight: 34,
      passages: [
        'It works because it is ours. I have sent {nine|fourteen} of my people out as peers and every one of them came back with something we then did.',
        'Good value, kinder and quicker than what went before, and it treats us as adults.',
        'We are strong supporters and would be sorry to see it weakened.',
      ],
    },
    reach: {
      weight: 22,
      passages: [
        'It must be seen to reach those who do not ask for help. {Two|Several} authorities near us have never had a team in and nobody seems to mind.',
        'Please say more clearly what happens when a council says no.',
      ],
    },
    evidence: {
      weight: 17,
      passages: [
        'Evidence of what it achieves is still thin. I believe in it, but belief is not what a select committee will ask for.',
        'Count the results and publish them.',
      ],
    },
    capacity: {
      weight: 16,
      passages: [
        'Every peer we lend is a manager we do without for a week, and there are {a third|forty per cent} fewer of them than there were.',
        'Capacity is the limit. Small authorities cannot give what they would like to.',
      ],
    },
    nothing: {
      alone: true,
      weight: 16,
      passages: ['Nothing to add.', 'No, thank you.'],
    },
  },
  openings: ['Finally,', 'One thing.', 'If I may,'],
  closings: ['Thank you for asking.', 'Please tell us what you changed as a result.'],
}
