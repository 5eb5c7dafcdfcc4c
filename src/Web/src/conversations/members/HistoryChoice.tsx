import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Conversation, History } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import classes from './HistoryChoice.module.css';

type HistoryChoiceProps = { conversation: Conversation; value: History; onChange: (value: History) => void };

export function HistoryChoice({ conversation, value, onChange }: HistoryChoiceProps) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const since = conversation.firstNumber === 1 ? t('addPeople.allSince', { date: longDay(conversation.createdAt, reader) }) : t('addPeople.allHint');
  const choices: { value: History; label: string; hint: string }[] = [
    { value: 'all', label: t('addPeople.all'), hint: since },
    { value: 'fromNow', label: t('addPeople.fromNow'), hint: t('addPeople.fromNowHint') },
  ];

  return (
    <Radio.Group aria-label={t('addPeople.history')} value={value} onChange={(next) => onChange(next)}>
      <div className={classes.choices}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
            classNames={{ root: classes.choice, body: classes.body, labelWrapper: classes.text, label: classes.name, description: classes.hint }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
