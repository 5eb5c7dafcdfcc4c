import { Button } from '@mantine/core';
import { IconArrowsExchange, IconCopy, IconEyeCheck, IconEyeOff, IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Member } from '@/api/types';
import { useDateReader } from '@/app/format/useDateReader';
import { exactMoment } from '@/app/format/moments';
import { useMe } from '@/organizations/me';
import { Chip } from '@/ui/Chip';
import { copyText } from '@/ui/copyText';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { PeoplePicker } from '@/ui/PeoplePicker';
import { SkeletonRows } from '@/ui/Skeleton';
import { toast } from '@/ui/toasts';
import { accessQuery, viewersQuery } from '../queries';
import { changeFact, irrelevantFact, reasonFact } from './accessFacts';
import classes from './AccessPane.module.css';
import { accessConsequence, accessSentence } from './accessSentence';
import { FactList } from './FactList';
import { explanationText } from './explanationText';

/** Why one sees this chat: the rule, the facts, what has no effect, and how it came about. */
export function AccessPane({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const me = useMe();
  const reader = useDateReader();
  const [asked, setAsked] = useState<Member[]>([]);
  const person = asked[0];
  const access = useQuery(accessQuery(conversation.id, person?.id));
  const viewers = useQuery(viewersQuery(conversation.id)).data;

  if (access.isError && !access.data) return <ErrorState error={access.error} what={t('what.access')} onRetry={() => void access.refetch()} />;

  const explanation = access.data;
  const others = viewers?.items.filter(({ isClient, memberId }) => !isClient && memberId !== (person?.id ?? me.id)) ?? [];
  const copy = async () => {
    if (explanation && (await copyText(explanationText(explanation, conversation.name, me.id, reader, t)))) toast(t('access.copied'));
  };

  return (
    <>
      <Loading pending={access.isPending} skeleton={<SkeletonRows rows={6} height={48} avatar="none" />}>
        {explanation && (
          <div className={classes.body}>
            <div className={classes.rule} data-sees={explanation.sees || undefined} role="status">
              {explanation.sees ? <IconEyeCheck size={20} stroke={1.75} aria-hidden="true" /> : <IconEyeOff size={20} stroke={1.75} aria-hidden="true" />}
              <div>
                <p className={classes.sentence}>{accessSentence(explanation, me.id, reader, t)}</p>
                <p>{accessConsequence(explanation, me.id, t)}</p>
              </div>
            </div>
            <FactList
              title={t(person ? 'access.opensOther' : 'access.opens')}
              tone="ok"
              icon={IconUserCheck}
              facts={explanation.because.map((reason) => reasonFact(reason, explanation, me.id, reader, t))}
            />
            <FactList title={t('access.irrelevant')} icon={IconUserQuestion} facts={explanation.irrelevant.map((fact) => irrelevantFact(fact, t))} />
            <FactList
              title={t('access.history')}
              icon={IconArrowsExchange}
              facts={explanation.history.map((change) => {
                const { title, hint } = changeFact(change, me.id, t);
                return { title: `${exactMoment(change.at, reader, t)}: ${title}`, hint };
              })}
            />
            {others.length > 0 && (
              <section className={classes.section}>
                <h3 className={classes.title}>{t('access.others')}</h3>
                <div className={classes.chips}>
                  {others.map(({ participantId, displayName, rules }) => (
                    <Chip key={participantId}>{[displayName, rules?.[0] && t(`messages.rule.${rules[0]}`)].filter(Boolean).join(' · ')}</Chip>
                  ))}
                </div>
              </section>
            )}
            {conversation.can.explainForOthers && (
              <section className={classes.section}>
                <PeoplePicker label={t('access.checkOther')} description={t('access.checkOtherHint')} roles={[]} exclude={[]} value={asked} single onChange={setAsked} />
              </section>
            )}
          </div>
        )}
      </Loading>
      <footer className={classes.foot}>
        <Button variant="plain" leftSection={<IconCopy size={17} stroke={1.75} />} disabled={!explanation} onClick={() => void copy()}>
          {t('access.copy')}
        </Button>
      </footer>
    </>
  );
}
