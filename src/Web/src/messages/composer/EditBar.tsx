import { IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import classes from './ReplyBar.module.css';

type EditBarProps = { before: string; problem: string | undefined; onCancel: () => void };

export function EditBar({ before, problem, onCancel }: EditBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <IconPencil size={17} stroke={1.75} aria-hidden="true" />
      <div className={classes.lines}>
        <span className={classes.name}>{t('messages.editing')}</span>
        {problem ? (
          <span className={classes.problem} role="alert">
            {problem}
          </span>
        ) : (
          <span className={classes.text}>{before}</span>
        )}
      </div>
      <IconButton icon={IconX} iconSize={16} size={30} label={t('messages.editCancel')} hint="Esc" onClick={onCancel} />
    </div>
  );
}
