/**
 * Search as you type, run in the reader's browser. Every word must be found, in titles, descriptions, publishers, or in
 * the lines of tables and themes; capitals and accents do not count. The words stand in the address, so that a search
 * can be passed on. What was found is told once, when the typing pauses.
 */
export const SEARCH_SCRIPT = `(() => {
  const byId = (id) => document.getElementById(id)
  const box = byId('words'), told = byId('found')
  const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
  const consultations = [...document.querySelectorAll('.consultation')].map((item) => ({
    item,
    head: fold([...item.querySelectorAll(':scope > h2, :scope > .description, :scope > dl')].map((part) => part.textContent).join(' ')),
    contents: item.querySelector('.contents'),
    lines: [...item.querySelectorAll('.contents li')].map((line) => ({ line, text: fold(line.textContent) })),
  }))
  let pause
  const show = () => {
    const words = fold(box.value).split(/\\s+/).filter(Boolean)
    let count = 0
    for (const { item, head, contents, lines } of consultations) {
      const wanted = words.filter((word) => !head.includes(word))
      const found = wanted.every((word) => lines.some(({ text }) => text.includes(word)))
      item.hidden = !found
      if (!found) continue
      count += 1
      for (const { line, text } of lines) line.hidden = wanted.length > 0 && !wanted.some((word) => text.includes(word))
      if (contents) contents.open = wanted.length > 0
    }
    clearTimeout(pause)
    pause = setTimeout(() => {
      const { one, many, none } = told.dataset
      told.textContent = count === 0 ? none : count === 1 ? one : many.replace('#', count)
    }, 250)
  }
  const inAddress = () => /^#search=(.*)$/.exec(location.hash)?.[1]
  const fromAddress = () => {
    const words = inAddress()
    if (words === undefined) return
    try { box.value = decodeURIComponent(words) } catch { return }
    show()
  }
  box.addEventListener('input', () => {
    show()
    history.replaceState(null, '', box.value.trim() === '' ? '#' : '#search=' + encodeURIComponent(box.value.trim()))
  })
  addEventListener('hashchange', fromAddress)
  byId('search').hidden = false
  fromAddress()
})()`
