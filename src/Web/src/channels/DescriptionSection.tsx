import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelDescription, Conversation } from '@/api/types';
import { ErrorState } from '@/ui/ErrorState';
import { IconButton } from '@/ui/IconButton';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import classes from './Description.module.css';
import { DescriptionFacts } from './DescriptionFacts';
import { DescriptionForm } from './DescriptionForm';
import { descriptionQuery } from './descriptionQuery';

/** What the channel is about, changed where it stands. */
export function DescriptionSection({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const description = useQuery(descriptionQuery(conversation.id));
  const [editing, setEditing] = useState(false);
  const mayEdit = conversation.can.describe;
  const isEmpty = description.data !== undefined && !hasSomething(description.data.value);
  if (isEmpty && !mayEdit) return null;

  return (
    <section className={classes.section} aria-labelledby="about-channel">
      <div className={classes.head}>
        <h3 id="about-channel" className={classes.title}>
          {t('channels.description.title')}
        </h3>
        {mayEdit && !editing && !isEmpty && description.data && (
          <IconButton icon={IconPencil} iconSize={16} size={28} label={t('channels.description.edit')} onClick={() => setEditing(true)} />
        )}
      </div>
      {description.isError && !description.data ? (
        <ErrorState error={description.error} what={t('what.chat')} onRetry={() => void description.refetch()} />
      ) : (
        <Loading pending={description.isPending} skeleton={<SkeletonRows rows={2} height={28} avatar="none" />}>
          {description.data && editing ? (
            <DescriptionForm conversation={conversation} saved={description.data} onDone={() => setEditing(false)} />
          ) : (
            description.data && (
              <>
                {isEmpty ? (
                  <p className={classes.none}>
                    {t('channels.description.none')}
                    <Button variant="default" size="xs" onClick={() => setEditing(true)}>
                      {t('channels.description.add')}
                    </Button>
                  </p>
                ) : (
                  <DescriptionFacts description={description.data.value} />
                )}
              </>
            )
          )}
        </Loading>
      )}
    </section>
  );
}

function hasSomething({ responsibleMemberId, work, startsOn, endsOn, summary, text }: ChannelDescription): boolean {
  return [responsibleMemberId, work, startsOn, endsOn, summary, text].some(Boolean);
}
