/** `stocktake --help`. */
export const HELP = `stocktake: raw survey responses in, open data that is safe to publish out

  stocktake init export.csv   draft the definition of a consultation from an export of a survey platform
  stocktake run raw/<id>      make the release of a consultation in dist/<id>/<version>/
  stocktake check raw/<id>    check its definition and files; writes nothing

  init:  --frame <file>     a list of everyone who could have answered
         --out <folder>     where the consultation goes instead of raw/<name of the export>
         --sheet <name>     which sheet of a workbook
         --encoding <name>  how the letters of a text file are stored, where that cannot be told
  run:   --out <folder>     where releases go instead of dist
  --json      print one result object on standard output
  --version   print the version
  --help      print this

raw/<id>/ holds consultation.yaml, which says what came in, what was asked and what may be shown,
and the files as received. What only you may see (the log of every change, names to be reviewed)
goes to .stocktake/<id>/.

Exit codes: 0 done or unchanged, 1 our fault, 2 wrong usage or definition, 3 data refused,
4 disclosure control refused, 5 another run is under way.

First time here? Try:  stocktake run raw/taking-stock-2015
`
