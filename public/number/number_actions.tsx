import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiText,
  EuiToolTip,
  copyToClipboard,
} from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { NumberResponse } from '../../common/api/number';
import { callsQuery, queryUrl } from '../shared/discover_url';
import { useServices } from '../shared/services';
import { ownEntry, type Intent } from './entry_fields';
import { EntryModal } from './entry_modal';
import { t } from './translations';

/** As far back as calls are resolved again after a change. */
const HUNT_FROM = 'now-90d';

interface NumberActionsProps {
  readonly data: NumberResponse;
  onChanged(): void;
}

const NoteButton = ({
  canNote,
  onClick,
}: {
  canNote: boolean;
  onClick: () => void;
}): ReactElement => (
  <EuiToolTip content={canNote ? undefined : t('vishing.number.noteNeedsEntryTooltip')}>
    <EuiButton
      size="s"
      iconType="pencil"
      // Not `isDisabled`: the tooltip that says why has to be reachable by keyboard.
      aria-disabled={!canNote}
      color={canNote ? 'primary' : 'text'}
      onClick={canNote ? onClick : undefined}
      data-test-subj="noteButton"
    >
      {t('vishing.number.noteButtonLabel')}
    </EuiButton>
  </EuiToolTip>
);

const ManageButtons = ({ data, onChanged }: NumberActionsProps): ReactElement => {
  const [intent, setIntent] = useState<Intent>();
  return (
    <>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          color="danger"
          iconType="flag"
          onClick={() => setIntent('bad')}
          data-test-subj="badButton"
        >
          {t('vishing.number.badButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          iconType="check"
          onClick={() => setIntent('trust')}
          data-test-subj="trustButton"
        >
          {t('vishing.number.trustButtonLabel')}
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <NoteButton
          canNote={ownEntry(data.entries) !== undefined}
          onClick={() => setIntent('note')}
        />
      </EuiFlexItem>
      {intent === undefined ? null : (
        <EntryModal
          data={data}
          intent={intent}
          onClose={() => setIntent(undefined)}
          onSaved={() => {
            setIntent(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
};

const CopyButton = ({ number }: { number: string }): ReactElement => {
  const { toasts } = useServices().core.notifications;
  const copy = (): void => {
    if (copyToClipboard(number)) {
      toasts.addSuccess({ title: t('vishing.number.copiedTitle', { number }) });
    } else toasts.addWarning({ title: t('vishing.number.notCopiedTitle') });
  };
  return (
    <EuiButtonEmpty size="s" iconType="copy" onClick={copy} data-test-subj="copyButton">
      {t('vishing.number.copyButtonLabel')}
    </EuiButtonEmpty>
  );
};

/** All calls with the number in Discover, to go on from there. */
const HuntButton = ({ number }: { number: string }): ReactElement | null => {
  const { plugins } = useServices();
  const url = queryUrl(plugins, callsQuery(number), { from: HUNT_FROM, to: 'now' });
  if (url === undefined) return null;
  return (
    <EuiButtonEmpty size="s" iconType="discoverApp" href={url} data-test-subj="huntButton">
      {t('vishing.number.huntButtonLabel')}
    </EuiButtonEmpty>
  );
};

/** List as bad, trust, note, copy, hunt; changing the watchlist needs the privilege to. */
export const NumberActions = (props: NumberActionsProps): ReactElement => {
  const { canManage } = useServices();
  return (
    <EuiFlexGroup gutterSize="s" wrap responsive={false} data-test-subj="numberActions">
      {canManage ? <ManageButtons {...props} /> : null}
      <EuiFlexItem grow={false}>
        <CopyButton number={props.data.number} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <HuntButton number={props.data.number} />
      </EuiFlexItem>
      {canManage ? null : (
        <EuiFlexItem>
          <EuiText size="xs" color="subdued" data-test-subj="numberReadOnly">
            {t('vishing.number.readOnlyDescription')}
          </EuiText>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
