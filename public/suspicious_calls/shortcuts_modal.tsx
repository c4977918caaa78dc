import {
  EuiButton,
  EuiDescriptionList,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { t } from './translations';

const KEYS: ReadonlyArray<readonly [string, string]> = [
  ['j', t('vishing.suspiciousCalls.shortcutNext')],
  ['k', t('vishing.suspiciousCalls.shortcutPrevious')],
  ['Enter', t('vishing.suspiciousCalls.shortcutOpen')],
  ['a', t('vishing.suspiciousCalls.shortcutAcknowledge')],
  ['?', t('vishing.suspiciousCalls.shortcutHelp')],
];

/** Lists the keys of the page. */
export const ShortcutsModal = ({ onClose }: { onClose: () => void }): ReactElement => {
  const titleId = useGeneratedHtmlId();
  return (
    <EuiModal aria-labelledby={titleId} onClose={onClose} data-test-subj="shortcutsModal">
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          {t('vishing.suspiciousCalls.shortcutsTitle')}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiDescriptionList
          type="column"
          columnWidths={[1, 4]}
          listItems={KEYS.map(([key, description]) => ({
            title: <kbd>{key}</kbd>,
            description,
          }))}
        />
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButton onClick={onClose} fill>
          {t('vishing.suspiciousCalls.closeButtonLabel')}
        </EuiButton>
      </EuiModalFooter>
    </EuiModal>
  );
};
