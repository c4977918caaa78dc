import {
  EuiBadge,
  EuiBadgeGroup,
  EuiButtonEmpty,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { TimelineEvent } from '../../common/api/call';
import { describeOffset } from '../shared/format/duration';
import { formatInstant } from '../shared/format/instant';
import { formatShare } from '../shared/format/number';
import { useServices } from '../shared/services';
import { facetText } from '../timeline/model';
import { LANE_LOOK } from '../timeline/lane_look';
import { discoverUrl } from '../shared/discover_url';
import { EventDocument } from './event_document';
import { t } from './translations';

interface EventFlyoutProps {
  readonly event: TimelineEvent;
  onClose(): void;
  onFacet(facet: string): void;
}

const Link = ({ link }: Pick<TimelineEvent, 'link'>): ReactElement => (
  <EuiText size="s" data-test-subj="eventLinkReason">
    <EuiTitle size="xxs">
      <h3>{t('vishing.call.linkTitle')}</h3>
    </EuiTitle>
    {link ? (
      <p>
        {link.reason}{' '}
        <EuiBadge color="hollow">
          {t('vishing.call.confidenceLabel', { share: formatShare(link.confidence) })}
        </EuiBadge>
      </p>
    ) : (
      <p>{t('vishing.call.noLinkLabel')}</p>
    )}
  </EuiText>
);

const Facets = ({
  facets,
  onFacet,
}: Pick<TimelineEvent, 'facets'> & Pick<EventFlyoutProps, 'onFacet'>): ReactElement | null => {
  const entries = Object.entries(facets);
  if (entries.length === 0) return null;
  return (
    <>
      <EuiTitle size="xxs">
        <h3>{t('vishing.call.facetsTitle')}</h3>
      </EuiTitle>
      <EuiSpacer size="xs" />
      <EuiBadgeGroup>
        {entries.map(([field, value]) => (
          <EuiBadge
            key={field}
            color="hollow"
            iconType="filter"
            onClick={() => onFacet(facetText(field, value))}
            onClickAriaLabel={t('vishing.call.facetLabel', { facet: facetText(field, value) })}
            data-test-subj={`facet-${field}`}
          >
            {facetText(field, value)}
          </EuiBadge>
        ))}
      </EuiBadgeGroup>
      <EuiSpacer size="m" />
    </>
  );
};

/** One event in full: the sentence, why it is linked and how sure, and the document behind it. */
export const EventFlyout = ({ event, onClose, onFacet }: EventFlyoutProps): ReactElement => {
  const titleId = useGeneratedHtmlId();
  const { plugins, zone } = useServices();
  const { document: place } = event;
  const discover = place && discoverUrl(plugins, place, event.start);
  return (
    <EuiFlyout
      type="overlay"
      ownFocus={false}
      size="m"
      onClose={onClose}
      aria-labelledby={titleId}
      data-test-subj="eventFlyout"
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="xs">
          <h2 id={titleId}>{event.sentence}</h2>
        </EuiTitle>
        <EuiSpacer size="xs" />
        <EuiText size="s" color="subdued" data-test-subj="eventOffset">
          {`${LANE_LOOK[event.lane].label} · ${describeOffset(event.offset_ms)} · ${formatInstant(event.start, zone, 'full')}`}
        </EuiText>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <Link link={event.link} />
        <EuiSpacer size="m" />
        <Facets facets={event.facets} onFacet={onFacet} />
        <EuiTitle size="xxs">
          <h3>{t('vishing.call.documentTitle')}</h3>
        </EuiTitle>
        <EuiSpacer size="s" />
        {discover === undefined ? null : (
          <EuiButtonEmpty
            size="s"
            flush="left"
            iconType="discoverApp"
            href={discover}
            data-test-subj="discoverLink"
          >
            {t('vishing.call.discoverLinkText')}
          </EuiButtonEmpty>
        )}
        {place ? (
          <EventDocument key={`${place.index}/${place.id}`} index={place.index} id={place.id} />
        ) : (
          <EuiText size="s">{t('vishing.call.noDocumentLabel')}</EuiText>
        )}
      </EuiFlyoutBody>
    </EuiFlyout>
  );
};
