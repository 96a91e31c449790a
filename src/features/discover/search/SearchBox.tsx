import { useEffect, useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { SEARCH_MAX } from '../../../../shared/limits.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { forgetSearches, rememberSearch } from './recent-searches.ts';
import { SearchOption } from './SearchOption.tsx';
import { searchPath, useOptions, type Option } from './use-options.ts';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  /** What stands in it at first. */
  initial?: string;
}

/** Where one searches: suggestions come while typing; arrows choose, Enter goes there, Escape closes. */
export function SearchBox({ initial = '' }: SearchBoxProps) {
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const navigate = useNavigate();
  // Going back to another search shows what was searched for there.
  useEffect(() => setText(initial), [initial]);
  const id = useId();
  const options = useOptions(text, open);
  const shown = open && options.length > 0;

  function go(option: Option): void {
    if (option.kind === 'search' || option.kind === 'recent') rememberSearch(option.text);
    if (option.kind === 'recent') setText(option.text);
    close();
    void navigate(option.path);
  }

  function close(): void {
    setOpen(false);
    setActive(-1);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const chosen = options[active];
    const typed = text.trim();
    if (chosen) go(chosen);
    else if (typed !== '') go({ kind: 'search', text: typed, path: searchPath(typed) });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && shown) close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      // One more place than there are options: none, which is the field itself.
      setActive((now) => ((now + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else return;
    event.preventDefault();
  }

  return (
    <search
      className={styles.search}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
      <form onSubmit={onSubmit}>
        <Icon name="search" />
        <input
          type="search"
          role="combobox"
          className={styles.field}
          aria-label="Search cruds and people"
          placeholder="Search"
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={SEARCH_MAX}
          data-search=""
          value={text}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setText(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
      </form>
      {shown && (
        <div className={styles.popup}>
          <ul id={`${id}-list`} role="listbox" aria-label="Suggestions">
            {options.map((option, index) => (
              <SearchOption
                key={`${option.kind} ${option.path}`}
                id={`${id}-${index}`}
                option={option}
                selected={index === active}
                onChoose={() => go(option)}
              />
            ))}
          </ul>
          {text.trim() === '' && (
            <button type="button" className={styles.clear} onClick={forgetSearches}>
              Clear recent searches
            </button>
          )}
        </div>
      )}
    </search>
  );
}
