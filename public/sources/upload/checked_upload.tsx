import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { useMemo, useState, type ReactElement } from 'react';
import type { SourceEntry } from '../../../common/api/sources';
import { useServices } from '../../shared/services';
import { EMPTY_SITE, siteErrors, toSite, type SiteFields } from '../site/site_fields';
import { t } from '../translations';
import { guessMapping, toFields, toMapping } from './mapping/mapping_fields';
import { MappingForm } from './mapping/mapping_form';
import { SavedMappings } from './mapping/saved_mappings';
import { PreviewStep } from './preview/preview_step';
import { cutFirst, formatOf, GENERIC } from './record_format';
import { SendStep } from './send_step';
import { SourceStep } from './source_step';
import { useDebounced } from '../../shared/use_debounced';
import type { Chosen } from './use_recognition';
import { useUpload } from './use_upload';

const PREVIEWED = 10;
const TYPING_MS = 400;
/** The browser read this much of the first file; see `use_recognition.ts`. */
const BEGINNING = 200_000;

/** ISO 3166-1 country of the reader's own language setting, such as `en-GB`: the best guess where the records name none. */
const ownCountry = (): string => /^[a-z]{2,3}[-_]([A-Z]{2})\b/.exec(navigator.language)?.[1] ?? '';

/** Everything that follows once files are chosen: source and site, preview, sending. */
export const CheckedUpload = ({
  sources,
  chosen,
  onAgain,
}: {
  sources: readonly SourceEntry[];
  chosen: Chosen;
  onAgain: () => void;
}): ReactElement => {
  const { zone } = useServices();
  const { files, text, detected } = chosen;
  const [sourceId, setSourceId] = useState(detected.candidates[0]?.id ?? GENERIC);
  const [fields, setFields] = useState<SiteFields>({
    ...EMPTY_SITE,
    id: 'default',
    country: detected.country ?? ownCountry(),
    timezone: zone,
  });
  const [mappingFields, setMappingFields] = useState(() => guessMapping(detected.layout));
  const upload = useUpload();
  const source = sources.find(({ id }) => id === sourceId);
  const isGeneric = sourceId === GENERIC;

  const mapping = useMemo(
    () => (isGeneric ? toMapping(mappingFields, detected.layout) : undefined),
    [isGeneric, mappingFields, detected.layout]
  );
  const ready =
    source && Object.keys(siteErrors(fields)).length === 0 && (!isGeneric || mapping !== undefined);
  const request = useMemo(() => {
    if (!source || !ready) return undefined;
    const format = formatOf(source, detected.layout, mapping);
    const isWhole = text.length < BEGINNING;
    return {
      format,
      source: source.id,
      site: toSite(fields),
      ...(mapping === undefined ? {} : { mapping }),
      records: cutFirst(format, text, { count: PREVIEWED, isWhole }),
    };
  }, [source, ready, detected.layout, mapping, fields, text]);
  const settled = useDebounced(request, TYPING_MS);

  return (
    <>
      <EuiSpacer size="m" />
      <SourceStep
        sources={sources}
        detected={detected}
        sourceId={sourceId}
        site={fields}
        onSource={setSourceId}
        onSite={setFields}
      />
      {isGeneric ? (
        <>
          <EuiSpacer size="m" />
          <MappingForm
            layout={detected.layout}
            fields={mappingFields}
            onChange={setMappingFields}
          />
          <EuiSpacer size="m" />
          <SavedMappings mapping={mapping} onTake={(taken) => setMappingFields(toFields(taken))} />
          {mapping === undefined ? (
            <>
              <EuiSpacer size="m" />
              <EuiCallOut
                announceOnMount
                size="s"
                iconType="info"
                title={t('vishing.sources.mappingMissingDescription')}
                data-test-subj="mappingMissing"
              />
            </>
          ) : null}
        </>
      ) : null}
      <EuiSpacer size="m" />
      {settled ? <PreviewStep request={settled} /> : null}
      <EuiSpacer size="m" />
      <SendStep
        upload={upload}
        fileCount={files.length}
        isReady={request !== undefined && request.records.length > 0}
        onStart={() => {
          if (request) void upload.start({ files, ...request });
        }}
        onAgain={onAgain}
      />
    </>
  );
};
