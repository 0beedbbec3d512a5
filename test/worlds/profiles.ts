import type { Profile, Rules } from './model.ts'

/** The thresholds of each profile, as the README tells them. */
export const PROFILES: Readonly<Record<Profile, Rules>> = {
  consultation: {
    minimum_class: 10,
    minimum_base: 10,
    unanimity_below: 20,
    small_counts: 0,
    values_left: 3,
    rounding: 1,
    microdata: true,
  },
  health: {
    minimum_class: 20,
    minimum_base: 10,
    unanimity_below: 20,
    small_counts: 7,
    values_left: 3,
    rounding: 5,
    microdata: false,
  },
  'special-category': {
    minimum_class: 20,
    minimum_base: 20,
    unanimity_below: 50,
    small_counts: 4,
    values_left: 3,
    rounding: 1,
    microdata: false,
  },
}
