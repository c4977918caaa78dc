import {
  EuiBasicTable,
  EuiButton,
  EuiButtonIcon,
  EuiEmptyPrompt,
  EuiFilterGroup,
  EuiLink,
  EuiScreenReaderOnly,
  EuiSpacer,
  EuiText,
  EuiToolTip,
  RIGHT_ALIGNMENT,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import { ListFilter } from '../shared/list_filter';
import { Section } from '../shared/subject/section';
import type { SetUrlState } from '../shared/url/use_url_state';
import { GradeBadge } from './badges';
import { toggled, toList, type CoverageState } from './coverage_state';
import { GRADES, isRunning, type GradedTechnique } from './grade';
import { TechniqueDetails } from './technique_details';
import { t } from './translations';
import type { CoverageView } from './view';
import { whatIsMissing } from './what_is_missing';

interface TechniquesProps {
  readonly view: CoverageView;
  readonly state: CoverageState;
  setState: SetUrlState<CoverageState>;
}

const attackUrl = (id: string): string =>
  `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;

const TechniqueCell = ({ technique }: Pick<GradedTechnique, 'technique'>): ReactElement => (
  <div>
    <EuiLink href={attackUrl(technique.id)} target="_blank" external>
      {`${technique.id} ${technique.name}`}
    </EuiLink>
    {technique.renamed === undefined ? null : (
      <EuiText size="xs" color="subdued">
        {t('vishing.coverage.newIdLabel', { id: technique.renamed })}
      </EuiText>
    )}
  </div>
);

const expander = ({ state, setState }: TechniquesProps): EuiBasicTableColumn<GradedTechnique> => ({
  align: RIGHT_ALIGNMENT,
  width: '40px',
  isExpander: true,
  name: (
    <EuiScreenReaderOnly>
      <span>{t('vishing.coverage.detailsColumnTitle')}</span>
    </EuiScreenReaderOnly>
  ),
  render: ({ technique: { id, name } }: GradedTechnique) => {
    const isOpen = toList(state.expanded).includes(id);
    const label = isOpen
      ? t('vishing.coverage.collapseAriaLabel', { name: `${id} ${name}` })
      : t('vishing.coverage.expandAriaLabel', { name: `${id} ${name}` });
    return (
      <EuiToolTip content={label} disableScreenReaderOutput>
        <EuiButtonIcon
          iconType={isOpen ? 'menuDown' : 'menuRight'}
          aria-expanded={isOpen}
          aria-label={label}
          onClick={() => setState({ expanded: toggled(state.expanded, id) }, { replace: true })}
          data-test-subj={`expandButton-${id}`}
        />
      </EuiToolTip>
    );
  },
});

const columnsOf = (props: TechniquesProps): EuiBasicTableColumn<GradedTechnique>[] => [
  expander(props),
  {
    name: t('vishing.coverage.techniqueColumnTitle'),
    width: '30%',
    render: ({ technique }: GradedTechnique) => <TechniqueCell technique={technique} />,
  },
  {
    name: t('vishing.coverage.tacticColumnTitle'),
    render: ({ technique }: GradedTechnique) => (
      <EuiText size="xs">{technique.tactics.join(', ')}</EuiText>
    ),
  },
  {
    name: t('vishing.coverage.gradeColumnTitle'),
    width: '150px',
    render: ({ grade }: GradedTechnique) => <GradeBadge grade={grade} />,
  },
  {
    name: t('vishing.coverage.rulesColumnTitle'),
    width: '140px',
    render: ({ rules }: GradedTechnique) => (
      <EuiText size="xs">
        {rules.length === 0
          ? t('vishing.coverage.noRulesLabel')
          : t('vishing.coverage.runningLabel', {
              running: rules.filter(isRunning).length,
              total: rules.length,
            })}
      </EuiText>
    ),
  },
  {
    name: t('vishing.coverage.whyColumnTitle'),
    width: '28%',
    render: (graded: GradedTechnique) => (
      <EuiText size="xs">{whatIsMissing(graded, props.view)}</EuiText>
    ),
  },
];

const Table = (props: TechniquesProps): ReactElement => {
  const { view, state, setState } = props;
  const grades = toList(state.grade);
  const shown = view.techniques.filter(
    ({ grade }) => grades.length === 0 || grades.includes(grade)
  );
  if (shown.length === 0) {
    return (
      <EuiEmptyPrompt
        titleSize="xs"
        title={<h3>{t('vishing.coverage.noMatchTitle')}</h3>}
        actions={
          <EuiButton
            size="s"
            onClick={() => setState({ grade: '' })}
            data-test-subj="showAllButton"
          >
            {t('vishing.coverage.showAllButtonLabel')}
          </EuiButton>
        }
        data-test-subj="noMatch"
      />
    );
  }
  return (
    <EuiBasicTable<GradedTechnique>
      tableCaption={t('vishing.coverage.techniquesCaption')}
      items={shown}
      itemId={({ technique }) => technique.id}
      columns={columnsOf(props)}
      itemIdToExpandedRowMap={Object.fromEntries(
        shown
          .filter(({ technique: { id } }) => toList(state.expanded).includes(id))
          .map((graded) => [
            graded.technique.id,
            <TechniqueDetails key={graded.technique.id} graded={graded} view={view} />,
          ])
      )}
      rowProps={({ technique: { id } }) => ({ 'data-test-subj': `technique-${id}` })}
      data-test-subj="techniquesTable"
    />
  );
};

/** Every technique around the call; a row opens into its rules and events. */
export const TechniquesSection = (props: TechniquesProps): ReactElement => {
  const { view, state, setState } = props;
  return (
    <Section
      id="techniques"
      title={t('vishing.coverage.techniquesTitle')}
      description={t('vishing.coverage.techniquesDescription', {
        version: view.coverage.attack_version,
      })}
    >
      <EuiFilterGroup compressed>
        <ListFilter
          id="grade"
          label={t('vishing.coverage.gradeFilterLabel')}
          options={GRADES.map((grade) => ({
            value: grade,
            label: t(`vishing.coverage.${grade}Label`),
            count: view.techniques.filter((technique) => technique.grade === grade).length,
          }))}
          chosen={toList(state.grade)}
          onChange={(chosen) => setState({ grade: chosen.join(',') })}
        />
      </EuiFilterGroup>
      <EuiSpacer size="s" />
      <Table {...props} />
    </Section>
  );
};
