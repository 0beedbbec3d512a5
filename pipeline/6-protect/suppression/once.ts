/**
 * Something of a question that is worked out once for an input and kept as long as the input is: it is asked for again and
 * again while figures are chosen, and the same input gives the same.
 */
export function once<Input extends object, Value>(
  make: (input: Input, question: string) => Value,
): (input: Input, question: string) => Value {
  const known = new WeakMap<Input, Map<string, Value>>()
  return (input, question) => {
    const own = known.get(input) ?? new Map<string, Value>()
    known.set(input, own)
    const found = own.get(question)
    if (found !== undefined) return found
    const made = make(input, question)
    own.set(question, made)
    return made
  }
}
