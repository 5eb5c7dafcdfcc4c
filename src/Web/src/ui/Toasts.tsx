import { IconCircleCheck, IconExclamationCircle, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Toasts.module.css';
import { dismissToast, type Toast, toastStore } from './toasts';

const icons = { ok: IconCircleCheck, danger: IconExclamationCircle, info: IconInfoCircle };

/** One notice at a time, at the bottom; it waits under the pointer and the focus. */
export function Toasts() {
  const first = toastStore((state) => state.queue[0]);
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {first && <ToastView key={first.id} toast={first} />}
    </div>
  );
}

function ToastView({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const IconMark = icons[toast.tone];

  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => dismissToast(toast.id), toast.action ? 10_000 : 6_000);
    return () => window.clearTimeout(timer);
  }, [held, toast]);

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
