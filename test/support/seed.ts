import fc from 'fast-check'

// At home every run tries other cases; in CI a landing does not hang on chance, and a failure repeats.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20150120 })
