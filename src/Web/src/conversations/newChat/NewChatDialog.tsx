import { Button, SegmentedControl } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelVisibility, Member } from '@/api/types';
import { fieldProblems } from '@/app/problemText';
import { VisibilityChoice } from '@/channels/VisibilityChoice';
import { useMe } from '@/organizations/me';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { PeoplePicker } from '@/ui/PeoplePicker';
import { NamingField } from '@/naming/NamingField';
import { useNameCheck } from '@/naming/useNameCheck';
import { useOpenDirect } from '../useOpenDirect';
import { ConventionParts } from './ConventionParts';
import classes from './NewChatDialog.module.css';
import type { NewChatKind } from './newChatStore';
import { useChatName } from './useChatName';
import { useCreateChat } from './useCreateChat';
import { useWillRead } from './useWillRead';

type NewChatDialogProps = { people?: Member[]; kind?: NewChatKind; onClose: () => void };

export function NewChatDialog({ people: startWith = [], kind: startAs = 'group', onClose }: NewChatDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [kind, setKind] = useState<NewChatKind>(startAs);
  const [visibility, setVisibility] = useState<ChannelVisibility>('private');
  const [people, setPeople] = useState<Member[]>(startWith);
  const [tried, setTried] = useState(false);
  const naming = useChatName(people);
  const check = useNameCheck(naming.name, { convention: naming.convention?.id, context: { memberIds: [me.id, ...people.map(({ id }) => id)] } });
  const create = useCreateChat(onClose);
  const direct = useOpenDirect();
  const reads = useWillRead(people);

  const isDirect = kind === 'direct';
  const isChannel = kind === 'channel';
  const hasClients = people.some(({ isClient }) => isClient);
  const chosen = isDirect ? people.slice(0, 1) : people;
  const missing = tried && !isChannel && chosen.length === 0 ? t('newChat.needPeople') : undefined;
  const submit = () => {
    setTried(true);
    const [first] = chosen;
    const memberIds = people.map(({ id }) => id);
    if (isChannel) {
      if (!check.blocked && naming.name.trim()) create.mutate({ name: naming.name.trim(), memberIds, visibility });
      return;
    }
    if (!first) return;
    if (isDirect) direct.mutate(first.id, { onSuccess: onClose });
    else if (!check.blocked) create.mutate({ name: naming.name.trim(), memberIds });
  };

  return (
    <Dialog
      title={t(isChannel ? 'channels.new' : hasClients && !isDirect ? 'chats.newClient' : 'chats.new')}
      width={640}
      onClose={onClose}
      onSubmit={submit}
      footnote={
        !isDirect &&
        people.length > 0 &&
        !(isChannel && visibility === 'public') && (
          <span className={classes.reads} data-client={hasClients || undefined}>
            {hasClients ? <IconEye size={16} stroke={1.75} aria-hidden="true" /> : <IconLock size={16} stroke={1.75} aria-hidden="true" />}
            {reads}
          </span>
        )
      }
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || direct.isPending} disabled={!isDirect && check.blocked}>
            {t(isDirect ? 'newChat.openDirect' : isChannel ? 'channels.create' : 'chats.create')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        aria-label={t('newChat.kind')}
        value={kind}
        data={[
          { value: 'group', label: t('newChat.group') },
          { value: 'direct', label: t('newChat.direct') },
          { value: 'channel', label: t('channels.kind') },
        ]}
        onChange={(value) => setKind(value)}
        className={classes.kind}
      />
      {isChannel && <VisibilityChoice value={visibility} onChange={setVisibility} />}
      <PeoplePicker
        key={isDirect ? 'direct' : 'many'}
        label={t(isDirect ? 'newChat.whoDirect' : isChannel ? 'channels.who' : 'newChat.who')}
        roles={[]}
        exclude={[me.id]}
        value={chosen}
        single={isDirect}
        error={missing ?? fieldProblems(create.error).memberIds}
        onChange={setPeople}
      />
      {!isDirect && (
        <>
          <ConventionParts naming={naming} people={people} />
          <NamingField
            value={naming.name}
            onChange={naming.write}
            check={check.result}
            latest={check.latest}
            listLength={naming.listLength}
            error={fieldProblems(create.error).name}
          />
        </>
      )}
      <FormProblem error={create.error ?? direct.error} fields={['name', 'memberIds']} />
    </Dialog>
  );
}
