import type { Random } from '../example/random.ts'

/**
 * Made-up values of every kind of shape, in the forms people write them. Telephone numbers are of the ranges that Ofcom keeps for
 * drama and of others; check digits are computed here, by other code than the redactor's.
 */
export const SHAPE_VALUES: Readonly<Record<string, (random: Random) => string>> = {
  'e-mail': (random) => {
    const local = random.pick([
      'j.bell',
      'clerk',
      'kofi_o',
      'anna.maria-jones',
      'r2d2',
      'the.smiths+council',
      'siân.w',
      'x',
    ])
    const host = random.pick([
      'example.org',
      'mail.example.co.uk',
      'example-parish.gov.uk',
      'ex.ample.net',
      'bücher.example',
    ])
    const at = random.pick(['@', '@', '@', '@', ' @ ', ' (at) ', '[at]', '(at)', ' at '])
    const written =
      at.trim() === 'at'
        ? local +
          at +
          host.replace('bücher.example', 'books.com').replaceAll('.', random.pick([' dot ', '.']))
        : local + at + (at.includes('at') ? host.replace('bücher.example', 'books.example.com') : host)
    return random.pick([written, written, written, written.toUpperCase()])
  },
  'telephone number': (random) => {
    const digits = (count: number) => Array.from({ length: count }, () => random.int(10)).join('')
    const national = random.pick([
      `07700 900${digits(3)}`,
      `07700900${digits(3)}`,
      `07${digits(3)} ${digits(3)} ${digits(3)}`,
      `(01632) 96${digits(4)}`,
      `01632 96${digits(4)}`,
      `020 7946 0${digits(3)}`,
      `0207 946 0${digits(3)}`,
      `(020) 7946 0${digits(3)}`,
      `0${random.pick(['113', '121', '161'])} 496 0${digits(3)}`,
      `029-2018-0${digits(3)}`,
      `07700.900.${digits(3)}`,
      `0800 ${digits(3)} ${digits(4)}`,
      `0300 123 ${digits(4)}`,
      `0845 46${digits(2)} ${digits(2)}`.replace(/ (\d\d)$/, '$1'),
      `01539 ${digits(5)}`,
    ])
    return random.pick([
      national,
      national,
      national,
      `+44 ${national.replace(/^\(?0/, '').replace(')', '')}`,
      `+44 (0)${national.replace(/^\(?0/, '').replace(')', '')}`,
      `0044 ${national.replace(/^\(?0/, '').replace(')', '')}`,
      `+353 1 ${digits(3)} ${digits(4)}`,
    ])
  },
  postcode: (random) => {
    const inward = `${random.int(10)}${random.pick([...'ABDEFGHJLNPQRSTUWXYZ'])}${random.pick([...'ABDEFGHJLNPQRSTUWXYZ'])}`
    const outward = random.pick([
      'M1',
      'B33',
      'CR2',
      'DN55',
      'W1A',
      'EC1A',
      'LS6',
      'NE30',
      'SW1P',
      'CF10',
      'EH12',
      'BT7',
      'L1',
      'ZE2',
      'TR21',
    ])
    return random.pick([
      `${outward} ${inward}`,
      `${outward} ${inward}`,
      `${outward}${inward}`,
      `${outward} ${inward}`.toLowerCase(),
      `${outward}  ${inward}`,
    ])
  },
  'National Insurance number': (random) => {
    const prefix = random.pick(['AB', 'CE', 'JG', 'PW', 'SR', 'WM', 'ZY', 'NP', 'HH'])
    const [a, b, c] = [pair(random), pair(random), pair(random)]
    const suffix = random.pick([...'ABCD'])
    return random.pick([
      `${prefix} ${a} ${b} ${c} ${suffix}`,
      `${prefix}${a}${b}${c}${suffix}`,
      `${prefix}${a}${b}${c}${suffix}`.toLowerCase(),
      `${prefix}-${a}-${b}-${c}-${suffix}`,
      `${prefix}${a}${b}${c} ${suffix}`,
    ])
  },
  'NHS number': (random) => {
    for (;;) {
      const nine = Array.from({ length: 9 }, (_, index) => (index === 0 ? 4 + random.int(4) : random.int(10)))
      const rest = nine.reduce((sum, digit, index) => (sum + digit * (10 - index)) % 11, 0)
      const check = rest === 0 ? 0 : 11 - rest
      if (check === 10) continue
      const all = [...nine, check].join('')
      return random.pick([
        `${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6)}`,
        all,
        `${all.slice(0, 3)}-${all.slice(3, 6)}-${all.slice(6)}`,
      ])
    }
  },
  address: (random) => {
    const number = random.pick([
      `${1 + random.int(180)}`,
      `${1 + random.int(99)}${random.pick(['a', 'b', 'B'])}`,
      `Flat ${1 + random.int(30)}, ${1 + random.int(90)}`,
      `${1 + random.int(40)}-${42 + random.int(40)}`,
      `No. ${1 + random.int(90)}`,
    ])
    const name = random.pick([
      'Chantry',
      'Old Mill',
      'Station',
      'St Oswald’s',
      'King Edward VII',
      'Low',
      'Thornhill',
      'Church',
      'The',
      'Great Northern',
      'Acacia',
      'Cobden',
    ])
    const street =
      name === 'The'
        ? random.pick(['Close', 'Avenue', 'Crescent', 'Green', 'Drive'])
        : random.pick([
            'Street',
            'Road',
            'Lane',
            'Avenue',
            'Close',
            'Drive',
            'Way',
            'Crescent',
            'Gardens',
            'Rd',
            'Terrace',
            'Grove',
            'Court',
            'Place',
            'Mews',
          ])
    const written = `${number} ${name} ${street}`
    return random.chance(8) &&
      /Street|Road|Lane|Avenue|Terrace|Crescent/.test(street) &&
      !name.includes('The')
      ? written.toLowerCase()
      : written
  },
  'web address': (random) =>
    random.pick(['https://', 'http://', '', 'www.', 'https://www.']) +
    random.pick([
      'facebook.com/jo.bell.7',
      'example.org/~anna?page=2#top',
      'myblog-on-bins.co.uk',
      'kofi.example.net/about.html',
      'parish-watch.org.uk/minutes/2015',
      'linkedin.com/in/annabell',
    ]),
  'social media handle': (random) =>
    random.pick([
      '@jo_bell',
      '@KofiOnBins',
      '@anna.bell77',
      '@x99',
      '@the_real_clerk',
      'jobell#4821',
      '@BinWatch2015',
    ]),
  'date of birth': (random) => {
    const [day, month, year] = [1 + random.int(28), random.int(12), 1930 + random.int(75)]
    const names = [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ]
    const two = (value: number) => String(value).padStart(2, '0')
    return random.pick([
      `${two(day)}/${two(month + 1)}/${year}`,
      `${day}.${month + 1}.${String(year).slice(2)}`,
      `${day} ${names[month]} ${year}`,
      `${day}${ordinal(day)} ${names[month]} ${year}`,
      `${day} ${(names[month] ?? '').slice(0, 3)} ${year}`,
      `${year}-${two(month + 1)}-${two(day)}`,
      `${names[month]} ${day}, ${year}`,
    ])
  },
  'vehicle registration': (random) => {
    const letters = (count: number) =>
      Array.from({ length: count }, () => random.pick([...'ABCDEFGHJKLMNOPRSTUVWXY'])).join('')
    return random.pick([
      `${letters(2)}${pair(random)} ${letters(3)}`,
      `${letters(2)}${pair(random)}${letters(3)}`,
      `${random.pick([...'ABCDEFGHJKLMNPRSTVWXY'])}${1 + random.int(999)} ${letters(2)}K`,
      `${letters(2)}Y ${1 + random.int(999)}${random.pick([...'ABCDEFGHJKLMNPRSTVWXY'])}`,
    ])
  },
  'bank details': (random) => {
    const digits = (count: number) => Array.from({ length: count }, () => random.int(10)).join('')
    return random.pick([
      `sort code ${pair(random)}-${pair(random)}-${pair(random)}`,
      `account number ${digits(8)}`,
      iban(`BARC${digits(14)}`, random),
      card(`4${digits(14)}`, random),
      `sort code ${pair(random)} ${pair(random)} ${pair(random)}`,
    ])
  },
}

const pair = (random: Random): string => String(random.int(100)).padStart(2, '0')
const ordinal = (day: number): string =>
  day === 1 || day === 21 ? 'st' : day === 2 || day === 22 ? 'nd' : day === 3 || day === 23 ? 'rd' : 'th'

function iban(account: string, random: Random): string {
  const spelt = [...`${account}GB00`].map((letter) => Number.parseInt(letter, 36)).join('')
  const check = String(98n - (BigInt(spelt) % 97n)).padStart(2, '0')
  const whole = `GB${check}${account}`
  return random.chance(50) ? whole : whole.replace(/(.{4})(?=.)/g, '$1 ')
}

function card(fifteen: string, random: Random): string {
  const sum = [...fifteen]
    .reverse()
    .reduce(
      (total, digit, index) =>
        total + (index % 2 === 0 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0) : Number(digit)),
      0,
    )
  const whole = `${fifteen}${(10 - (sum % 10)) % 10}`
  return random.chance(50) ? whole : whole.replace(/(.{4})(?=.)/g, '$1 ')
}
