import type { OpenText } from './model.ts'

/** Changes to the principles of sector-led improvement. */
export const Q2: OpenText = {
  themes: {
    partnership: {
      weight: 46,
      passages: [
        'There should be a principle that says we improve places, not organisations. Most of what matters to a family here depends on {health, the police and a housing association|three public bodies besides us}, and none of the four principles mentions them.',
        'Add something on working across boundaries: our residents cross {two|three} council areas to go to work and do not care whose performance it is.',
        'The wording assumes that a council acts alone. In practice {combined authorities|health and wellbeing boards|community safety partnerships} carry half of our outcomes, and a council that cannot work with partners will fail whatever its own figures say.',
        'I would put place leadership first. A council that {convenes|brings together} the other services in its area is worth more to people than one with tidy indicators.',
      ],
    },
    governments_role: {
      weight: 20,
      passages: [
        'Say plainly what ministers are entitled to expect of us, and what they are not. We answer to our voters, but {two thirds|more than half} of our money still comes with strings from Whitehall and it is odd to pretend otherwise.',
        'The second principle reads as if central government did not exist. It does, it {funds|regulates|inspects} us, and the sector would look more grown up if it set out when intervention is right.',
        'We need a clear line on the point at which government may step in; at present everyone guesses.',
      ],
    },
    financial_resilience: {
      weight: 21,
      passages: [
        'None of this works without money. A principle on {staying solvent|living within our means|financial resilience} would be more honest, given that we have lost {a third|nearly forty per cent} of our grant since these were written.',
        'Include financial sustainability by name. The next authority to get into trouble will do so because it ran out of cash, not because it ran out of good intentions.',
        'There ought to be some recognition that a planned reduction in a service is a decision and not a failure.',
      ],
    },
    poor_performance: {
      weight: 23,
      passages: [
        'Collective responsibility has to mean more than swapping good practice. Somebody must {pick up the telephone|knock on the door} when a council is sliding, and early.',
        'I am uneasy about being held responsible for {a neighbour|an authority at the other end of the country} whose problems I cannot see. If we mean it, say how trouble will be spotted and who will speak up.',
        'The principles are silent on what happens to a council that refuses all help.',
      ],
    },
    evolve: {
      weight: 13,
      passages: [
        'Keep them under review. What suited {2011|the start of the last parliament} will not suit us in five years, and no single model fits a county, a borough and a fire authority.',
        'They should allow for more than one way of doing things; a small district has neither the staff nor the appetite for what a city can take on.',
      ],
    },
    lgas_role: {
      weight: 9,
      passages: [
        'A membership body cannot easily be our champion and our critic. The fourth principle should admit the tension and say where support stops and challenge starts.',
        'I would not want the LGA to turn into an inspectorate by the back door; keep the overview light.',
      ],
    },
  },
  openings: [
    'Broadly right, with one gap.',
    'We debated this in cabinet.',
    'A few points.',
    'Largely content.',
  ],
  closings: ['Otherwise leave them alone.', 'The rest reads well.', 'I hope that helps.'],
}
