import { KINDS } from '../model.ts'
import { matches, type Shape, saidBefore } from './shape.ts'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DATE = new RegExp(
  `(?<![a-z0-9])(?:\\d{1,2}[-/. ]{1,2}\\d{1,2}[-/. ]{1,2}(?:\\d{4}|\\d{2})|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}[,. -]{1,2}(?:\\d{4}|'?\\d{2})|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})(?![a-z0-9])`,
  'g',
)
const WORDS =
  /\b(?:born|dob|d\.o\.b\.?|date of birth|birth ?date|birthday|birth day|b\.)(?=[^a-z])[^.\n]{0,30}\n?[^.\n]{0,12}$/

/** Dates, where the words before say that somebody was born on them. Other dates say when something was. */
export const datesOfBirth: Shape = ({ text }) =>
  /born|dob|d\.o\.b|birth/.test(text)
    ? matches(text, DATE, (match) =>
        saidBefore(text, match.index, WORDS)
          ? {
              from: match.index,
              to: match.index + match[0].length,
              kind: KINDS.birth,
              sure: true,
              reason: 'said to be a date of birth',
            }
          : undefined,
      )
    : []
