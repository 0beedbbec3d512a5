import type { OpenText } from './model.ts'

/** Support for change in adult care and health. */
export const Q20: OpenText = {
  themes: {
    welcomed: {
      weight: 26,
      passages: [
        'The adult care programme has been the best of the lot. Our {regional network|network of directors} meets every month, compares notes without flinching, and has saved at least one of us from a bad mistake.',
        'Useful, practical and quick to reply. The self-assessment told us {three|a few} things we did not want to hear.',
        'We welcomed the peer review of our work on {safeguarding adults|commissioning}; the team knew the subject and the staff.',
      ],
    },
    integration: {
      weight: 13,
      passages: [
        'Health and care still improve in separate rooms. Until the {hospital trust|clinical commissioning group} is reviewed alongside us we shall go on passing each other the same patients.',
        'Bring the two offers together, and public health with them. It makes no sense to a person of eighty-four which of us is late.',
        'Districts and fire services could do more on {falls|winter warmth|home safety} if anybody thought to ask.',
      ],
    },
    programmes_praised: {
      weight: 15,
      passages: [
        'The Care Act stocktakes were well judged and the templates saved us {weeks|a great deal of} work.',
        'Winterbourne View support was sensitive and expert.',
      ],
    },
    programmes_criticised: {
      weight: 18,
      passages: [
        'The Better Care Fund took more time than it gave back: {five|seven} versions of one plan, each against a new template.',
        'Guidance came after the deadline and then changed. That is not the LGA\u2019s fault, but it might have said so louder.',
        'Too many programmes, each with its own form and its own helpful telephone call.',
      ],
    },
    clearer: {
      weight: 12,
      passages: [
        'I should like one plan of who does what: there are now {six|eight} bodies offering to improve us.',
        'A plain guide for members of {four|six} pages would be a kindness.',
      ],
    },
    no_comment: {
      alone: true,
      weight: 12,
      passages: ['None, this is not our service.', 'No comment.'],
    },
  },
  openings: ['On balance positive.', 'A mixed picture.', 'From the point of view of a district,'],
  closings: ['The next two years will be harder.', 'We should be glad to help others.', 'It is early days.'],
}
