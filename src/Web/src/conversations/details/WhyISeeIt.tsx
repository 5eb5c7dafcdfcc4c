import { IconEyeCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDateReader } from '@/app/format/useDateReader';
import { useMe } from '@/organizations/me';
import { accessSentence } from '../access/accessSentence';
import { accessQuery } from '../queries';
import classes from './AboutPane.module.css';

export function WhyISeeIt({ conversationId, onMore }: { conversationId: string; onMore: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const reader = useDateReader();
  const access = useQuery(accessQuery(conversationId)).data;
  if (!access) return null;
  return (
    <div className={classes.why}>
      <IconEyeCheck size={19} stroke={1.75} aria-hidden="true" />
      <div>
        <p>{accessSentence(access, me.id, reader, t)}</p>
        <button type="button" className={classes.more} onClick={onMore}>
          {t('access.more')}
        </button>
      </div>
    </div>
  );
}
