import type { FormInstance } from 'antd'

type Refusal = { readonly message: string; readonly path: readonly string[] }

/**
 * Puts each refusal at the field that its path names, and gives back the messages that belong to no field.
 * A path into a list or a group that the form shows as one field lands on that field.
 */
export function showErrors(form: Pick<FormInstance, 'getFieldInstance' | 'setFields' | 'scrollToField'>, errors: readonly Refusal[]): string[] {
  const byField = new Map<string, { name: string[]; messages: string[] }>()
  const rest: string[] = []
  for (const { message, path } of errors) {
    const name = fieldOf(form, path)
    if (name === null) rest.push(message)
    else byField.set(name.join('.'), { name, messages: [...(byField.get(name.join('.'))?.messages ?? []), message] })
  }
  const fields = [...byField.values()]
  form.setFields(fields.map(({ name, messages }) => ({ name, errors: messages })))
  if (fields[0]) form.scrollToField(fields[0].name, { focus: true })
  return rest
}

function fieldOf(form: Pick<FormInstance, 'getFieldInstance'>, path: readonly string[]): string[] | null {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length)
    if (form.getFieldInstance(name)) return name
  }
  return null
}
