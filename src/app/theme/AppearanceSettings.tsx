import { useStore } from '../../lib/store/create-store.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { Option, OptionList } from '../../ui/OptionList.tsx';
import { chooseTheme, theme, type Theme } from './theme.ts';
import styles from './AppearanceSettings.module.css';

const CHOICES: readonly { value: Theme; label: string; about: string; icon: IconName }[] = [
  {
    value: 'system',
    label: 'As the system',
    about: 'Light by day, dark by night, if your device does so',
    icon: 'system',
  },
  { value: 'light', label: 'Light', about: 'Ink on warm paper', icon: 'sun' },
  { value: 'dark', label: 'Dark', about: 'For the evening', icon: 'moon' },
];

/** The theme, as a section of the settings. It is kept in this browser. */
export function AppearanceSettings() {
  const chosen = useStore(theme);
  return (
    <OptionList legend="Theme of this browser" className={styles.themes}>
      {CHOICES.map(({ value, label, about, icon }) => (
        <Option key={value} label={label} about={about} icon={icon}>
          <input type="radio" name="theme" checked={value === chosen} onChange={() => chooseTheme(value)} />
        </Option>
      ))}
    </OptionList>
  );
}
