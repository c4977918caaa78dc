import { EuiButton, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { useEffect, useState, type ReactElement } from 'react';
import { parseImport } from '../../../common/watchlist/parse_import';
import { useDebounced } from '../../shared/use_debounced';
import { EffectList } from '../entry/effect_list';
import { useEffects } from '../entry/use_effects';
import { t } from '../translations';
import { ImportOutcome } from './import_outcome';
import { BEGINNING, settingErrors, type ImportSettings } from './import_settings';
import { formatName, LayoutForm } from './layout_form';
import { SettingsForm } from './settings_form';
import type { ChosenFile } from './use_chosen_file';
import { useImport } from './use_import';

const PREVIEWED = 8;
const PREVIEW_DELAY_MS = 400;

/** The first numbers of the list, one a line; JSON that is cut off cannot be previewed. */
const useFirstNumbers = (beginning: string, { layout }: ImportSettings): string => {
  const [numbers, setNumbers] = useState('');
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found: string[] = [];
      const isCut = layout.format === 'json' && beginning.length >= BEGINNING;
      for await (const { rows } of parseImport(layout, isCut ? [] : [beginning])) {
        found.push(...rows.slice(0, PREVIEWED).map(({ number }) => number));
      }
      if (isCurrent) setNumbers(found.slice(0, PREVIEWED).join('\n'));
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [beginning, layout]);
  return numbers;
};

/** The list as it was recognised, what shall become of it, and the import itself. */
export const CheckedImport = ({ chosen }: { chosen: ChosenFile }): ReactElement => {
  const [settings, setSettings] = useState(chosen.settings);
  const settled = useDebounced(settings, PREVIEW_DELAY_MS);
  const numbers = useFirstNumbers(chosen.beginning, settled);
  const effects = useEffects(numbers, settled.country);
  const work = useImport();
  const isReady = Object.keys(settingErrors(settings)).length === 0;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj="checkStep">
        <EuiTitle size="xs">
          <h2>{t('vishing.numbers.checkTitle')}</h2>
        </EuiTitle>
        <EuiText size="s" color="subdued">
          <p>
            {t('vishing.numbers.recognisedLabel', {
              file: chosen.file.name,
              format: formatName(settings.layout),
            })}
          </p>
        </EuiText>
        <EuiSpacer size="m" />
        <LayoutForm
          layout={settings.layout}
          onChange={(layout) => setSettings({ ...settings, layout })}
        />
        <EuiSpacer size="m" />
        <SettingsForm settings={settings} onChange={setSettings} />
        <EuiSpacer size="m" />
        <EuiTitle size="xxs">
          <h3>{t('vishing.numbers.firstRowsTitle')}</h3>
        </EuiTitle>
        <EuiSpacer size="s" />
        <EffectList effects={effects} />
      </EuiPanel>
      <EuiSpacer size="m" />
      <EuiPanel hasBorder hasShadow={false} paddingSize="m">
        <EuiButton
          fill
          iconType="importAction"
          isLoading={work.phase === 'running'}
          isDisabled={!isReady}
          onClick={() => void work.run(chosen.file, settings)}
          data-test-subj="importButton"
        >
          {t('vishing.numbers.importButtonLabel')}
        </EuiButton>
        <EuiSpacer size="m" />
        <ImportOutcome work={work} />
      </EuiPanel>
    </>
  );
};
