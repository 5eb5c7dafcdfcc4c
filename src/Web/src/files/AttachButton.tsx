import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '@/app/useLayout';
import { IconButton } from '@/ui/IconButton';
import { addFiles } from './uploads';

export function AttachButton({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const field = useRef<HTMLInputElement>(null);

  return (
    <>
      <IconButton icon={IconPaperclip} iconSize={20} size={phone ? 44 : 36} label={t('files.attach')} onClick={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-attach
        aria-label={t('files.attach')}
        onChange={({ currentTarget }) => {
          addFiles(conversationId, Array.from(currentTarget.files ?? []));
          currentTarget.value = '';
        }}
      />
    </>
  );
}
