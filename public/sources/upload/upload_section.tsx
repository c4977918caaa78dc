import { EuiEmptyPrompt } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { useServices } from '../../shared/services';
import { LoadError } from '../../shared/states/load_error';
import { SkeletonRows } from '../../shared/states/skeleton_rows';
import { t } from '../translations';
import { useCatalogue } from '../use_catalogue';
import { CheckedUpload } from './checked_upload';
import { InputStep } from './input_step';
import { useRecognition } from './use_recognition';

const tooLarge = (name: string): string => t('vishing.sources.tooLargeError', { name });

/** From files or pasted text to stored records, in four steps on one page. */
const UploadSteps = ({ onAgain }: { onAgain: () => void }): ReactElement => {
  const catalogue = useCatalogue();
  const recognition = useRecognition(tooLarge);
  const { data, error, reload } = catalogue;
  const { chosen } = recognition;
  const what = t('vishing.sources.theCatalogueLabel');
  if (error && !data) return <LoadError error={error} what={what} onRetry={reload} />;
  if (!data) return <SkeletonRows what={what} rows={3} heightPx={80} />;
  return (
    <>
      <InputStep recognition={recognition} />
      {chosen ? (
        <CheckedUpload
          // A new choice starts the steps below anew.
          key={
            chosen.files.map(({ name, size }) => `${name}:${size}`).join('|') + chosen.text.length
          }
          sources={data}
          chosen={chosen}
          onAgain={onAgain}
        />
      ) : null}
    </>
  );
};

/** Uploading is for those who may change things; others learn who can give them that. */
export const UploadSection = (): ReactElement => {
  const { canManage } = useServices();
  const [round, setRound] = useState(0);
  return canManage ? (
    <UploadSteps key={round} onAgain={() => setRound((count) => count + 1)} />
  ) : (
    <EuiEmptyPrompt
      iconType="lock"
      color="plain"
      title={<h2>{t('vishing.sources.readOnlyTitle')}</h2>}
      body={<p>{t('vishing.sources.readOnlyDescription')}</p>}
      data-test-subj="uploadReadOnly"
    />
  );
};
