import { useStore } from '../../lib/store/create-store.ts';
import { MenuChoice, MenuGroup } from '../../ui/MenuItem.tsx';
import { chooseTheme, theme } from './theme.ts';

/** Light, dark or as the system has it; for a menu. */
export function ThemeChoices() {
  const chosen = useStore(theme);
  return (
    <MenuGroup label="Theme">
      <MenuChoice icon="system" chosen={chosen === 'system'} onSelect={() => chooseTheme('system')}>
        As the system
      </MenuChoice>
      <MenuChoice icon="sun" chosen={chosen === 'light'} onSelect={() => chooseTheme('light')}>
        Light
      </MenuChoice>
      <MenuChoice icon="moon" chosen={chosen === 'dark'} onSelect={() => chooseTheme('dark')}>
        Dark
      </MenuChoice>
    </MenuGroup>
  );
}
