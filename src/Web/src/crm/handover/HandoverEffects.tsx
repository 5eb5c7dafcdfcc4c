import { IconEye, IconEyeOff, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HandoverChat, HandoverPreview } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { Notice } from '@/ui/Notice';
import classes from './HandoverDialog.module.css';

const listedAtMost = 5;

/** Two cards side by side: who gains sight, who loses it; below them what stays and why. */
export function HandoverEffects({ preview: { gains, loses, keeps }, to }: { preview: HandoverPreview; to: string }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite" className={classes.effects}>
      <div className={classes.two}>
        <EffectCard
          icon={IconEye}
          tone="ok"
          title={gains.length > 0 ? t('crm.handover.gains', { name: to, count: gains.length }) : t('crm.handover.gainsNone', { name: to })}
          chats={gains}
          note={gains.length > 0 ? t('crm.handover.gainsNote') : undefined}
        />
        {loses.length === 0 && <EffectCard icon={IconEyeOff} tone="neutral" title={t('crm.handover.losesNone')} chats={[]} />}
        {loses.map(({ member, conversations }) => (
          <EffectCard
            key={member.memberId}
            icon={IconEyeOff}
            tone="danger"
            title={t('crm.handover.loses', { name: member.displayName, count: conversations.length })}
            chats={conversations}
            note={t('crm.handover.losesNote')}
          />
        ))}
      </div>
      {keeps.length > 0 && (
        <Notice tone="info">
          <b>{t('crm.handover.keeps')}</b>
          {keeps.map(({ member, conversation, rules }) => (
            <span key={member.memberId + conversation.id} className={classes.kept}>
              {t('crm.handover.keepsOne', { chat: conversation.name, name: member.displayName, why: rules.map((rule) => t(`messages.rule.${rule}`)).join(', ') })}
            </span>
          ))}
        </Notice>
      )}
    </div>
  );
}

type EffectCardProps = { icon: Icon; tone: 'ok' | 'danger' | 'neutral'; title: string; chats: HandoverChat[]; note?: string | undefined };

function EffectCard({ icon: IconMark, tone, title, chats, note }: EffectCardProps) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const rest = chats.length - listedAtMost;
  return (
    <section className={classes.card}>
      <h3 className={classes.title} data-tone={tone}>
        <IconMark size={18} stroke={1.75} aria-hidden="true" />
        {title}
      </h3>
      <ul className={classes.chats}>
        {chats.slice(0, listedAtMost).map((chat) => (
          <li key={chat.id} className={classes.chat}>
            <ConversationAvatar conversation={{ ...chat, isClientChat: true }} size={32} />
            <span className={classes.lines}>
              <span className={classes.name}>{chat.name}</span>
              <span className={classes.fact}>{t('crm.handover.messages', { count: chat.messages, date: longDay(chat.since, reader) })}</span>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={classes.fact}>{t('crm.handover.moreChats', { count: rest })}</p>}
      {note && <p className={classes.fact}>{note}</p>}
    </section>
  );
}
