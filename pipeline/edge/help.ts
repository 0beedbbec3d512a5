/** `stocktake --help`. */
export const HELP = `stocktake: raw survey responses in, open data that is safe to publish out

  stocktake init export.csv   draft the definition of a consultation from an export of a survey platform
  stocktake run raw/<id>      make the release of a consultation in dist/<id>/<version>/
  stocktake run --all         the same for every consultation below raw/
  stocktake check raw/<id>    check its definition and files; writes nothing
  stocktake review raw/<id>   list what people must decide before words are published, and answers to code
  stocktake attack <release>  what an intruder learns from a release (folder or ZIP file) or from printed figures (CSV)
  stocktake diff <a> <b>      what tells two releases apart (folders or ZIP files)
  stocktake publish <release> --to <target>   bring a release to a website, CKAN, Zenodo or Dataverse
  stocktake verify <release>  check a release that was downloaded (folder or ZIP file)
  stocktake withdraw dist/<id>/<version> --reason "…"    take a release back, and say so in its place

  init:  --frame <file>     a list of everyone who could have answered
         --out <folder>     where the consultation goes instead of raw/<name of the export>
         --sheet <name>     which sheet of a workbook
         --encoding <name>  how the letters of a text file are stored, where that cannot be told
  run:   --out <folder>     where releases go instead of dist
         --draft            make it for your eyes alone, in .stocktake/<id>/draft; publish nothing
         --wait             stay until the hour that publishAt names, instead of giving up
         --clock <address>  keep that hour only if this clock agrees with that web server's
  publish:  --dry-run         show what would be done, and do nothing
            --targets <file>  where targets are declared, instead of in raw/targets.yaml
            --at <hour>       stage it, and make it public from that hour on: 2026-12-01T09:30[Europe/London]
            --wait            stay until then
  attack: --with <release>  an earlier release that the intruder holds too; may be repeated
  --json      print one result object on standard output
  --version   print the version
  --help      print this

raw/<id>/ holds consultation.yaml, which says what came in, what was asked and what may be shown,
and the files as received. What only you may see (the log of every change, names to be reviewed,
the journal) goes to .stocktake/<id>/.

Exit codes: 0 done or unchanged, 1 our fault, 2 wrong usage or definition, 3 data refused,
4 disclosure control refused, 5 another run is under way, 6 before the hour of publication,
7 a portal refused, 8 a portal or clock cannot be reached: try again.

First time here? Try:  stocktake run raw/taking-stock-2015
`
