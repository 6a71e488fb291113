import { expect, test } from 'vitest'
import { pieces } from './Marked'

test('given marks that overlap, touch or leave the text, then the pieces put together are the text again', () => {
  const text = '跨境支付系统开发'
  const marks = [{ start: 2, end: 4 }, { start: 0, end: 2 }, { start: 3, end: 5 }, { start: 7, end: 99 }, { start: 6, end: 6 }]

  const found = pieces(text, marks)

  expect(found.map((piece) => piece.text).join('')).toBe(text)
  expect(found.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['跨境支付系', '发'])
})
