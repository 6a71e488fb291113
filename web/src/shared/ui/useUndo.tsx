import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFeedback } from './feedback'

let shown = 0

/** Says what was done, with a way back for ten seconds: instead of asking before. */
export function useUndo() {
  const { message } = useFeedback()
  const { t } = useTranslation()
  return (what: string, undo: () => void) => {
    const key = `undo-${++shown}`
    const back = () => {
      message.destroy(key)
      undo()
    }
    message.open({
      key,
      type: 'success',
      duration: 10,
      content: (
        <>
          {what} <Button type="link" size="small" onClick={back}>{t('action.undo')}</Button>
        </>
      ),
    })
  }
}
