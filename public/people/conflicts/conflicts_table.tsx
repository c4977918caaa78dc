import {
  EuiButton,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiInMemoryTable,
  EuiSelect,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { decideConflict, type Conflict, type Contestant } from '../../../common/api/people';
import { toApiError } from '../../api/api_error';
import { callApi } from '../../api/call_api';
import { useServices } from '../../shared/services';
import { Period } from '../../shared/subject/period';
import { extensionText } from '../lines';
import { PersonLink } from '../person_link';
import { sourceLabel } from '../source_label';
import { t } from '../translations';

const lineText = ({ kind, value, display, people }: Conflict): string => {
  if (kind === 'number') return display;
  const extension = extensionText(value);
  const isWithoutSite = people.some((person) => person.value !== undefined);
  return isWithoutSite ? t('vishing.people.withoutSiteLabel', { extension }) : extension;
};

const SHOWN = 10;
/** No id begins with a colon. */
const SHARED = ':shared';

const ContestantLine = ({ person }: { person: Contestant }): ReactElement => (
  <div>
    <PersonLink id={person.id} name={person.full_name} />{' '}
    <EuiText size="xs" color="subdued" component="span">
      {[
        person.value === undefined ? undefined : extensionText(person.value),
        person.department,
        ...person.sources.map(sourceLabel),
      ]
        .filter((text) => text !== undefined)
        .join(', ')}
    </EuiText>
    <Period line={person.line} />
  </div>
);

interface DecisionProps {
  readonly conflict: Conflict;
  onDecide(owner: string | undefined): Promise<void>;
}

const Decision = ({ conflict, onDecide }: DecisionProps): ReactElement => {
  const [choice, setChoice] = useState('');
  const [isBusy, setBusy] = useState(false);
  const line = lineText(conflict);
  const decide = async (): Promise<void> => {
    setBusy(true);
    await onDecide(choice === SHARED ? undefined : choice);
    setBusy(false);
  };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem>
        <EuiSelect
          compressed
          aria-label={t('vishing.people.decideAriaLabel', { line })}
          value={choice}
          options={[
            { value: '', text: t('vishing.people.decidePlaceholder') },
            ...conflict.people.map(({ id, full_name: name }) => ({ value: id, text: name })),
            { value: SHARED, text: t('vishing.people.sharedOption') },
          ]}
          onChange={({ target }) => setChoice(target.value)}
          data-test-subj={`decision-${conflict.value}`}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          isDisabled={choice === ''}
          isLoading={isBusy}
          aria-label={t('vishing.people.decideButtonAriaLabel', { line })}
          onClick={() => void decide()}
          data-test-subj={`decide-${conflict.value}`}
        >
          {t('vishing.people.decideButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** One row for each contested line. */
export const ConflictsTable = ({
  conflicts,
  onDecided,
}: {
  conflicts: readonly Conflict[];
  onDecided: () => void;
}): ReactElement => {
  const { core, canManage } = useServices();
  const [failure, setFailure] = useState<string>();
  const decide = async ({ value, people }: Conflict, owner: string | undefined): Promise<void> => {
    setFailure(undefined);
    const body = { value, people: people.map(({ id }) => id), ...(owner ? { owner } : {}) };
    try {
      await callApi(core.http, decideConflict, { body });
      onDecided();
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
            title={t('vishing.people.decisionFailedTitle', { message: failure })}
            data-test-subj="decisionFailed"
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiInMemoryTable<Conflict>
        tableCaption={t('vishing.people.conflictsCaption')}
        items={[...conflicts]}
        itemId="value"
        pagination={{ initialPageSize: 25, pageSizeOptions: [10, 25, 50] }}
        columns={[
          { name: t('vishing.people.lineTitle'), render: lineText, width: '22%' },
          {
            name: t('vishing.people.contestantsColumnTitle'),
            render: ({ people }: Conflict) => (
              <div>
                {people.slice(0, SHOWN).map((person) => (
                  <ContestantLine key={person.id} person={person} />
                ))}
                {people.length > SHOWN
                  ? t('vishing.people.moreLabel', { count: people.length - SHOWN })
                  : null}
              </div>
            ),
          },
          ...(canManage
            ? [
                {
                  name: t('vishing.people.decideColumnTitle'),
                  width: '32%',
                  render: (conflict: Conflict) => (
                    <Decision conflict={conflict} onDecide={(owner) => decide(conflict, owner)} />
                  ),
                },
              ]
            : []),
        ]}
        data-test-subj="conflictsTable"
      />
    </>
  );
};
