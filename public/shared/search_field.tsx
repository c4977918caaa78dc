import { EuiFieldSearch } from '@elastic/eui';
import { useEffect, useState, type ReactElement } from 'react';

/** Milliseconds after the last key before the search runs. */
const SEARCH_DELAY_MS = 300;

/** A search that runs when the person stops typing. */
export const SearchField = ({
  value,
  label,
  onChange,
}: {
  value: string;
  label: string;
  onChange: (value: string) => void;
}): ReactElement => {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onChange(text), SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <EuiFieldSearch
      fullWidth
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={onChange}
      placeholder={label}
      aria-label={label}
      data-test-subj="searchField"
    />
  );
};
