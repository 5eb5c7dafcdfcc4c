import { IconUser, IconUsers } from '@tabler/icons-react';
import { Chip } from '@/ui/Chip';

export function ClientCount({ count }: { count: number }) {
  return (
    <Chip tone="client" icon={count > 1 ? IconUsers : IconUser}>
      {count}
    </Chip>
  );
}
