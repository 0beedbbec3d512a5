import { labelKey } from '../definition/index.ts'
import type { Asked, FactKind } from './fact.ts'
import { isDistrict } from './labels.ts'

/** Fewest different values that content can be told by. */
const FEWEST = 4
const MOSTLY = 0.7

const STREET =
  /^(?:(?:flat|apartment|unit) \w+,? )?(?:\d+[a-z]?,? )?(?:[a-z'.-]+ ){1,4}(?:street|road|lane|avenue|close|drive|way|crescent|terrace|grove|gardens|mews|square|place|court|st|rd|ave|cl|dr|ln|cres|hill|row|rise|walk|parade|boulevard|heol|stryd)\.?$|^(?:the|high|church|station|mill) (?:street|road|lane|avenue|green|row|mews)$|^(?:heol|stryd|ffordd|lôn|clos) [a-z' -]+$/
const JOB =
  /\b(?:officer|manager|director|assistant|administrator|clerk|nurse|teacher|engineer|supervisor|consultant|analyst|technician|cleaner|driver|secretary|accountant|executive|coordinator|co-ordinator|adviser|advisor|electrician|plumber|carpenter|solicitor|chef|receptionist|architect|surveyor|farmer|lecturer|programmer|developer|mechanic|librarian|midwife|pharmacist|physiotherapist|social worker|head of [a-z]+|team leader|chief executive|caretaker|apprentice|builder|hairdresser|paramedic|dentist|journalist|planner|ranger|labourer|joiner|welder|baker|butcher|gardener|postman|headteacher|ta|gp|ceo|cook)s?$/
const EMPLOYER = /\b(?:ltd|limited|plc|llp|inc|& sons|nhs (?:foundation )?trust|group plc)\.?$/

/** The fact that cells show by themselves, whatever their heading: streets, postcodes, job titles, employers. */
export function factOfContent(values: NonNullable<Asked['values']>): FactKind | undefined {
  const keyed = values
    .map(({ text, count }) => ({ key: labelKey(text), count }))
    .filter(({ key }) => key !== '')
  if (keyed.length < FEWEST) return undefined
  const cells = keyed.reduce((sum, { count }) => sum + count, 0)
  const mostly = (is: (key: string) => boolean) => {
    const fits = keyed.filter(({ key }) => is(key))
    return (
      fits.length >= keyed.length * MOSTLY &&
      fits.reduce((sum, { count }) => sum + count, 0) >= cells * MOSTLY
    )
  }
  if (mostly(isDistrict)) return 'postcode'
  if (mostly((key) => STREET.test(key))) return 'street'
  if (mostly((key) => key.split(' ').length <= 6 && JOB.test(key))) return 'job title'
  return mostly((key) => EMPLOYER.test(key)) ? 'employer' : undefined
}
