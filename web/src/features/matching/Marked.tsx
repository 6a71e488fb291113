export type Mark = { readonly start: number; readonly end: number }

/** A text with stretches marked, by UTF-16 positions; marks that overlap or touch become one. */
export function Marked(props: { text: string; marks: readonly Mark[] }) {
  return pieces(props.text, props.marks).map((piece) => (piece.marked ? <mark key={piece.start}>{piece.text}</mark> : piece.text))
}

export function pieces(text: string, marks: readonly Mark[]) {
  const found: { start: number; text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of merged(marks, text.length)) {
    if (start > at) found.push({ start: at, text: text.slice(at, start), marked: false })
    found.push({ start, text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) found.push({ start: at, text: text.slice(at), marked: false })
  return found
}

function merged(marks: readonly Mark[], length: number): Mark[] {
  const inside = marks.map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) })).filter(({ start, end }) => start < end)
  const result: Mark[] = []
  for (const mark of inside.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && mark.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
    else result.push(mark)
  }
  return result
}
