import { EuiButtonEmpty } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import { pairsOf } from '../shared/exceptions/pairs';
import { t } from '../shared/exceptions/translations';
import { useExceptions } from '../shared/exceptions/use_exceptions';
import { useServices } from '../shared/services';
import { ExceptionModal } from './exception_modal';

/** Makes an exception from a call that alerted; not there for people who may not change rules. */
export const ExceptionButton = ({ data }: { data: CallResponse }): ReactElement | null => {
  const { canManage } = useServices();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, add } = useExceptions();
  if (!canManage || !data.why.some((rule) => pairsOf(data, rule).length > 0)) return null;
  return (
    <>
      <EuiButtonEmpty
        size="s"
        iconType="filterExclude"
        onClick={() => setOpen(true)}
        data-test-subj="exceptionButton"
      >
        {t('vishing.exceptions.openButtonLabel')}
      </EuiButtonEmpty>
      {isOpen ? (
        <ExceptionModal
          data={data}
          isBusy={isBusy}
          onCancel={() => setOpen(false)}
          onSave={(ruleId, exception) => {
            void add(ruleId, exception).then((isSaved) => {
              if (isSaved) setOpen(false);
            });
          }}
        />
      ) : null}
    </>
  );
};
