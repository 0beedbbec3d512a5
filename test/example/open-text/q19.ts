import type { OpenText } from './model.ts'

/** Further support for children's services. */
export const Q19: OpenText = {
  themes: {
    child_safety: {
      weight: 31,
      passages: [
        'A review of how {the police, schools and ourselves|health visitors and schools} deal with sexual exploitation is overdue everywhere, and better done by people who have been through it.',
        'Exploitation does not stop at a boundary. We need help to work across {three police areas|the sub-region} and to share what we know in time.',
        'Radicalisation is the one that keeps me awake; there is very little expertise in a {county|borough} like ours.',
      ],
    },
    wider_remit: {
      weight: 18,
      passages: [
        'Do not tie it to this year\u2019s scandal. A form of support that can be turned to whatever comes next would serve us longer.',
        'Support should follow what a council finds in its own self-assessment and not a list of topics drawn up elsewhere.',
      ],
    },
    school_improvement: {
      weight: 17,
      passages: [
        'Help with school improvement, where our role has become almost impossible to explain: we answer for results in {academies|schools} that we may not enter.',
        'School improvement is where a peer model could shine, if regional commissioners and academy chains take part.',
      ],
    },
    bespoke: {
      weight: 14,
      passages: [
        'Yes, if it is made to measure. A day with {a new lead member|our safeguarding board} would do more than a standard week.',
        'Something between inspections, short and safe, in which social workers can say what worries them.',
      ],
    },
    send: {
      weight: 10,
      passages: [
        'Special educational needs: the reforms came with new duties and {no money|very little notice}, and every authority is inventing the same forms.',
        'Support on disability and the move to adult life, where families fall off a cliff at eighteen.',
      ],
    },
    no_support: {
      alone: true,
      weight: 20,
      passages: [
        'No. What there is works, and our staff have no more hours to give to people who come to look at them.',
        'We do not need it: inspection is already severe and the good practice reports are there to be read.',
        'No more reviews. Share intelligence instead, honestly and while it is fresh.',
      ],
    },
    not_ours: {
      alone: true,
      weight: 9,
      passages: [
        'Not for us to say, as a {district|fire authority} we have no such services.',
        'Outside our responsibilities.',
      ],
    },
  },
  openings: ['I have asked our director.', 'Speaking as lead member until last year,', 'Briefly:'],
  closings: ['It should be voluntary.', 'It must include the other agencies.', 'Proportion matters.'],
}
