import type { OpenText } from './model.ts'

/** Helping councillors to scrutinise. */
export const Q6: OpenText = {
  themes: {
    training: {
      weight: 27,
      passages: [
        'Training for new members before their first meeting, and a refresher {every year|half way through the term}. At present we rely on whoever sits beside them.',
        'Members need practice in asking the second question. Knowing {the constitution|the terms of reference} by heart is no help when an officer gives a smooth answer.',
        'A short written guide on {reading a set of accounts|holding a contractor to account|treasury management} would be used more than another conference.',
        'We lay on courses and the same four people come. Until groups expect their members to be trained, the best material in the world will not help.',
      ],
    },
    best_practice: {
      weight: 24,
      passages: [
        'Show us what good looks like, with {names and telephone numbers|the papers attached}. One real example of a review that changed a decision is worth a library of theory.',
        'Pair a chair with a chair elsewhere who has done it well. Our {mentor|partner authority} taught us more in two afternoons than we had learned in a year.',
      ],
    },
    large_majority: {
      weight: 12,
      passages: [
        'With {fifty-one seats out of fifty-five|three members in opposition} the difficulty is arithmetic. Scrutiny here depends on back-benchers being willing to annoy their friends.',
        'Where one party has held a council for decades the chairs should come from outside it, and I say that as a member of such a party.',
      ],
    },
    culture: {
      weight: 16,
      passages: [
        'It is a matter of attitude at the top. If the {leader|cabinet} treats scrutiny as a nuisance, so will the officers.',
        'Scrutiny has to be seen to change something, or able members will spend their evenings elsewhere.',
      ],
    },
    community: {
      weight: 11,
      passages: [
        'Let the public in: {co-opted residents|young people from our youth parliament} asked harder questions than any councillor.',
        'Take meetings out to the places concerned and hear from the people who use the service.',
      ],
    },
    resources: {
      weight: 17,
      passages: [
        'We had {three|four} scrutiny officers and now have half of one. That is the whole answer.',
        'Members need independent support, somebody whose appraisal is not done by the people under scrutiny.',
      ],
    },
    nothing: {
      alone: true,
      weight: 9,
      passages: ['Nothing further, the present offer is good.', 'No. It works here.'],
    },
  },
  openings: ['Yes.', 'A constant struggle.', 'Speaking for our scrutiny board,'],
  closings: [
    'It would be money well spent.',
    'The Centre for Public Scrutiny does good work on this.',
    'Much depends on people.',
  ],
}
