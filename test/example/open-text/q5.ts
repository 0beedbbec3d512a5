import type { OpenText } from './model.ts'

/** Comparative performance data for local people. */
export const Q5: OpenText = {
  themes: {
    accessibility: {
      weight: 34,
      passages: [
        'The figures exist; finding them is the trouble. On most websites, ours included, they are {four clicks|several menus} down and in a file that will not open on a telephone.',
        'Give the numbers a story. Without a few sentences of context a bad year for {one small school|road accidents} looks like a collapse.',
        'Residents want to know about {their own ward|their own street}. A figure for the whole district tells them nothing.',
      ],
    },
    comparability: {
      weight: 26,
      passages: [
        'Compare like with like. We are set beside {a city ten times our size|authorities with no coast and no tourists} and the conclusions are nonsense.',
        'Definitions have drifted since the national indicators went. Two neighbours may count {a missed collection|a homeless household} in quite different ways, and then the comparison misleads.',
      ],
    },
    consistency: {
      weight: 18,
      passages: [
        'Agree one set of definitions across the sector, hold to it for {five|ten} years and publish on the same day.',
        'The LGA could broker a common format. Every council publishes its spending differently, which defeats the purpose.',
      ],
    },
    small_set: {
      weight: 12,
      passages: [
        'A dozen measures at most, chosen by us and understood by anybody.',
        'Fewer, better figures. I would take {ten|twenty} that everybody collects over the three hundred we have now.',
      ],
    },
    lg_inform: {
      weight: 22,
      passages: [
        'LG Inform does the job; the public part of it could be {simpler|better known}.',
        'We use LG Inform with members every quarter and would like a version that a resident can embed on a parish website.',
        'More authorities need to put their data into LG Inform, and promptly, or it will never be more than half a picture.',
      ],
    },
    benchmarking_questioned: {
      weight: 15,
      passages: [
        'I am not convinced there is any demand. In {six|eleven} years as a councillor nobody has asked me about our quartile.',
        'Benchmarks help managers to improve a service. They do little for residents, who judge us by what they see from their window.',
      ],
    },
    enough: {
      alone: true,
      weight: 12,
      passages: [
        'No more is needed: there is plenty of data about already.',
        'Enough is published. Local circumstances differ so much that further comparison has little value.',
      ],
    },
  },
  openings: ['Yes, up to a point.', 'Some thoughts.', 'Our performance team adds this.'],
  closings: [
    'Quarterly would be ideal.',
    'Local journalists would use it.',
    'It must not become an industry.',
  ],
}
