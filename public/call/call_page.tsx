import { EuiEmptyPrompt, EuiPageTemplate, EuiSpacer } from '@elastic/eui';
import { useCallback, useMemo, type ReactElement } from 'react';
import { getCall, type CallResponse } from '../../common/api/call';
import type { ApiError } from '../api/api_error';
import { callApi } from '../api/call_api';
import { useQuery } from '../api/use_query';
import { AppLink } from '../shared/app_link';
import { useServices } from '../shared/services';
import { LoadError } from '../shared/states/load_error';
import { SkeletonRows } from '../shared/states/skeleton_rows';
import { usePageTitle } from '../shared/use_page_title';
import { CallHeader } from './call_header';
import { Facts } from './facts';
import { Guide } from './guide';
import { NumberCalls } from './number_calls';
import { TimelineSection } from './timeline_section';
import { t } from './translations';
import { useListPath } from './use_list_path';
import { WhyItAlerted } from './why';
import { WhyNot } from './why_not';

const UnknownCall = ({ message }: { message: string }): ReactElement => {
  const list = useListPath();
  return (
    <EuiEmptyPrompt
      iconType="search"
      title={<h1>{t('vishing.call.notFoundTitle')}</h1>}
      body={<p>{t('vishing.call.notFoundDescription', { message })}</p>}
      actions={<AppLink to={list}>{t('vishing.call.listCrumb')}</AppLink>}
      data-test-subj="unknownCall"
    />
  );
};

const Failed = ({
  error,
  isStale,
  onRetry,
}: {
  error: ApiError;
  isStale: boolean;
  onRetry: () => void;
}): ReactElement => (
  <EuiPageTemplate.Section paddingSize="m" grow={false}>
    {error.status === 404 ? (
      <UnknownCall message={error.message} />
    ) : (
      <LoadError {...{ error, isStale, onRetry }} what={t('vishing.call.theCallLabel')} />
    )}
  </EuiPageTemplate.Section>
);

const Content = ({
  data,
  onChanged,
}: {
  data: CallResponse;
  onChanged: () => void;
}): ReactElement => (
  <>
    <CallHeader data={data} onChanged={onChanged} />
    <EuiPageTemplate.Section paddingSize="m">
      <TimelineSection data={data} />
      <EuiSpacer size="m" />
      <WhyItAlerted data={data} />
      <EuiSpacer size="m" />
      <WhyNot callId={data.call.vishing.call.id} />
      <EuiSpacer size="m" />
      <Facts data={data} />
      <EuiSpacer size="m" />
      {data.why.length === 0 ? null : (
        <>
          <Guide why={data.why} />
          <EuiSpacer size="m" />
        </>
      )}
      <NumberCalls data={data} />
    </EuiPageTemplate.Section>
  </>
);

/** What happened in one call, and how do we know? */
export const CallPage = ({ callId }: { callId: string }): ReactElement => {
  const { core } = useServices();
  const load = useCallback(
    (signal: AbortSignal) => callApi(core.http, getCall, { params: { call_id: callId }, signal }),
    [core, callId]
  );
  const { data, error, reload } = useQuery(load);
  const { search } = useListPath();
  const title = data?.title ?? t('vishing.call.pageTitle');
  usePageTitle(
    useMemo(
      () => [
        { text: t('vishing.call.listCrumb'), pathname: '/', search: search ?? '' },
        { text: title },
      ],
      [title, search]
    )
  );
  return (
    <div data-test-subj="callPage">
      {error ? <Failed error={error} isStale={data !== undefined} onRetry={reload} /> : null}
      {data ? <Content data={data} onChanged={reload} /> : null}
      {!data && !error ? (
        <EuiPageTemplate.Section paddingSize="m">
          <SkeletonRows what={t('vishing.call.theCallLabel')} rows={10} heightPx={44} />
        </EuiPageTemplate.Section>
      ) : null}
    </div>
  );
};
