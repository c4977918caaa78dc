import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyoutFooter,
  EuiSpacer,
} from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import { Notice } from './states/notice';

/** The end of a form in a flyout: why it could not be stored, the way out, and the button that stores it. */
export const FormFooter = ({
  error,
  errorSubject,
  cancelLabel,
  onCancel,
  children,
}: {
  error: string | undefined;
  /** Test subject of the error. */
  errorSubject: string;
  cancelLabel: string;
  onCancel(): void;
  children: ReactNode;
}): ReactElement => (
  <EuiFlyoutFooter>
    {error === undefined ? null : (
      <>
        <Notice color="danger" title={error} data-test-subj={errorSubject} />
        <EuiSpacer size="s" />
      </>
    )}
    <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty onClick={onCancel}>{cancelLabel}</EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>{children}</EuiFlexItem>
    </EuiFlexGroup>
  </EuiFlyoutFooter>
);
