// Loaded before the program: its clock shows CLOCK_AT when it starts, and CLOCK_THEN from the moment it says that it waits.
const started = Date.now()
const at = Date.parse(process.env.CLOCK_AT ?? '')
let offset = at - started
const Real = Date
globalThis.Date = class extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() + offset)
    else super(...args)
  }
  static now() {
    return Real.now() + offset
  }
}
const { write } = process.stderr
process.stderr.write = (text, ...rest) => {
  if (process.env.CLOCK_THEN && String(text).startsWith('Waiting'))
    offset = Real.parse(process.env.CLOCK_THEN) - Real.now()
  return write.call(process.stderr, text, ...rest)
}
