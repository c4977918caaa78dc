import {
  EuiButton,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiPanel,
  EuiSelect,
} from '@elastic/eui';
import { useCallback, useState, type ReactElement } from 'react';
import { getMappings, putMapping } from '../../../../common/api/sources';
import type { RecordMapping } from '../../../../common/model/mapping';
import { toApiError } from '../../../api/api_error';
import { callApi } from '../../../api/call_api';
import { useQuery } from '../../../api/use_query';
import { useServices } from '../../../shared/services';
import { t } from '../../translations';

const NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** Saves the mapping at hand for shippers, and takes up one that was saved before. */
export const SavedMappings = ({
  mapping,
  onTake,
}: {
  mapping: RecordMapping | undefined;
  onTake: (mapping: RecordMapping) => void;
}): ReactElement => {
  const { core } = useServices();
  const { toasts } = core.notifications;
  const [name, setName] = useState('');
  const [isSaving, setSaving] = useState(false);
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getMappings, { signal }),
    [core]
  );
  const { data, reload } = useQuery(load);
  const saved = data?.mappings ?? [];
  const isInvalid = name !== '' && !NAME.test(name);

  const save = async (): Promise<void> => {
    if (!mapping) return;
    setSaving(true);
    try {
      const { pipeline } = await callApi(core.http, putMapping, {
        params: { name },
        body: { mapping },
      });
      toasts.addSuccess({ title: t('vishing.sources.mappingSavedTitle', { pipeline }) });
      reload();
    } catch (error) {
      toasts.addDanger({
        title: t('vishing.sources.mappingFailedTitle'),
        text: toApiError(error).message,
      });
    } finally {
      setSaving(false);
    }
  };

  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m">
      <EuiFlexGroup gutterSize="m" wrap>
        {saved.length === 0 ? null : (
          <EuiFlexItem>
            <EuiFormRow label={t('vishing.sources.savedMappingLabel')}>
              <EuiSelect
                compressed
                options={[
                  { value: '', text: t('vishing.sources.noSavedMappingOption') },
                  ...saved.map((item) => ({ value: item.name, text: item.name })),
                ]}
                onChange={({ target }) => {
                  const found = saved.find((item) => item.name === target.value);
                  if (!found) return;
                  setName(found.name);
                  onTake(found.mapping);
                }}
                data-test-subj="savedMappings"
              />
            </EuiFormRow>
          </EuiFlexItem>
        )}
        <EuiFlexItem>
          <EuiFormRow
            label={t('vishing.sources.saveMappingLabel')}
            helpText={t('vishing.sources.saveMappingHelpText')}
            isInvalid={isInvalid}
          >
            <EuiFieldText
              compressed
              value={name}
              isInvalid={isInvalid}
              onChange={({ target }) => setName(target.value)}
              data-test-subj="mappingName"
            />
          </EuiFormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiFormRow hasEmptyLabelSpace>
            <EuiButton
              size="s"
              isLoading={isSaving}
              isDisabled={mapping === undefined || !NAME.test(name)}
              onClick={() => void save()}
              data-test-subj="saveMappingButton"
            >
              {t('vishing.sources.saveMappingButtonLabel')}
            </EuiButton>
          </EuiFormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiPanel>
  );
};
