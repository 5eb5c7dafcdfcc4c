import { IconCircleCheck, IconExclamationCircle, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Toasts.module.css';
import { dismissToast, type Toast, toastStore } from './toasts';

const icons = { ok: IconCircleCheck, danger: IconExclamationCircle, info: IconInfoCircle };

const atLeast = 1500;

/** One notice at a time, at the bottom; it waits under the pointer and the focus, and makes room for the next. */
export function Toasts() {
  const first = toastStore((state) => state.queue[0]);
  const isFollowed = toastStore((state) => state.queue.length > 1);
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {first && <ToastView key={first.id} toast={first} isFollowed={isFollowed} />}
    </div>
  );
}

function ToastView({ toast, isFollowed }: { toast: Toast; isFollowed: boolean }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const [shownAt] = useState(() => Date.now());
  const IconMark = icons[toast.tone];

  useEffect(() => {
    if (held && !isFollowed) return;
    const time = isFollowed ? atLeast : toast.action ? 10_000 : 6_000;
    const timer = window.setTimeout(() => dismissToast(toast.id), Math.max(0, shownAt + time - Date.now()));
    return () => window.clearTimeout(timer);
  }, [held, toast, isFollowed, shownAt]);

  const act = () => {
    toast.action?.run();
    dismissToast(toast.id);
  };
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) };

  return (
    <div className={classes.toast} {...hold}>
      <IconMark size={19} stroke={1.75} aria-hidden="true" />
      <span className={classes.text}>{toast.text}</span>
      {toast.action && (
        <button type="button" className={classes.action} onClick={act}>
          {toast.action.label}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={t('do.close')} onClick={() => dismissToast(toast.id)}>
        <IconX size={16} stroke={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
