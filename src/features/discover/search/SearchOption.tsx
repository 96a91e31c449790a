import { Avatar } from '../../../ui/Avatar.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import type { Option } from './use-options.ts';
import styles from './SearchBox.module.css';

const ICONS: Record<Exclude<Option['kind'], 'person'>, IconName> = {
  search: 'search',
  recent: 'clock',
  tag: 'hash',
};

interface SearchOptionProps {
  id: string;
  option: Option;
  selected: boolean;
  onChoose: () => void;
}

/** One suggestion. The focus stays in the field, which says which one is meant. */
export function SearchOption({ id, option, selected, onChoose }: SearchOptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.option}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {option.kind === 'person' ? (
        <Avatar
          seed={option.profile.id}
          name={option.profile.displayName}
          avatar={option.profile.avatar}
          size={32}
        />
      ) : (
        <Icon name={ICONS[option.kind]} />
      )}
      <span className={styles.text}>
        <bdi>{option.kind === 'search' ? `Search for “${option.text}”` : option.text}</bdi>
        {option.kind === 'person' && <span className={styles.handle}>@{option.profile.handle}</span>}
      </span>
    </li>
  );
}
