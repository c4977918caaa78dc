import { EuiButton, EuiCallOut, EuiEmptyPrompt, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { ApiError } from '../../api/api_error';
import { NotSetUp } from './not_set_up';
import { t } from './translations';

interface LoadErrorProps {
  readonly error: ApiError;
  /** What failed, as the subject of a sentence, such as `The suspicious calls`. */
  readonly what: string;
  /** True when older data is still on the page. */
  readonly isStale?: boolean;
  onRetry(): void;
}

interface NoAccessProps {
  readonly message?: string;
  /** Level of the heading: 1 when nothing else is on the page. */
  readonly heading?: 'h1' | 'h2';
}

/** The person may not see this: names the privilege and who can grant it. */
export const NoAccess = ({ message, heading: Heading = 'h2' }: NoAccessProps): ReactElement => (
  <EuiEmptyPrompt
    iconType="lock"
    color="plain"
    data-test-subj="noAccess"
    title={<Heading>{t('vishing.states.noAccessTitle')}</Heading>}
    body={
      <EuiText size="s">
        <p>{t('vishing.states.noAccessDescription')}</p>
        {message === undefined ? null : <p>{t('vishing.states.serverSaysLabel', { message })}</p>}
      </EuiText>
    }
  />
);

const Stale = ({ error, what, onRetry }: LoadErrorProps): ReactElement => (
  <EuiCallOut
    size="s"
    color="warning"
    iconType="warning"
    title={t('vishing.states.staleTitle', { what })}
    data-test-subj="staleError"
  >
    <p>{error.message}</p>
    <EuiButton size="s" color="warning" onClick={onRetry} data-test-subj="retryButton">
      {t('vishing.states.retryButtonLabel')}
    </EuiButton>
  </EuiCallOut>
);

/** One place for every way in which a fetch can fail: what failed, why, and what to do. */
export const LoadError = (props: LoadErrorProps): ReactElement => {
  const { error, what, isStale = false, onRetry } = props;
  if (error.status === 403) return <NoAccess message={error.message} />;
  if (error.code === 'not_set_up') return <NotSetUp />;
  if (isStale) return <Stale {...props} />;
  return (
    <EuiEmptyPrompt
      iconType="warning"
      color="danger"
      data-test-subj="loadError"
      title={<h2>{t('vishing.states.failedTitle', { what })}</h2>}
      body={<p>{error.message}</p>}
      actions={
        <EuiButton color="danger" onClick={onRetry} data-test-subj="retryButton">
          {t('vishing.states.retryButtonLabel')}
        </EuiButton>
      }
    />
  );
};
