import { EuiButton, EuiContextMenuItem, EuiContextMenuPanel, EuiPopover } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { saveAsFile } from '../shared/csv';
import type { GradedTechnique } from './grade';
import { layerFileName, toNavigatorLayer, type AttackVersion } from './navigator_layer';
import { t } from './translations';

const VERSIONS: readonly AttackVersion[] = ['18', '19'];

/** Saves the techniques as a layer for the ATT&CK Navigator. @param range the chosen time in words */
export const ExportButton = ({
  techniques,
  range,
}: {
  techniques: readonly GradedTechnique[];
  range: string;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const save = (version: AttackVersion): void => {
    setOpen(false);
    const layer = toNavigatorLayer(techniques, { version, range });
    saveAsFile(
      JSON.stringify(layer, null, 2),
      layerFileName(version, new Date()),
      'application/json'
    );
  };
  return (
    <EuiPopover
      aria-label={t('vishing.coverage.exportMenuAriaLabel')}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      button={
        <EuiButton
          size="s"
          iconType="menuDown"
          iconSide="right"
          onClick={() => setOpen((open) => !open)}
          data-test-subj="exportLayerButton"
        >
          {t('vishing.coverage.exportButtonLabel')}
        </EuiButton>
      }
    >
      <EuiContextMenuPanel
        items={VERSIONS.map((version) => (
          <EuiContextMenuItem
            key={version}
            icon="exportAction"
            onClick={() => save(version)}
            data-test-subj={`exportLayer-${version}`}
          >
            {t('vishing.coverage.exportItemLabel', { version })}
          </EuiContextMenuItem>
        ))}
      />
    </EuiPopover>
  );
};
