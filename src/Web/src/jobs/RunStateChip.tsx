import { IconArchive, IconCircleCheck, IconExclamationCircle, type Icon, IconLoader2, IconPlayerPause, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RunState } from '@/api/types';
import { Chip, type Tone } from '@/ui/Chip';

export type ShownState = RunState | 'paused' | 'never';

const looks: Record<ShownState, [Tone, Icon]> = {
  queued: ['info', IconStack2],
  running: ['info', IconLoader2],
  succeeded: ['ok', IconCircleCheck],
  failed: ['danger', IconExclamationCircle],
  parked: ['warn', IconArchive],
  paused: ['neutral', IconPlayerPause],
  never: ['neutral', IconLoader2],
};

export function RunStateChip({ state }: { state: ShownState }) {
  const { t } = useTranslation();
  const [tone, icon] = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`jobs.state.${state}`)}
    </Chip>
  );
}
