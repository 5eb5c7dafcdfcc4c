import { IconCalendar, IconFile, type Icon, IconMessage2, IconPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { History, JoinPreview } from '@/api/types';
import { longDay, shortDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useWords } from '@/app/i18n/useWords';
import { Avatar } from '@/ui/Avatar';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { Notice } from '@/ui/Notice';
import { Bone } from '@/ui/Skeleton';
import { conversationKeys } from '../keys';
import classes from './JoinPreviewView.module.css';

type JoinPreviewViewProps = { conversationId: string; memberId: string; history: History; isGuest: boolean };

export function JoinPreviewView({ conversationId, memberId, history, isGuest }: JoinPreviewViewProps) {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: conversationKeys.joinPreview(conversationId, memberId, history),
    queryFn: ({ signal }) => api.get<JoinPreview>(`/conversations/${conversationId}/members/${memberId}/preview`, { signal, query: { history } }),
    staleTime: 0,
  });

  if (preview.isError) return <ErrorState error={preview.error} what={t('what.preview')} onRetry={() => void preview.refetch()} />;
  return (
    <Loading pending={preview.isPending} skeleton={<Bone width="100%" height={120} radius={12} />}>
      {preview.data && (
        <section className={classes.preview} aria-live="polite">
          <h3 className={classes.title}>{t(isGuest ? 'addPeople.sees' : 'addPeople.seesOther')}</h3>
          <Tiles preview={preview.data} />
          <Authors preview={preview.data} />
          {isGuest && history === 'all' && preview.data.withoutGuests && <WithoutGuests stretch={preview.data.withoutGuests} />}
        </section>
      )}
    </Loading>
  );
}

function Tiles({ preview }: { preview: JoinPreview }) {
  const { t } = useTranslation();
  const words = useWords();
  const reader = useDateReader();
  const { messages, files, pins, since } = preview;
  return (
    <div className={classes.tiles}>
      <Tile icon={IconMessage2} figure={words.number(messages)} label={t('addPeople.messages', { count: messages })} />
      {files > 0 && <Tile icon={IconFile} figure={words.number(files)} label={t('addPeople.files', { count: files })} />}
      {pins > 0 && <Tile icon={IconPin} figure={words.number(pins)} label={t('addPeople.pins', { count: pins })} />}
      <Tile icon={IconCalendar} figure={since ? shortDay(since, reader) : '–'} label={t(since ? 'addPeople.first' : 'addPeople.none')} />
    </div>
  );
}

function Tile({ icon: IconMark, figure, label }: { icon: Icon; figure: string; label: string }) {
  return (
    <div className={classes.tile}>
      <p className={classes.figure}>
        <IconMark size={17} stroke={1.75} aria-hidden="true" />
        {figure}
      </p>
      <p className={classes.label}>{label}</p>
    </div>
  );
}

function Authors({ preview: { authors } }: { preview: JoinPreview }) {
  const { t } = useTranslation();
  const words = useWords();
  const most = Math.max(1, ...authors.map(({ messages }) => messages));
  if (authors.length === 0) return null;
  return (
    <>
      <h3 className={classes.title}>{t('addPeople.authors')}</h3>
      <ul className={classes.authors}>
        {authors.map((author) => (
          <li key={author.participantId} className={classes.author}>
            <Avatar id={author.participantId} name={author.displayName} size={24} isClient={author.isClient} />
            <span className={classes.name}>{author.displayName}</span>
            <span className={classes.bar} aria-hidden="true">
              <span style={{ width: `${Math.max(2, (author.messages / most) * 100)}%` }} data-client={author.isClient || undefined} />
            </span>
            <span className={classes.number}>{words.number(author.messages)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function WithoutGuests({ stretch }: { stretch: NonNullable<JoinPreview['withoutGuests']> }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const dates = t('addPeople.between', { since: longDay(stretch.since, reader), until: longDay(stretch.until, reader) });
  return (
    <Notice tone="warn">
      <b>{t('addPeople.warn')}</b> {t('addPeople.warnText', { dates, count: stretch.messages })}
    </Notice>
  );
}
