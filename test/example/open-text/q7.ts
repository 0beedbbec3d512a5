import type { OpenText } from './model.ts'

/** The core components of a corporate peer challenge. */
export const Q7: OpenText = {
  themes: {
    flexibility: {
      weight: 36,
      passages: [
        'The five components give a spine and we were free to add {two questions|a question on regeneration} of our own, which turned out to be the most valuable part.',
        'Keep a common core, so that the word means the same everywhere, but do not let it grow. The more boxes there are the less anybody thinks.',
        'Let us agree the weight of each component beforehand. For a {district of ninety staff|fire authority} capacity is the whole story and governance takes ten minutes.',
      ],
    },
    partnerships: {
      weight: 29,
      passages: [
        'Leadership of place is missing. How well we work with {the local enterprise partnership|health|our neighbours} says more about us than our committee structure.',
        'Community leadership deserves a component to itself and not a paragraph under governance.',
      ],
    },
    local_people: {
      weight: 17,
      passages: [
        'Ask residents. Our team spoke to {sixty|ninety} people in four days and not one of them lived here without also working for us or sitting on something.',
        'There should be more on how we listen and account to local people.',
      ],
    },
    performance: {
      weight: 18,
      passages: [
        'Add performance management: whether we know what we are trying to achieve, whether we measure it, and whether anything happens when we miss.',
        'I should like the team to test outcomes and not just arrangements. We have {excellent strategies|a cupboard full of strategies}.',
      ],
    },
    finance: {
      weight: 14,
      passages: [
        'The finance part needs a specialist. A retired leader, however wise, cannot tell whether {our reserves|a borrowing strategy} will hold.',
        'Financial planning and viability is the component I would protect above all others.',
      ],
    },
    content: {
      weight: 22,
      passages: [
        'They are about right.',
        'We had ours in {March|the autumn} and found all of the components useful and the team frank.',
        'Good as they stand; please do not tinker.',
      ],
    },
  },
  openings: ['From our own challenge:', 'Having been a peer myself,', 'Yes.'],
  closings: [
    'The return visit is what made us act.',
    'Four days is long enough.',
    'Choose peers who have faced the same thing lately.',
  ],
}
