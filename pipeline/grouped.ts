/** "1,234" for 1233.7: a whole number as people read it, the same in any locale. */
export const grouped = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
