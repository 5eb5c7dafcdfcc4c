import { IconArrowRight, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FinalMark } from '@/api/types';
import { Chip } from '@/ui/Chip';
import classes from './Finals.module.css';

/** Green on what counts; grey on what has been replaced, with the way to what counts. */
export function FinalTag({ final, name, conversationId }: { final: FinalMark; name: string; conversationId?: string | undefined }) {
  const { t } = useTranslation();
  if (final.isCurrent) {
    return (
      <Chip tone="ok" icon={IconRosetteDiscountCheck}>
        {t('finals.tag')}
      </Chip>
    );
  }
  return (
    <>
      <Chip>{t('finals.former')}</Chip>
      {final.supersededBy && conversationId && (
        <Link
          to="/c/$conversationId/m/$number"
          params={{ conversationId, number: String(final.supersededBy.number) }}
          className={classes.newer}
          aria-label={t('finals.newer', { name })}
          title={t('finals.newer', { name })}
        >
          <IconArrowRight size={15} stroke={1.75} aria-hidden="true" />
        </Link>
      )}
    </>
  );
}
