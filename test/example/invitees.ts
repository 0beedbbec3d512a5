import type { Authority, Invitee, Person, Role } from './model.ts'
import type { Posts } from './posts.ts'
import { planPosts } from './posts.ts'
import type { Random } from './random.ts'
import { randomStream } from './random.ts'

/** The 794 people invited, by authority: their links, and whether they respond. */
export function buildInvitees(authorities: readonly Authority[], person: () => Person): readonly Invitee[] {
  const random = randomStream('links')
  const posts = planPosts(authorities)
  return authorities.flatMap((authority) =>
    seats(authority, posts).map(({ role, responds }) => {
      const who = person()
      const partner = role === 'Chief executive' ? posts.partnerOf.get(authority.code) : undefined
      return {
        ...who,
        role,
        responds,
        link: `https://consult.example.org/ts2015/?id=${token(random)}`,
        email: emailOf(who, authority),
        authorities: partner === undefined ? [authority] : [authority, partner],
      }
    }),
  )
}

/** Work address of somebody at an authority, in a domain reserved for examples (RFC 2606). */
export function emailOf(who: Person, authority: Authority): string {
  const domain = authority.stem.toLowerCase()
  return `${who.firstName}.${who.lastName}@${domain}.example.org`.toLowerCase()
}

/** A token of 22 characters, as a platform puts into a personal link. */
export function token(random: Random): string {
  return Array.from({ length: 22 }, () => random.pick([...BASE62])).join('')
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

interface Seat {
  readonly role: Role
  readonly responds: boolean
}

function seats(authority: Authority, posts: Posts): Seat[] {
  const { code, type } = authority
  const officer = posts.officers.has(code)
  const member = posts.members.has(code)
  if (type === 'Fire and rescue')
    return [
      { role: 'Chief fire officer', responds: officer },
      { role: 'Lead member for fire', responds: member },
    ]
  const leader: Seat = { role: 'Leader', responds: member }
  if (posts.servedByOther.has(code)) return [leader]
  const chief: Seat = { role: 'Chief executive', responds: officer }
  if (!posts.jobShares.has(code)) return [chief, leader]
  return [chief, { role: 'Chief executive', responds: posts.bothOfJobShare === code }, leader]
}
