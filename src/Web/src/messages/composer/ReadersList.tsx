import { useTranslation } from 'react-i18next';
import type { Viewer, Viewers } from '@/api/types';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { areGuests } from './readers';
import classes from './ReadersList.module.css';

export function ReadersList({ viewers }: { viewers: Viewers }) {
  const { t } = useTranslation();
  const me = useMe();
  const isGuest = me.role === 'guest';
  const clients = viewers.items.filter(({ isClient }) => isClient);
  const company = viewers.items.filter(({ isClient }) => !isClient);

  return (
    <div className={classes.list}>
      <ReadersGroup title={t(areGuests(clients) ? 'messages.reads.guestsGroup' : 'messages.reads.clientsGroup')} people={clients} meId={me.id} isClient />
      <ReadersGroup title={t(isGuest ? 'messages.reads.teamGroup' : 'messages.reads.employeesGroup')} people={company} meId={me.id} />
      {viewers.oversight && <p className={classes.note}>{t('messages.reads.oversightNote')}</p>}
    </div>
  );
}

type ReadersGroupProps = { title: string; people: Viewer[]; meId: string; isClient?: boolean };

function ReadersGroup({ title, people, meId, isClient = false }: ReadersGroupProps) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <section aria-label={title}>
      <p className={classes.title} data-client={isClient || undefined}>
        {title} <span className={classes.count}>{people.length}</span>
      </p>
      <ul>
        {people.map((person) => (
          <li key={person.participantId} className={classes.person}>
            <Avatar id={person.participantId} name={person.displayName} url={person.avatarUrl} size={24} isClient={person.isClient} />
            <span className={classes.name}>{person.displayName}</span>
            <span className={classes.rules}>
              {[person.participantId === meId ? t('messages.you') : '', ...(person.rules ?? []).map((rule) => t(`messages.rule.${rule}`))].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
