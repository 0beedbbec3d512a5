import type { OpenText } from './model.ts'

/** Changes to the improvement offer. */
export const Q12: OpenText = {
  themes: {
    no_change: {
      alone: true,
      weight: 33,
      passages: [
        'None. It is flexible, it comes when it is asked for, and it is run by people who have done the job.',
        'No change, please.',
        'I am happy with what there is; our {regional adviser|principal adviser} knows us well.',
      ],
    },
    notable_practice: {
      weight: 20,
      passages: [
        'More examples of what others have tried, including what failed. I would read a page a week on {demand for care|commercial ventures|shared management}.',
        'Help us to learn from each other faster: a list of who is doing what, kept up to date, with a name to ring.',
      ],
    },
    peer_quality: {
      weight: 18,
      passages: [
        'The quality of peers varies. Ours ranged from outstanding to {out of touch|asleep}, and a council that opens its doors deserves better than luck.',
        'Widen the pool. The same {dozen|twenty} faces cannot know what it is like to run a small authority today.',
        'Follow up. Somebody should ring after six months to see what we did.',
      ],
    },
    financial_support: {
      weight: 14,
      passages: [
        'Support with money: how others have {balanced the budget|grown their own income} without closing the doors.',
        'Keep the subsidised days for {districts|fire authorities|small councils}; we could not pay for them.',
      ],
    },
    members: {
      weight: 12,
      passages: [
        'More for back-benchers. The leadership courses are excellent, and for leaders.',
        'Support for members straight after an election, when {control changes|half of them are new}.',
      ],
    },
    regional: {
      weight: 11,
      passages: [
        'Work through the regions. We trust the people we meet every month, and the train fare is lower.',
        'The national and the regional offer should be one list instead of two.',
      ],
    },
    visibility: {
      weight: 8,
      passages: [
        'I was not aware of most of what is on offer.',
        'Explain it better: a single page that says what there is, what it costs and whom to ask.',
      ],
    },
  },
  openings: ['On the whole it works.', 'From a small authority:', 'Two things.'],
  closings: [
    'Thank you for what has been done here.',
    'It is good value.',
    'Please do not lose the free part.',
  ],
}
