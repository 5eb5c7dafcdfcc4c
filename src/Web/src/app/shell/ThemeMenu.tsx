import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconBrightness, IconCheck, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';

const schemes = [
  ['auto', IconBrightness],
  ['light', IconSun],
  ['dark', IconMoon],
] as const;

export function ThemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const CurrentIcon = schemes.find(([scheme]) => scheme === colorScheme)?.[1] ?? IconBrightness;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon={CurrentIcon} label={`${t('theme.label')}: ${t(`theme.${colorScheme}`)}`} />
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(([scheme, IconMark]) => (
          <Menu.Item
            key={scheme}
            leftSection={<IconMark size={17} stroke={1.75} />}
            rightSection={scheme === colorScheme && <IconCheck size={16} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
