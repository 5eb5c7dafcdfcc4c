import { IconChevronDown, IconMessage, IconRosetteDiscountCheckOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, FinalFile } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useMe } from '@/organizations/me';
import { IconButton } from '@/ui/IconButton';
import { FileCard } from '../FileCard';
import { FileViewer } from '../FileViewer';
import { shownInViewer } from '../shown';
import classes from './Finals.module.css';
import { finalsQuery } from './finalsQuery';
import { useMarkingFinal } from './useMarkingFinal';

/** What is final in a conversation now, each with the versions before it. Nothing where nothing is final. */
export function FinalShelf({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const me = useMe();
  const finals = useQuery(finalsQuery(conversation.id)).data ?? [];
  const [open, setOpen] = useState<FinalFile>();
  const marking = useMarkingFinal(conversation.id);
  if (finals.length === 0) return null;

  return (
    <section className={classes.shelf} aria-labelledby="final-files">
      <h3 id="final-files" className={classes.title}>
        {t('finals.title')}
      </h3>
      {me.role === 'guest' && <p className={classes.note}>{t('finals.guestNote')}</p>}
      <ul className={classes.list}>
        {finals.map((one) => (
          <li key={`${one.number}.${one.file.id}`}>
            <Line one={one} conversation={conversation} onOpen={setOpen} onUnmark={conversation.can.markFinal ? () => marking.unmark(one.number, one.file) : undefined} />
            {one.former.length > 0 && <Former versions={one.former} conversation={conversation} onOpen={setOpen} />}
          </li>
        ))}
      </ul>
      {marking.dialog}
      {open && <FileViewer files={[open.file]} start={open.file.id} author={open.author?.displayName ?? ''} at={open.createdAt} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

type LineProps = { one: FinalFile; conversation: Conversation; onOpen: (one: FinalFile) => void; onUnmark?: (() => void) | undefined };

function Line({ one, conversation, onOpen, onUnmark }: LineProps) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const { file, number } = one;
  return (
    <div className={classes.line}>
      <FileCard
        file={file}
        note={[file.final?.by?.displayName, file.final && longDay(file.final.at, reader)].filter(Boolean).join(', ')}
        onOpen={shownInViewer(file) ? () => onOpen(one) : undefined}
        untagged
      />
      <span className={classes.acts}>
        <Link to="/c/$conversationId/m/$number" params={{ conversationId: conversation.id, number: String(number) }} className={classes.to} aria-label={`${t('files.toMessage')}: ${file.name}`} title={t('files.toMessage')}>
          <IconMessage size={18} stroke={1.75} aria-hidden="true" />
        </Link>
        {onUnmark && <IconButton icon={IconRosetteDiscountCheckOff} iconSize={18} size={32} label={t('finals.unmarkNamed', { name: file.name })} onClick={onUnmark} />}
      </span>
    </div>
  );
}

function Former({ versions, conversation, onOpen }: { versions: FinalFile[]; conversation: Conversation; onOpen: (one: FinalFile) => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <div className={classes.former}>
      <button type="button" className={classes.more} aria-expanded={shown} onClick={() => setShown(!shown)}>
        <IconChevronDown size={15} stroke={1.75} aria-hidden="true" />
        {t('finals.showFormer', { count: versions.length })}
      </button>
      {shown && (
        <ul className={classes.list}>
          {versions.map((one) => (
            <li key={`${one.number}.${one.file.id}`}>
              <Line one={one} conversation={conversation} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
