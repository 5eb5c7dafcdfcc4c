import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './AwaitedOfYou.module.css';
import { DecisionList } from './DecisionList';
import { chatDecisionsQuery } from './decisionsQuery';

/** What a guest is to decide in this chat; nothing where nothing waits. */
export function AwaitedOfYou({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const own = useInfiniteQuery(chatDecisionsQuery(conversationId, false)).data?.pages.flatMap((page) => page.items.filter((item) => item.own)) ?? [];
  if (own.length === 0) return null;
  return (
    <section className={classes.awaited}>
      <h3 className={classes.title}>{t('decisions.ofYou')}</h3>
      <DecisionList items={own} label={t('decisions.ofYou')} inChat />
    </section>
  );
}
