import { message as messages, notification as notifications } from 'antd'
import type { MessageInstance } from 'antd/es/message/interface'
import type { NotificationInstance } from 'antd/es/notification/interface'
import { createContext, type ReactNode, use, useMemo } from 'react'

type FeedbackValue = { readonly message: MessageInstance; readonly notification: NotificationInstance }

const FeedbackContext = createContext<FeedbackValue | null>(null)

/** Short messages and toasts. Antd's own `App` would bring its dialogs to the first page as well. */
export function Feedback(props: { children: ReactNode }) {
  const [message, messageHolder] = messages.useMessage()
  const [notification, notificationHolder] = notifications.useNotification()
  const value = useMemo(() => ({ message, notification }), [message, notification])
  return (
    <FeedbackContext value={value}>
      {messageHolder}
      {notificationHolder}
      {props.children}
    </FeedbackContext>
  )
}

export function useFeedback(): FeedbackValue {
  const value = use(FeedbackContext)
  if (value === null) throw new Error('useFeedback stands outside of Feedback')
  return value
}
