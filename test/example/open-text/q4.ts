import type { OpenText } from './model.ts'

/** What councils should do to strengthen local accountability. */
export const Q4: OpenText = {
  themes: {
    communication: {
      weight: 36,
      passages: [
        'Write so that people can read it. Our last performance report ran to {eighty|a hundred and ten} pages and I doubt that anybody outside the building opened it.',
        'Webcast {every committee|planning and cabinet}, keep the recordings where they can be found, and answer questions that come in during the meeting.',
        'Social media has changed this for us: a complaint about {a missed bin|a pothole} on a Sunday is seen by thousands before we are back at our desks, and we have learned to reply in public.',
        'Say each year, in two pages through every door, what we promised and what we did not do.',
      ],
    },
    transparency: {
      weight: 24,
      passages: [
        'Publish the data behind decisions in an open format and let others make something of it. We put {spending, contracts and performance|our contracts register} on line last year and the sky did not fall.',
        'Openness should be the rule: audit reports, {officer decisions|delegated decisions} and the reasons for them, as soon as they are made.',
      ],
    },
    engagement: {
      weight: 30,
      passages: [
        'Go to where people are. {Area forums|Ward meetings in the pub} draw more residents than anything held in the civic centre.',
        'Real engagement means that something may change as a result. {Co-design of our library service|Asking tenants to set the repair standards} took longer and gave a better answer.',
        'Involve residents in choosing what scrutiny looks at.',
      ],
    },
    hard_to_engage: {
      weight: 10,
      passages: [
        'People come when there is something they are angry about and not otherwise, which is their right. No mechanism will fill a hall for the corporate plan.',
        'It is difficult to interest residents in how well we are run unless there is a live issue on their own street.',
      ],
    },
    local_choice: {
      weight: 18,
      passages: [
        'This is for each council and its voters. A model made in London and handed down to all of us would be the opposite of accountability.',
        'No one size fits all: what works in a {borough of four square miles|city} is useless in a district with {a hundred and thirty|two hundred} parishes.',
      ],
    },
    already_accountable: {
      alone: true,
      weight: 15,
      passages: [
        'I think we do enough. There is an election {every year|in three years out of four} here, and that concentrates minds.',
        'Councils are already the most accountable part of the public service; look at the others first.',
      ],
    },
  },
  openings: ['Always.', 'Yes.', 'There is more we could do.', 'Possibly.'],
  closings: ['It costs little.', 'That said, resources are short.', 'We are trying this now.'],
}
