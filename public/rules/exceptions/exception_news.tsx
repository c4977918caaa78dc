import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { RuleEntry } from '../../../common/api/rules';
import {
  ENDED_LATELY_DAYS,
  exceptionNews,
  EXPIRES_SOON_DAYS,
} from '../../../common/model/exception';
import { AppLink } from '../../shared/app_link';
import { t } from './translations';

interface RuleNews {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

const newsOf = ({ rule_id: id, name, exception_ends: ends }: RuleEntry): RuleNews[] => {
  const { endSoon, endedLately } = exceptionNews(
    ends.map((expires) => ({ expires })),
    Date.now()
  );
  const texts = [
    endSoon > 0
      ? t('vishing.ruleExceptions.endSoonText', { count: endSoon, days: EXPIRES_SOON_DAYS })
      : [],
    endedLately > 0
      ? t('vishing.ruleExceptions.endedLatelyText', { count: endedLately, days: ENDED_LATELY_DAYS })
      : [],
  ].flat();
  return texts.length > 0 ? [{ id, name, text: texts.join('; ') }] : [];
};

/** Announces above the list of rules which of them alert again soon, or again since lately. */
export const ExceptionNews = ({
  entries,
}: {
  entries: readonly RuleEntry[];
}): ReactElement | null => {
  const news = entries.flatMap(newsOf);
  if (news.length === 0) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="clock"
        title={t('vishing.ruleExceptions.newsTitle')}
        data-test-subj="exceptionNews"
      >
        <ul>
          {news.map(({ id, name, text }) => (
            <li key={id}>
              <AppLink to={{ pathname: `/rules/${id}`, search: '?tab=exceptions' }}>{name}</AppLink>
              {`: ${text}`}
            </li>
          ))}
        </ul>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
