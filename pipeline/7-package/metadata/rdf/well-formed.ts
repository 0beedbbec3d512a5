/** Text without halves of surrogate pairs, which UTF-8 cannot hold; U+FFFD stands where one was. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')
