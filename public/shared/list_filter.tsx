import { EuiFilterButton, EuiPopover, EuiSelectable, type EuiSelectableOption } from '@elastic/eui';
import { useState, type ReactElement } from 'react';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Rows with this value, when known. */
  readonly count?: number;
}

interface ListFilterProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly isSearchable?: boolean;
  onChange(chosen: string[]): void;
}

/** One button of the filter group with its list of values; several may be chosen. */
export const ListFilter = ({
  id,
  label,
  options,
  chosen,
  isSearchable = false,
  onChange,
}: ListFilterProps): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const selectable = options.map(
    ({ value, label: optionLabel, count }): EuiSelectableOption<{ value: string }> => ({
      value,
      label: optionLabel,
      checked: chosen.includes(value) ? 'on' : undefined,
      ...(count === undefined ? {} : { append: String(count) }),
    })
  );
  return (
    <EuiPopover
      aria-label={label}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      panelProps={{ 'aria-label': label }}
      button={
        <EuiFilterButton
          iconType="menuDown"
          isSelected={isOpen}
          hasActiveFilters={chosen.length > 0}
          numFilters={options.length}
          numActiveFilters={chosen.length}
          onClick={() => setOpen((open) => !open)}
          data-test-subj={`filterButton-${id}`}
        >
          {label}
        </EuiFilterButton>
      }
    >
      <EuiSelectable
        aria-label={label}
        options={selectable}
        listProps={{ showIcons: true }}
        onChange={(changed) =>
          onChange(changed.filter(({ checked }) => checked === 'on').map(({ value }) => value))
        }
        data-test-subj={`filterList-${id}`}
        {...(isSearchable
          ? { searchable: true, searchProps: { compressed: true } }
          : { searchable: false })}
      >
        {(list, search) => (
          <div style={{ width: 300 }}>
            {search}
            {list}
          </div>
        )}
      </EuiSelectable>
    </EuiPopover>
  );
};
