import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { patternWords } from '@/naming/patternWords';
import { useMe } from '@/organizations/me';
import classes from './NewChatDialog.module.css';
import type { ChatNaming } from './useChatName';

/** The patterns of the organization, and the parts of the chosen one. */
export function ConventionParts({ naming, people }: { naming: ChatNaming; people: Member[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const { conventions, convention, parts } = naming;
  if (!convention) return null;

  const employees = [{ value: me.id, label: me.displayName }, ...people.filter(({ isClient }) => !isClient).map(({ id, displayName }) => ({ value: id, label: displayName }))];
  return (
    <div className={classes.conventions}>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('newChat.convention')}</legend>
        <div className={classes.patterns}>
          {conventions.map(({ id, pattern }) => (
            <button key={id} type="button" className={classes.pattern} aria-pressed={id === convention.id} onClick={() => naming.choose(id)}>
              {patternWords(pattern, t)}
            </button>
          ))}
        </div>
      </fieldset>
      <div className={classes.parts}>
        {convention.parts.map((part) =>
          part === 'responsible' ? (
            <Select
              key={part}
              label={t('newChat.part.responsible')}
              data={employees}
              value={naming.responsibleId}
              allowDeselect={false}
              onChange={(value) => value && naming.answer(value)}
            />
          ) : (
            <TextInput
              key={part}
              label={t(`newChat.part.${part}`)}
              value={parts[part]}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => naming.fill(part, event.currentTarget.value)}
            />
          ),
        )}
      </div>
    </div>
  );
}
