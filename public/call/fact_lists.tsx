import type { ReactElement } from 'react';
import type { CallResponse } from '../../common/api/call';
import { knownFacts, type Fact } from '../shared/fact_panel';
import { formatDuration } from '../shared/format/duration';
import { countryName, formatCount, formatShare, numberTypeName } from '../shared/format/number';
import { Instant } from '../shared/instant';
import { NumberLink, PersonLink } from '../shared/subject/links';
import { t } from './translations';

const seconds = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : formatDuration(value * 1000);
const count = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : formatCount(value);
const instant = (value: string | undefined): ReactElement | undefined =>
  value === undefined ? undefined : <Instant value={value} format="full" />;

const hostText = ({ host }: CallResponse['call']): string => [host?.name ?? []].flat().join(', ');

const joinText = ({ vishing }: CallResponse['call']): string | undefined =>
  vishing.join &&
  t('vishing.call.foundByValue', {
    method: vishing.join.method.replaceAll('_', ' '),
    share: formatShare(vishing.join.confidence),
  });

/** A person of the directory has a page, also one without a name. */
const personName = ({ user, vishing }: CallResponse['call']): ReactElement | string | undefined => {
  const name = user?.full_name ?? user?.email ?? user?.name;
  const id = vishing.person?.id;
  if (id !== undefined) return <PersonLink id={id} text={name ?? id} />;
  return user?.full_name ?? (user ? undefined : t('vishing.call.unknownLabel'));
};

export const personFacts = ({ call }: CallResponse): Fact[] => {
  const { user, vishing } = call;
  const { person } = vishing;
  const roles = [
    person?.privileged ? t('vishing.call.privilegedValue') : '',
    person?.helpdesk ? t('vishing.call.helpDeskValue') : '',
  ].filter(Boolean);
  return knownFacts([
    [t('vishing.call.nameFact'), personName(call)],
    [t('vishing.call.emailFact'), user?.email],
    [t('vishing.call.accountFact'), user?.name],
    [t('vishing.call.departmentFact'), person?.department],
    [t('vishing.call.jobFact'), person?.title],
    [t('vishing.call.rolesFact'), roles.join(', ')],
    [t('vishing.call.hostFact'), hostText(call)],
    [t('vishing.call.foundByFact'), joinText(call)],
  ]);
};

const verdictText = ({ vishing }: CallResponse['call']): string | undefined => {
  const { watchlist } = vishing;
  if (!watchlist || watchlist.verdict === 'none') return undefined;
  const { verdict, reason } = watchlist;
  return reason === undefined ? verdict : t('vishing.call.verdictValue', { verdict, reason });
};

export const numberFacts = ({ call, number_display }: CallResponse): Fact[] => {
  const { external } = call.vishing;
  const share = external?.unanswered_share_30d;
  return knownFacts([
    [
      t('vishing.call.numberFact'),
      <NumberLink
        key="number"
        number={external?.number}
        text={number_display ?? external?.number ?? t('vishing.call.unknownLabel')}
      />,
    ],
    [t('vishing.call.shownNameFact'), external?.display_name],
    [t('vishing.call.countryFact'), external?.country && countryName(external.country)],
    [t('vishing.call.typeFact'), external?.number_type && numberTypeName(external.number_type)],
    [t('vishing.call.verdictFact'), verdictText(call)],
    [
      t('vishing.call.ownNumberFact'),
      external?.own_number ? t('vishing.call.ownNumberValue') : undefined,
    ],
    [t('vishing.call.firstSeenFact'), instant(external?.first_seen)],
    [t('vishing.call.callsFact'), count(external?.calls_30d)],
    [t('vishing.call.peopleFact'), count(external?.people_30d)],
    [t('vishing.call.spokenFact'), count(external?.spoken_30d)],
    [t('vishing.call.unansweredFact'), share === undefined ? undefined : formatShare(share)],
  ]);
};

export const callFacts = ({ call }: CallResponse): Fact[] => {
  const { event, vishing } = call;
  const details = vishing.call;
  return knownFacts([
    [t('vishing.call.startFact'), instant(event.start)],
    [t('vishing.call.endFact'), instant(event.end)],
    [
      t('vishing.call.talkFact'),
      details.answered && details.talk_seconds === undefined
        ? t('vishing.call.lengthUnknownLabel')
        : seconds(details.talk_seconds),
    ],
    [t('vishing.call.ringFact'), seconds(details.ring_seconds)],
    [t('vishing.call.directionFact'), details.direction],
    [t('vishing.call.outcomeFact'), event.action.replace('call-', '')],
    [t('vishing.call.hangupFact'), details.hangup_by],
    [t('vishing.call.dialedFact'), details.dialed],
    [t('vishing.call.forwardedFact'), details.forwarded_from],
    [t('vishing.call.attestationFact'), details.attestation],
    [t('vishing.call.mediaFact'), details.media?.join(', ').replaceAll('_', ' ')],
    [t('vishing.call.sourceFact'), event.provider],
    [t('vishing.call.recordsFact'), count(details.records)],
  ]);
};
