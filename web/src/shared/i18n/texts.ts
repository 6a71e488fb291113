import type { en } from './en'

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> }

/** What every language has to say: the keys of the English texts. */
export type Texts = Widened<typeof en>
