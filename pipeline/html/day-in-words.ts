import type { Messages } from './messages/index.ts'

/** "20 January 2015" for "2015-01-20"; what is no day stays as it is. */
export function dayInWords(date: string, { months }: Messages): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = months[Number(month) - 1]
  return name === undefined || !/^\d+$/.test(day) ? date : `${Number(day)} ${name} ${year}`
}
