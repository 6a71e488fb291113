import { useMemo } from 'react'

/** A passage as the search marks it: escaped for HTML, found words between `<em>` and `</em>`. Nothing else becomes markup. */
export function Highlighted(props: { passage: string }) {
  const parts = useMemo(() => partsOf(props.passage), [props.passage])
  return parts.map((part, index) => (part.found ? <em key={index} className="hit">{part.text}</em> : part.text))
}

function partsOf(passage: string) {
  const { body } = new DOMParser().parseFromString(passage, 'text/html')
  return Array.from(body.childNodes, (node) => ({ found: node.nodeName === 'EM', text: node.textContent ?? '' }))
}
