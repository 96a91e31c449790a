import { EXPIRY_CHOICES, type ExpiresIn } from '../../../../shared/expiry.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { untilTime } from '../../../lib/time/format.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { MenuChoice, MenuGroup } from '../../../ui/MenuItem.tsx';
import styles from './ExpiryPicker.module.css';

interface ExpiryPickerProps {
  value: ExpiresIn;
  onChange: (value: ExpiresIn) => void;
}

/** How long the crud will live. */
export function ExpiryPicker({ value, onChange }: ExpiryPickerProps) {
  const chosen = EXPIRY_CHOICES.find((choice) => choice.value === value)!;
  return (
    <Menu
      label="Lifetime"
      triggerLabel={`Fades in ${chosen.label}`}
      triggerClassName={styles.trigger}
      trigger={
        <>
          <Icon name="hourglass" size={18} />
          <span>
            <span className={styles.lead}>Fades in </span>
            {chosen.label}
          </span>
          <Icon name="down" size={16} />
        </>
      }
    >
      <MenuGroup label="Fades in">
        {EXPIRY_CHOICES.map((choice) => (
          <MenuChoice
            key={choice.value}
            chosen={choice.value === value}
            hint={<Until hours={choice.hours} />}
            onSelect={() => onChange(choice.value)}
          >
            {choice.label}
          </MenuChoice>
        ))}
      </MenuGroup>
    </Menu>
  );
}

function Until({ hours }: { hours: number }) {
  return useClock((now) => untilTime(now + hours * 3_600_000, now));
}
