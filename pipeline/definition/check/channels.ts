import type { Fault } from '../fault.ts'
import type { Definition } from '../model.ts'
import { unknownLabel } from './conditions.ts'

/** Channels that are not among the values of the variable channel, where the author lists them. */
export function checkChannels({ responses, variables }: Definition): readonly Fault[] {
  const values = variables.find(({ id }) => id === 'channel')?.values ?? []
  return responses.flatMap(({ channel }, index) =>
    channel === undefined ? [] : unknownLabel(channel, values, 'channel', ['responses', index, 'channel']),
  )
}
