import {
  EuiBadge,
  EuiButton,
  EuiCallOut,
  EuiInMemoryTable,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { assignLine, type Suggestion, type UnresolvedLine } from '../../../common/api/people';
import { toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { formatCount, formatShare } from '../../shared/format/number';
import { Instant } from '../../shared/instant';
import { useServices } from '../../shared/services';
import { extensionText } from '../lines';
import { PersonLink } from '../person_link';
import { t } from '../translations';

const lineText = ({ kind, value, display }: UnresolvedLine): string =>
  kind === 'number' ? display : extensionText(value);

const SuggestionCell = ({ suggestion }: { suggestion?: Suggestion }): ReactElement =>
  suggestion ? (
    <div>
      <PersonLink id={suggestion.person_id} name={suggestion.full_name} />
      <EuiText size="xs" color="subdued">
        {t(`vishing.people.${suggestion.reason}ReasonLabel`, { calls: suggestion.calls })},{' '}
        {t('vishing.people.confidenceLabel', { share: formatShare(suggestion.confidence) })}
      </EuiText>
    </div>
  ) : (
    <EuiText size="s" color="subdued">
      {t('vishing.people.noSuggestionLabel')}
    </EuiText>
  );

interface AssignCellProps {
  readonly line: UnresolvedLine;
  /** Name of the person that it was given to. */
  readonly assigned: string | undefined;
  onAssign(suggestion: Suggestion): Promise<void>;
}

const AssignCell = ({ line, assigned, onAssign }: AssignCellProps): ReactElement | null => {
  const [isBusy, setBusy] = useState(false);
  const { suggestion } = line;
  if (assigned !== undefined) {
    return (
      <EuiBadge color="success" role="status">
        {t('vishing.people.assignedLabel', { name: assigned })}
      </EuiBadge>
    );
  }
  if (!suggestion) return null;
  const assign = async (): Promise<void> => {
    setBusy(true);
    await onAssign(suggestion);
    setBusy(false);
  };
  return (
    <EuiButton
      size="s"
      isLoading={isBusy}
      aria-label={t('vishing.people.assignButtonAriaLabel', {
        line: lineText(line),
        name: suggestion.full_name,
      })}
      onClick={() => void assign()}
      data-test-subj={`assign-${line.value}`}
    >
      {t('vishing.people.assignButtonLabel')}
    </EuiButton>
  );
};

/** Lines of ours without a person, and the person that each may belong to. */
export const UnresolvedTable = ({ lines }: { lines: readonly UnresolvedLine[] }): ReactElement => {
  const { core, canManage } = useServices();
  const [assigned, setAssigned] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const assign = async ({ kind, value }: UnresolvedLine, to: Suggestion): Promise<void> => {
    setFailure(undefined);
    try {
      await callApi(core.http, assignLine, { body: { kind, value, person_id: to.person_id } });
      setAssigned((before) => ({ ...before, [value]: to.full_name }));
    } catch (error) {
      setFailure(toApiError(error).message);
    }
  };
  return (
    <>
      {failure === undefined ? null : (
        <>
          <EuiCallOut
            announceOnMount
            size="s"
            color="danger"
            iconType="warning"
            title={t('vishing.people.assignFailedTitle', { message: failure })}
            data-test-subj="assignFailed"
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiInMemoryTable<UnresolvedLine>
        tableCaption={t('vishing.people.unresolvedCaption')}
        items={[...lines]}
        itemId="value"
        pagination={{ initialPageSize: 25, pageSizeOptions: [10, 25, 50, 100] }}
        data-test-subj="unresolvedTable"
        columns={[
          { name: t('vishing.people.lineTitle'), render: lineText },
          {
            field: 'calls',
            name: t('vishing.people.callsColumnTitle'),
            width: '90px',
            dataType: 'number',
            render: formatCount,
          },
          {
            name: t('vishing.people.lastCallColumnTitle'),
            render: ({ last_call: value }: UnresolvedLine) => <Instant value={value} />,
          },
          {
            name: t('vishing.people.displayNamesColumnTitle'),
            render: ({ display_names: names }: UnresolvedLine) => names.join(', '),
          },
          {
            name: t('vishing.people.suggestionColumnTitle'),
            render: ({ suggestion }: UnresolvedLine) => <SuggestionCell suggestion={suggestion} />,
          },
          ...(canManage
            ? [
                {
                  name: t('vishing.people.decideColumnTitle'),
                  render: (line: UnresolvedLine) => (
                    <AssignCell
                      line={line}
                      assigned={assigned[line.value]}
                      onAssign={(to) => assign(line, to)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
};
