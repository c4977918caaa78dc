import { EuiEmptyPrompt } from '@elastic/eui';
import type { ReactElement } from 'react';
import { useServices } from '../../shared/services';
import { t } from '../translations';
import { CheckedImport } from './checked_import';
import { InputStep } from './input_step';
import { useChosenFile } from './use_chosen_file';

const Steps = (): ReactElement => {
  const { chosen, error, choose } = useChosenFile();
  return (
    <>
      <InputStep error={error} onFile={(file) => void choose(file)} />
      {chosen ? (
        // A new choice starts the steps below anew.
        <CheckedImport
          key={`${chosen.file.name}:${chosen.file.size}:${chosen.file.lastModified}`}
          chosen={chosen}
        />
      ) : null}
    </>
  );
};

/** Importing is for those who may change things; others learn who can give them that. */
export const ImportSection = (): ReactElement => {
  const { canManage } = useServices();
  return canManage ? (
    <Steps />
  ) : (
    <EuiEmptyPrompt
      iconType="lock"
      color="plain"
      title={<h2>{t('vishing.numbers.readOnlyTitle')}</h2>}
      body={<p>{t('vishing.numbers.readOnlyDescription')}</p>}
      data-test-subj="importReadOnly"
    />
  );
};
