import { EuiCodeBlock, EuiPageTemplate, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';

/** Stands in for Discover: shows the query that a real Kibana would run. */
export const DiscoverPage = ({ search }: { readonly search: string }): ReactElement => {
  const parameters = new URLSearchParams(search);
  return (
    <EuiPageTemplate>
      <EuiPageTemplate.Header
        pageTitle="Discover"
        description="This stand-in has no Discover. In a real Kibana this address opens it with the query below."
      />
      <EuiPageTemplate.Section>
        <EuiText size="s">
          <p>
            From {parameters.get('from')} to {parameters.get('to')}
          </p>
        </EuiText>
        <EuiCodeBlock language="esql" isCopyable data-test-subj="discoverQuery">
          {parameters.get('esql') ?? ''}
        </EuiCodeBlock>
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};
