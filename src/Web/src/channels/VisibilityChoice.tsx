import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelVisibility } from '@/api/types';
import classes from '@/conversations/members/HistoryChoice.module.css';

const choices: ChannelVisibility[] = ['private', 'public'];

export function VisibilityChoice({ value, onChange }: { value: ChannelVisibility; onChange: (value: ChannelVisibility) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group aria-label={t('channels.visibility.label')} value={value} onChange={(next) => onChange(next)}>
      <div className={classes.choices}>
        {choices.map((choice) => (
          <Radio
            key={choice}
            value={choice}
            label={t(`channels.visibility.${choice}`)}
            description={t(`channels.visibility.${choice}Hint`)}
            classNames={{ root: classes.choice, body: classes.body, labelWrapper: classes.text, label: classes.name, description: classes.hint }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
