import { oneLine } from '../label-key.ts'
import type { Contributor, Description, Methodology } from '../model.ts'
import { given, mapRecord } from './given.ts'
import type { WrittenContributor, WrittenDefinition } from './written.ts'

/** What the author says of the data as a whole; the publisher answers questions where nobody else does. */
export function fillDescription(written: WrittenDefinition): Description {
  const { contributors = [], themes = [], spatial = [], frequency, methodology = {}, doi } = written
  return {
    contributors: contributors.map(fillContributor),
    contact: fillContact(written),
    themes,
    spatial: spatial.map((place) =>
      typeof place === 'string' ? { name: oneLine(place) } : { ...place, name: oneLine(place.name) },
    ),
    ...given({ frequency, doi, landingPage: written.landing_page }),
    methodology: mapRecord(methodology as Readonly<Record<string, string>>, (key, text) => [
      key,
      oneLine(text),
    ]) as Methodology,
  }
}

function fillContributor(written: WrittenContributor): Contributor {
  const { name, given_name: givenName, family_name: familyName, roles = ['creator'], ...rest } = written
  return { ...rest, name: oneLine(name), ...given({ givenName, familyName }), roles }
}

/** A contact named without an address is reached at the publisher's. */
function fillContact({ contact = {}, publisher }: WrittenDefinition): Description['contact'] {
  const { email, url, name } = contact
  const addressed = email !== undefined || url !== undefined
  const from = addressed ? { email, url } : { email: publisher.email, url: publisher.url }
  return { name: oneLine(name ?? publisher.name), ...given(from) }
}
