import type { OpenText } from './model.ts'

/** Sector-led improvement and working with other services in a place. */
export const Q3: OpenText = {
  themes: {
    partners_on_teams: {
      weight: 44,
      passages: [
        'Put somebody from {the health service|the police|a housing association} on every challenge team. Ours had none, and the questions about partnership were polite and thin.',
        'Peer challenges should ask our partners what it is like to work with us, and publish the answer.',
        'Run challenges of a whole place: {the county and its districts together|council, clinical commissioning group and police in one week}, one team, one report. It would be harder to organise and far more useful.',
        'A thematic review, of {domestic abuse|hospital discharge|troubled families} for instance, would draw in everyone who matters and tell us more than another look at our corporate plan.',
      ],
    },
    embed_partnership: {
      weight: 33,
      passages: [
        'It has to run through everything and not be bolted on. The voluntary sector, {parish councils|town councils} and local employers are partners too, and are usually forgotten.',
        'We would like to see joint learning as the normal way of working, with {officers and clinicians|members and board members} in the same room from the start.',
        'The sector could offer its approach to other services. They have inspectors and targets, but little of the candour that we have learned to live with.',
      ],
    },
    already_happening: {
      weight: 15,
      passages: [
        'It is happening already: our {health and wellbeing peer challenge|safeguarding review} was built around the partnership and worked well.',
        'In part it is there, through {the work on health and wellbeing boards|last year\u2019s joint review with our districts}, but nobody has joined the pieces up.',
      ],
    },
    lgas_role: {
      weight: 16,
      passages: [
        'The LGA should press departments to give partners the same freedom from central targets, or else we shall be the only ones around the table who can be flexible.',
        'A set of measures for a place, held by the LGA and covering all public services there, would be a real help.',
      ],
    },
    caution: {
      weight: 17,
      passages: [
        'Be careful. Partners answer upwards, to regulators who want different things, and a review that covers everything may change nothing.',
        'Start small. {Two or three pilots|A handful of volunteers} first, with an honest account of what went wrong.',
        'Our partners change their boundaries more often than we do, so expectations should be modest.',
      ],
    },
  },
  openings: ['This matters a great deal to us.', 'Hard to do well, but right.', 'Two suggestions.'],
  closings: ['We would volunteer.', 'It will need some money.', 'See also our answer above.'],
}
