import { useStore } from '../../lib/store/create-store.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
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
    <fieldset className={styles.choices}>
      <legend>Theme of this browser</legend>
      {CHOICES.map(({ value, label, about, icon }) => (
        <label key={value} className={styles.choice}>
          <Icon name={icon} />
          <span className={styles.words}>
            {label}
            <span className={styles.about}>{about}</span>
          </span>
          <input type="radio" name="theme" checked={value === chosen} onChange={() => chooseTheme(value)} />
        </label>
      ))}
    </fieldset>
  );
}
