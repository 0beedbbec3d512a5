/** Dates of answers ("2026-03-14") and moments (milliseconds since 1970 began, UTC) as platforms write them. */
export const isoMoment = (moment: number): string => new Date(moment).toISOString().slice(0, 19)

/** 2026-03-14 09:05:07 */
export const yearFirst = (moment: number): string => isoMoment(moment).replace('T', ' ')

/** 14/03/2026 */
export const dayFirstDate = (iso: string): string => iso.split('-').reverse().join('/')

/** 14/03/2026 09:05:07 */
export const dayFirst = (moment: number): string =>
  `${dayFirstDate(isoMoment(moment).slice(0, 10))} ${isoMoment(moment).slice(11)}`

/** 03/14/2026 */
export const monthFirstDate = (iso: string): string => {
  const [year, month, day] = iso.split('-')
  return `${month}/${day}/${year}`
}

/** 03/14/2026 02:05:07 PM */
export const monthFirstHalfDays = (moment: number): string => {
  const [date = '', time = ''] = isoMoment(moment).split('T')
  const hour = Number(time.slice(0, 2))
  const clock = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')
  return `${monthFirstDate(date)} ${clock}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** 3/14/2026 */
export const shortMonthFirstDate = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${month}/${day}/${year}`
}

/** 3/14/2026 9:05:07 */
export const shortMonthFirst = (moment: number): string => {
  const [date = '', time = ''] = isoMoment(moment).split('T')
  return `${shortMonthFirstDate(date)} ${Number(time.slice(0, 2))}${time.slice(2)}`
}
