import type { CheckedCondition, WhyAnswer } from '../../../common/api/why';
import { formatDuration } from '../format/duration';
import { t } from './translations';

/** Names of fields that many rules look at; a rule's own words go first. */
const LABELS: Readonly<Record<string, string>> = {
  'vishing.gap_seconds': t('vishing.why.gapLabel'),
  'vishing.call.answered': t('vishing.why.answeredLabel'),
  'vishing.call.direction': t('vishing.why.directionLabel'),
  'vishing.call.talk_seconds': t('vishing.why.talkLabel'),
  'vishing.watchlist.verdict': t('vishing.why.verdictLabel'),
  'vishing.external.calls_30d': t('vishing.why.calls30dLabel'),
  'vishing.external.unanswered_share_30d': t('vishing.why.unansweredLabel'),
  'vishing.external.number': t('vishing.why.numberLabel'),
  'user.roles': t('vishing.why.rolesLabel'),
  'process.name': t('vishing.why.processLabel'),
  'process.parent.name': t('vishing.why.parentLabel'),
  'event.action': t('vishing.why.actionLabel'),
  'event.outcome': t('vishing.why.eventOutcomeLabel'),
};

/** `time_window` is read as `Time window`. */
export const parameterName = (id: string): string => {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Durations are shown with their units, so a label need not name one. */
const withoutUnit = (label: string): string => label.replace(/ \(seconds\)$/, '');

const fieldLabel = (field: string, { labels }: WhyAnswer): string =>
  withoutUnit(labels[field] ?? LABELS[field] ?? field);

/** Exceptions stand in the query of a rule like its other conditions. */
const isException = ({ parameters }: CheckedCondition): boolean => parameters.includes('exception');

/** What a condition is about, in words. */
export const conditionLabel = (condition: CheckedCondition, answer: WhyAnswer): string => {
  const { found, parameters, computed, expression } = condition;
  if (isException(condition)) return t('vishing.why.exceptionLabel');
  const [first] = found;
  const isCalculated = computed !== undefined && found.length > 1;
  if (isCalculated && parameters[0] !== undefined) return parameterName(parameters[0]);
  return first ? fieldLabel(first.field, answer) : expression;
};

const isLength = ({ found, parameters }: CheckedCondition, answer: WhyAnswer): boolean =>
  found[0]?.field.endsWith('_seconds') === true ||
  answer.parameters.some(({ id, type }) => parameters.includes(id) && type === 'duration');

const lengthText = (seconds: number): string =>
  (seconds < 0 ? '−' : '') + formatDuration(seconds * 1000);

const asText = (value: string, condition: CheckedCondition, answer: WhyAnswer): string => {
  if (value === 'true') return t('vishing.why.yesLabel');
  if (value === 'false') return t('vishing.why.noLabel');
  return isLength(condition, answer) && /^-?\d+$/.test(value) ? lengthText(Number(value)) : value;
};

/** The value found. */
export const foundText = (condition: CheckedCondition, answer: WhyAnswer): string => {
  if (isException(condition))
    return (
      condition.found.map(({ value = '' }) => value).join(', ') || t('vishing.why.nothingLabel')
    );
  const value = condition.computed ?? condition.found[0]?.value;
  return value === undefined || value === ''
    ? t('vishing.why.nothingLabel')
    : asText(value, condition, answer);
};

const listText = (values: readonly string[], total: number): string =>
  total > values.length
    ? t('vishing.why.moreValuesText', { values: values.join(', '), count: total - values.length })
    : values.join(', ');

/** Patterns are made from lists; the list says more. */
const listOf = (
  { parameters }: CheckedCondition,
  answer: WhyAnswer
): readonly string[] | undefined => {
  const list = answer.parameters.find(({ id, type }) => parameters.includes(id) && type === 'list');
  return Array.isArray(list?.value) ? list.value : undefined;
};

const MAX_LISTED = 12;

const memberText = (isIn: boolean, values: readonly string[], total: number): string => {
  if (values.length === 0)
    return t(isIn ? 'vishing.why.oneOfNothingText' : 'vishing.why.noneOfNothingText');
  return t(isIn ? 'vishing.why.oneOfText' : 'vishing.why.noneOfText', {
    values: listText(values, total),
  });
};

const equalText = (
  isEqual: boolean,
  value: string,
  condition: CheckedCondition,
  answer: WhyAnswer
): string => {
  const other = condition.found[1];
  if (other && condition.computed === undefined) {
    return t(isEqual ? 'vishing.why.sameText' : 'vishing.why.differentText', {
      field: fieldLabel(other.field, answer),
      value: other.value ?? t('vishing.why.nothingLabel'),
    });
  }
  return t(isEqual ? 'vishing.why.equalText' : 'vishing.why.unequalText', {
    value: asText(value, condition, answer),
  });
};

/** The value needed; the condition itself where it is no plain comparison. */
export const neededText = (condition: CheckedCondition, answer: WhyAnswer): string => {
  const { needed } = condition;
  if (isException(condition)) return t('vishing.why.noExceptionText');
  if (!needed) return condition.expression;
  const [value = ''] = needed.values;
  const list = listOf(condition, answer);
  const shown = asText(value, condition, answer);
  switch (needed.operator) {
    case '==':
    case '!=':
      return equalText(needed.operator === '==', value, condition, answer);
    case '<=':
      return t('vishing.why.atMostText', { value: shown });
    case '>=':
      return t('vishing.why.atLeastText', { value: shown });
    case '<':
      return t('vishing.why.lessText', { value: shown });
    case '>':
      return t('vishing.why.moreText', { value: shown });
    case 'in':
    case 'not_in':
      return memberText(needed.operator === 'in', needed.values, needed.total);
    case 'matches':
    case 'not_matches': {
      const isMatch = needed.operator === 'matches';
      if (list) return memberText(isMatch, list.slice(0, MAX_LISTED), list.length);
      return t(isMatch ? 'vishing.why.matchText' : 'vishing.why.noMatchText', { value });
    }
    case 'exists':
      return t('vishing.why.existsText');
    case 'missing':
      return t('vishing.why.missingText');
    case 'true':
      return t('vishing.why.trueText');
    case 'false':
      return t('vishing.why.falseText');
  }
};

/** A condition as one sentence: what it is about, what was found, what is needed. */
export const conditionSentence = (condition: CheckedCondition, answer: WhyAnswer): string =>
  t('vishing.why.sentenceText', {
    label: conditionLabel(condition, answer),
    found: foundText(condition, answer),
    needed: neededText(condition, answer),
  });
