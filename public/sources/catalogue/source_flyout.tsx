import {
  EuiCallOut,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiLink,
  EuiMarkdownFormat,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SourceEntry } from '../../../common/api/sources';
import { t } from '../translations';
import { unwrapLines } from './unwrap_lines';

/** How one phone system sends its records, and how sure we are that they are read right. */
export const SourceFlyout = ({
  source,
  onClose,
}: {
  source: SourceEntry;
  onClose: () => void;
}): ReactElement => {
  const titleId = useGeneratedHtmlId();
  const { title, vendor, unverified, setup, local_times, references } = source;
  return (
    <EuiFlyout onClose={onClose} aria-labelledby={titleId} size="m" data-test-subj="sourceFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{title}</h2>
        </EuiTitle>
        <EuiText size="s" color="subdued">
          {vendor}
        </EuiText>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {unverified === undefined ? null : (
          <>
            <EuiCallOut
              announceOnMount
              size="s"
              color="warning"
              iconType="warning"
              title={t('vishing.sources.unverifiedTitle')}
              data-test-subj="unverifiedNote"
            >
              <p>{unverified}</p>
            </EuiCallOut>
            <EuiSpacer size="m" />
          </>
        )}
        <EuiTitle size="xs">
          <h3>{t('vishing.sources.howToSendTitle')}</h3>
        </EuiTitle>
        <EuiSpacer size="s" />
        <EuiMarkdownFormat textSize="s">{unwrapLines(setup)}</EuiMarkdownFormat>
        {local_times ? (
          <EuiText size="s">
            <p>{t('vishing.sources.localTimesDescription')}</p>
          </EuiText>
        ) : null}
        {references.length === 0 ? null : (
          <>
            <EuiSpacer size="m" />
            <EuiTitle size="xs">
              <h3>{t('vishing.sources.referencesTitle')}</h3>
            </EuiTitle>
            <EuiText size="s">
              <ul>
                {references.map((reference) => (
                  <li key={reference}>
                    {/^https?:/.test(reference) ? (
                      <EuiLink href={reference} target="_blank" external>
                        {reference}
                      </EuiLink>
                    ) : (
                      reference
                    )}
                  </li>
                ))}
              </ul>
            </EuiText>
          </>
        )}
      </EuiFlyoutBody>
    </EuiFlyout>
  );
};
