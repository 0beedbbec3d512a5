/**
 * The name of a survey from the name of its export: without the ending, and without what platforms add: the
 * numbers of the responses (Microsoft Forms), "(Responses)" (Google Forms), the time of the download
 * (Qualtrics, KoboToolbox). A file that is named so and nothing else keeps its name.
 */
export function surveyName(file: string): string {
  const name = file.replace(/\.[^.]*$/, '')
  const own = ADDED.reduce((rest, added) => rest.replace(added, ''), name).trim()
  return own === '' ? name : own
}

const ADDED = [
  // Google's sheet name, and a browser's "(1)" for a second download, stand last.
  / - Form responses \d+$/i,
  / ?\(\d+\)$/,
  / ?\(\d+-\d+\)$/,
  / ?\(Responses\)$/i,
  /_[A-Z][a-z]+ \d{1,2}, \d{4}_\d{1,2}\.\d{2}$/,
  / - (?:all versions|latest version) - .* - \d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}$/,
]
