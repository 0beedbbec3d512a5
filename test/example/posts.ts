import type { Authority } from './model.ts'
import { at, randomStream } from './random.ts'

/** Who holds and shares posts, and who of them answers; authorities by code. */
export interface Posts {
  /** Council named first in the shared chief executive's invitation -> the other council. */
  readonly partnerOf: ReadonlyMap<string, Authority>
  /** Councils whose chief executive is invited under another council. */
  readonly servedByOther: ReadonlySet<string>
  readonly jobShares: ReadonlySet<string>
  /** The council both of whose job-sharing chief executives respond. */
  readonly bothOfJobShare: string
  /** Authorities whose chief executive or chief fire officer responds. */
  readonly officers: ReadonlySet<string>
  /** Authorities whose leader or lead member for fire responds. */
  readonly members: ReadonlySet<string>
}

/**
 * Shares out the posts so that Table 1 comes out. Invited: 353 councils less 7 shared chief executives
 * plus 3 job shares make 349. Responding for 136 councils: 91 times the chief executive alone, 26 the
 * leader alone, 12 both, 1 both of a job share, and 3 shared chief executives for 6 councils, one of
 * which also has its leader: 108 chief executives and 39 leaders, 92 of these 147 of single or upper
 * tier. For 11 fire authorities: 6 the officer, 3 the member, 2 both.
 */
export function planPosts(authorities: readonly Authority[]): Posts {
  const random = randomStream('posts')
  const shuffled = random.shuffle(authorities)
  const yes = shuffled.filter((authority) => authority.responded)
  const no = shuffled.filter((authority) => !authority.responded)
  const answering = pairs(yes, 3)
  const silent = pairs(no, 4)
  const paired = new Set([...answering, ...silent].flat().map(code))
  const free = yes.filter((authority) => !paired.has(authority.code))
  const fire = free.filter((authority) => authority.type === 'Fire and rescue')
  const districts = free.filter((authority) => authority.type === 'Shire district')
  const upper = free.filter((authority) => !fire.includes(authority) && !districts.includes(authority))
  const single = at(upper, 0)
  const both = [...upper.slice(1, 12), at(districts, 0), ...fire.slice(0, 2)]
  const district = at(districts, 1)
  const rest = random.shuffle([...upper.slice(12), ...districts.slice(2)])
  const memberOnly = [...rest.slice(0, 26), ...fire.slice(2, 5)]
  const officerOnly = [...rest.slice(26), district, ...fire.slice(5)]
  const shared = answering.map(([first]) => first)
  const idle = no.filter(({ type, code: key }) => type === 'English unitary' && !paired.has(key))
  return {
    partnerOf: new Map([...answering, ...silent].map(([first, second]) => [first.code, second])),
    servedByOther: new Set([...answering, ...silent].map(([, second]) => second.code)),
    jobShares: new Set([single, district, at(idle, 0)].map(code)),
    bothOfJobShare: single.code,
    officers: new Set([...shared, single, ...both, ...officerOnly].map(code)),
    members: new Set([at(answering, 0)[1], ...both, ...memberOnly].map(code)),
  }
}

const code = (authority: Authority): string => authority.code

type Pair = readonly [Authority, Authority]

/** Neighbouring districts: of one region, so that the shared response has one type and one region. */
function pairs(from: readonly Authority[], wanted: number): Pair[] {
  const found: Pair[] = []
  const waiting = new Map<string, Authority>()
  for (const authority of from.filter(({ type }) => type === 'Shire district')) {
    const other = waiting.get(authority.region)
    if (other === undefined) waiting.set(authority.region, authority)
    else {
      waiting.delete(authority.region)
      found.push(other.code < authority.code ? [other, authority] : [authority, other])
    }
    if (found.length === wanted) break
  }
  return found
}
